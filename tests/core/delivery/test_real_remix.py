"""A remix beside pictures that were not made for tests."""

import os
from pathlib import Path

import numpy as np
import pytest

from cass_core.delivery.export_request import MovieExport
from cass_core.delivery.remix import MOVIE_TRACK, export_movie
from cass_core.media.files.probe import probe
from cass_core.media.remux.movie_formats import MKV, MOV, MP4
from cass_core.media.sound.audio_reader import decode_audio, open_track
from cass_core.stems.rebalance import Rebalance, StemGain
from tests.helpers.project.delivery import ArrayStems, facts

FOLDER = os.environ.get("CASS_CLIPS")
ENDINGS = {".mp4", ".mkv", ".mpg", ".mov"}
FOUND = sorted(p for p in Path(FOLDER).rglob("*") if p.suffix in ENDINGS) if FOLDER else []

pytestmark = [
    pytest.mark.clips,
    pytest.mark.skipif(not FOLDER, reason="CASS_CLIPS names no folder of clips"),
]


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
@pytest.mark.parametrize("chosen", [MOV, MKV, MP4], ids=lambda chosen: chosen.key)
def test_clip_comes_through(tmp_path, path, chosen):
    """The export itself compares packets, sound, sync and timecode before it names the file."""
    info = probe(path)
    if not info.audio or not info.video:
        pytest.skip("no sound or no picture")
    track, mixture = open_track(path), np.concatenate(list(decode_audio(path)), axis=1)
    parts = np.stack([mixture * np.float32(share) for share in (0.5, 0.25, 0.25)])
    reader = ArrayStems(parts, mixture, track.layout, track.rate_hz)
    quieter = Rebalance((StemGain(-6.0), StemGain(), StemGain()))
    request = MovieExport(path, 0, tmp_path / f"b{chosen.suffix}", chosen, rebalance=quieter)
    known = facts(mixture.shape[1], track.layout, track.rate_hz)
    *_, last = export_movie(request, reader, known)
    assert probe(last.result.paths[MOVIE_TRACK]).video[0].codec == info.video[0].codec
