"""The readers on films and broadcasts that were not made for tests."""

import os
import subprocess
from fractions import Fraction
from pathlib import Path
from shutil import which

import pytest

from cass_core.media.files.probe import describe, probe
from cass_core.media.picture.video_reader import PictureRate, read_frames
from cass_core.media.sound.audio_reader import decode_audio, open_track

FOLDER = os.environ.get("CASS_CLIPS")
ENDINGS = {".mp4", ".mkv", ".webm", ".mpg", ".mov"}
CLIPS = sorted(p for p in Path(FOLDER).rglob("*") if p.suffix in ENDINGS) if FOLDER else []
RATES = [PictureRate("face", 25.0, 320), PictureRate("scene", 6.25, (64, 64))]

pytestmark = [
    pytest.mark.clips,
    pytest.mark.skipif(not FOLDER, reason="CASS_CLIPS names no folder of clips"),
]


@pytest.mark.parametrize("path", CLIPS, ids=lambda path: path.name)
def test_clip_is_read_whole(path, caplog):
    info = probe(path)
    assert path.name in describe(info)
    start_s = Fraction(0)
    if info.audio:
        start_s = open_track(path).start_s
        length_s = sum(block.shape[1] for block in decode_audio(path)) / info.audio[0].rate_hz
        declared_s = float(info.audio[0].duration_s or info.duration_s)
        assert abs(length_s - declared_s) < 0.06
    frames = [frame for frame in read_frames(path, RATES, start_s) if frame.name == "face"]
    assert [f.index for f in frames] == list(range(frames[0].index, frames[-1].index + 1))
    # one of the clips has a last picture that is later than its header says
    assert abs(len(frames) / 25 - float(info.video[0].duration_s or info.duration_s)) < 0.2
    assert "damaged" not in caplog.text


@pytest.mark.skipif(which("ffmpeg") is None, reason="ffmpeg is not installed")
@pytest.mark.parametrize("path", CLIPS, ids=lambda path: path.name)
def test_clip_has_as_many_samples_as_the_ffmpeg_command_gives(path, caplog):
    info = probe(path)
    if not info.audio:
        pytest.skip("the clip has no sound")
    ours = sum(block.size for block in decode_audio(path))
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-map", "0:a:0", "-f", "f32le", "-"]
    theirs = len(subprocess.run(command, capture_output=True, check=True).stdout) // 4
    # the command does not fill gaps in the timestamps
    assert ours > theirs if "leave gaps" in caplog.text else ours == theirs
