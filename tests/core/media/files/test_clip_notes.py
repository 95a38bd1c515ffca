"""Reel, scene, take and comments of movies, as other programs write them, and where they go."""

import subprocess

import pytest

from cass_core.media.files.probe import describe, probe
from cass_core.media.sound.broadcast.source_notes import source_notes

pytestmark = pytest.mark.media

TAGS = ("com.apple.proapps.scene=12A", "take=3", "comment=wild line", "reel_name=A001C003")


@pytest.mark.parametrize(("suffix", "codec"), [(".mov", "mpeg4"), (".mxf", "mpeg2video")])
def test_reel_of_the_timecode_track_or_source_package(tmp_path, suffix, codec):
    path = tmp_path / f"a{suffix}"
    sources = ["-f", "lavfi", "-i", "color=s=720x576:r=25:d=0.2"]
    sources += ["-f", "lavfi", "-i", "sine=r=48000:d=0.2"]
    tags = [word for tag in TAGS for word in ("-metadata", tag)]
    tags += ["-metadata:s:v", "reel_name=A001C003", "-timecode", "01:00:00:00"]
    flags = ["-movflags", "use_metadata_tags"] if suffix == ".mov" else []
    codecs = ["-c:v", codec, "-c:a", "pcm_s16le"]
    subprocess.run(["ffmpeg", "-v", "error", *sources, *tags, *flags, *codecs, path], check=True)
    info = probe(path)
    notes = source_notes(path, info)
    assert notes.tape == "A001C003"
    assert "  tape A001C003" in describe(info)
    if suffix == ".mov":  # MXF has no place for the others
        assert (notes.scene, notes.take, notes.note) == ("12A", "3", "wild line")
