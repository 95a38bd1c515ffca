"""Picture and sound of the real window, played on a real sound server."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.playback.null_sink import NullSink

ROOT = Path(__file__).resolve().parents[3]
FRAME_S = 1 / 25

pytestmark = [pytest.mark.media, pytest.mark.slow]


@pytest.fixture
def sink(tmp_path):
    sink = NullSink(tmp_path / "sound")
    yield sink
    sink.close()


def test_flashes_are_seen_when_their_beeps_are_heard(sink, tmp_path):
    details = tmp_path / "details.json"
    command = [sys.executable, "-m", "app.benchmark.av_sync", "--seconds", "10"]
    done = subprocess.run(
        [*command, "--details", str(details)],
        cwd=ROOT,
        env=sink.env | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert details.exists(), done.stderr
    report = json.loads(details.read_text())
    offsets_s = np.array(report["offsets_s"])
    allowed_s = FRAME_S / 2 + report["uncertain_s"]
    assert report["uncertain_s"] < FRAME_S / 2
    assert len(offsets_s) >= 6  # of nine
    assert abs(np.median(offsets_s)) <= allowed_s
    assert abs(np.median(offsets_s[-4:]) - np.median(offsets_s[:4])) <= allowed_s
