"""Figures are small, and the same numbers give the same file."""

import numpy as np
import pytest

from cass_core.errors import OutputError
from cass_core.evaluation.report.figures import line_figure, panel_figure, spectrogram_figure

pytest.importorskip("matplotlib")


def draw_lines(path):
    line_figure(
        path,
        {"DX": ([1, 2, 4], [3.0, 2.5, 2.0]), "mean": ([1, 2], [1.0, float("nan")])},
        ("steps", "dB"),
        doubling=True,
        dashed={"loss": ([1, 2, 4], [0.1, 0.2, 0.3])},
        dashed_label="loss",
    )


def test_lines(tmp_path):
    draw_lines(tmp_path / "new" / "a.png")
    draw_lines(tmp_path / "b.png")
    first = (tmp_path / "new" / "a.png").read_bytes()
    assert first.startswith(b"\x89PNG")
    assert first == (tmp_path / "b.png").read_bytes()


def test_panels(tmp_path):
    lines = {"FAD": ([1, 2], [50.0, 40.0]), "KL": ([1, 2], [0.5, float("nan")])}
    panel_figure(tmp_path / "panels.png", lines, "steps")
    assert 1_000 < (tmp_path / "panels.png").stat().st_size <= 80_000


def test_noise_stays_small(tmp_path):
    rng = np.random.default_rng(0)
    sounds = {name: rng.standard_normal(160_000).astype("f4") for name in ("a", "b", "c")}
    spectrogram_figure(tmp_path / "noise.png", sounds)
    assert 2_000 < (tmp_path / "noise.png").stat().st_size <= 80_000


def test_silence_can_be_drawn(tmp_path):
    spectrogram_figure(tmp_path / "silence.png", {"a": np.zeros(16_000, np.float32)})
    assert (tmp_path / "silence.png").is_file()


def test_a_place_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="another place"):
        draw_lines(tmp_path / "file" / "a.png")
