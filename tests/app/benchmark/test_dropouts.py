"""Gaps are counted in what was recorded; the null sink is this process' own."""

import os
import shutil

import numpy as np
import pytest

from app.benchmark.dropouts import gap_lengths
from app.benchmark.null_sink import null_sink
from app.benchmark.session import LeftOutError
from app.benchmark.sink_monitor import SinkMonitor


def test_silence_inside_counts_and_silence_around_does_not():
    sound = np.full(48_000, 1000, np.int16)
    sound[10_000:10_480] = 0
    sound[20_000:20_047] = 0  # shorter than a millisecond: no gap
    sound[30_000:30_048] = 0
    around = np.zeros(9600, np.int16)
    assert gap_lengths(np.concatenate([around, sound, around])) == [480, 48]
    assert gap_lengths(around) == []


@pytest.mark.media
@pytest.mark.skipif(not shutil.which("pulseaudio"), reason="needs PulseAudio")
def test_the_null_sink_can_be_recorded_and_leaves_no_trace(tmp_path):
    before = dict(os.environ)
    with null_sink(tmp_path / "sound"):
        assert os.environ["HOME"] == str(tmp_path / "sound")
        monitor = SinkMonitor(tmp_path / "recorded.raw")
        monitor.stop()
    assert dict(os.environ) == before
    assert (tmp_path / "recorded.raw").stat().st_size > 0


def test_a_computer_without_pulseaudio_leaves_it_out(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(LeftOutError, match="PulseAudio"), null_sink(tmp_path / "sound"):
        pass
