"""Sets of stems beside the picture, and movies that come back as MXF."""

from fractions import Fraction

import numpy as np
import pytest

from cass_core.delivery.export_request import MovieExport
from cass_core.delivery.remix import MOVIE_TRACK, export_movie
from cass_core.errors import OutputError
from cass_core.media.files.probe import probe
from cass_core.media.remux.movie_formats import MKV, MOV, MP4_ALAC, MXF, fitting_formats
from cass_core.programme.track_groups import track_group
from cass_core.stem_names import track_label
from tests.helpers.media.movies import Picture, Sound, beeps, noise, write_movie
from tests.helpers.project.delivery import ArrayStems, facts
from tests.helpers.project.remixed_movies import (
    decoded,
    lag,
    picture_hashes,
    remixed,
    shown,
    to_float,
)

pytestmark = pytest.mark.media

B_FRAMES = {"bf": "2", "g": "12"}
RATES = (Fraction(24000, 1001), Fraction(25), Fraction(30000, 1001))
RATE_NAMES = ("23.976", "25", "29.97")


@pytest.mark.parametrize("fps", RATES, ids=RATE_NAMES)
@pytest.mark.parametrize("num_fewer", [0, 700])
def test_mxf_comes_back_as_mxf(tmp_path, fps, num_fewer):
    frame = Picture(1.0, fps, flashes_s=(0.4,), codec="mpeg2video", options=B_FRAMES)
    length_s = round(fps) / fps - Fraction(num_fewer, 48_000)
    beep = Sound(beeps([float(10 / fps)], float(length_s)), codec="pcm_s24le")
    movie = write_movie(tmp_path / "a.mxf", frame, [beep], timecode="01:00:00:00")
    assert fitting_formats(probe(movie))[0] is MXF
    mixed, result = remixed(movie, tmp_path / "neu.mxf", MXF)
    path = result.paths[MOVIE_TRACK]
    assert result.notices == ()
    assert picture_hashes(path) == picture_hashes(movie)
    assert shown(path)["format"]["tags"]["timecode"] == "01:00:00:00"
    found = decoded(path)
    assert np.array_equal(found[:, : mixed.shape[1]], to_float(mixed))
    assert not found[:, mixed.shape[1] :].any()
    assert lag(decoded(movie)[0], found[0]) == 0


@pytest.mark.parametrize("fps", RATES, ids=RATE_NAMES)
@pytest.mark.parametrize("chosen", [MOV, MKV, MP4_ALAC, MXF], ids=["MOV", "MKV", "MP4", "MXF"])
def test_a_set_of_stems_stands_beside_the_picture(tmp_path, chosen, fps):
    """All of it: order, names, languages, the sum, packets, timecode and a beep on its flash."""
    codec = {"mxf": "mpeg2video"}.get(chosen.container, "libx264")
    frames = Picture(1.0, fps, flashes_s=(0.4,), codec=codec, options=B_FRAMES)
    beep = beeps([float(10 / fps)], float(round(fps) / fps))
    others = [Sound(beep, codec="pcm_s24le", language="ger"), Sound(beep[:1], layout="mono")]
    sounds = others if chosen is not MXF else others[:1]
    movie = write_movie(tmp_path / "a.mov", frames, sounds, timecode="01:00:00:00")
    tracks = ("DX", "FX", "MX", "ME", "MIX", "REMIX")
    _, result = remixed(movie, tmp_path / f"neu{chosen.suffix}", chosen, tracks=tracks)
    path = result.paths[MOVIE_TRACK]
    assert picture_hashes(path) == picture_hashes(movie)
    info = probe(path)
    assert info.start_timecode == "01:00:00:00"
    assert len(info.audio) == len(tracks) + len(sounds) - 1
    found = {code: decoded(path, number) for number, code in enumerate(tracks)}
    steps = {code: np.round(sound * 2**23).astype(int) for code, sound in found.items()}
    assert np.array_equal(steps["DX"] + steps["FX"] + steps["MX"], steps["MIX"])
    assert np.array_equal(steps["ME"], steps["FX"] + steps["MX"])
    assert np.array_equal(found["MIX"], decoded(movie))
    assert lag(decoded(movie)[0], found["DX"][0]) == 0
    if chosen is MXF:
        return  # which names no sound
    own = [one for one in shown(path)["streams"] if one["codec_type"] == "audio"]
    tags = [{key.lower(): value for key, value in one["tags"].items()} for one in own]
    names = [one.get("title") or one["handler_name"] for one in tags[: len(tracks)]]
    assert names == [track_label(code) for code in tracks]
    languages = [one.get("language", "und") for one in tags[: len(tracks)]]
    spoken, silent = {"ger", "deu"}, {"zxx"} if chosen is not MOV else {"und"}
    for code, language in zip(tracks, languages, strict=True):
        assert language in (silent if code in ("FX", "MX", "ME") else spoken), code
    assert [one["disposition"]["default"] for one in own[1 : len(tracks)]] == [0] * 5


@pytest.mark.parametrize("chosen", [MOV, MXF])
def test_a_track_for_each_channel_comes_back_as_it_went(tmp_path, chosen):
    """Mono tracks in, taken together as 5.1, and mono tracks out."""
    frames = Picture(0.4, codec="mpeg2video", options=B_FRAMES)
    parts = noise(0.4, channels=6)
    tracks = [Sound(part[None], layout="mono", codec="pcm_s24le") for part in parts]
    movie = write_movie(tmp_path / "a.mov", frames, tracks, timecode="01:00:00:00")
    every = tuple(range(6))
    mixture = decoded(movie, 0, every)
    reader = ArrayStems(np.stack([mixture / 2, mixture / 4, mixture / 4]), mixture, "5.1")
    request = MovieExport(
        movie, 0, tmp_path / f"neu{chosen.suffix}", chosen, channels=every, tracks=("MIX", "DX"),
        mono=True,
    )  # fmt: skip
    *_, last = export_movie(request, reader, facts(mixture.shape[1], "5.1"))
    path = last.result.paths[MOVIE_TRACK]
    assert [stream.num_channels for stream in probe(path).audio] == [1] * 12
    assert track_group(probe(path), every).layout == "5.1"
    assert np.array_equal(decoded(path, 0, every), mixture)
    if chosen is MOV:
        names = [one["tags"]["handler_name"] for one in shown(path)["streams"][1:7]]
        assert names == [
            f"{track_label('MIX')} {name}" for name in ("L", "R", "C", "Lfe", "Ls", "Rs")
        ]


def test_mxf_takes_no_sound_behind_the_picture(tmp_path):
    movie = write_movie(tmp_path / "a.mov", Picture(1.0, codec="mpeg2video"), [Sound(noise(1.5))])
    with pytest.raises(OutputError, match="The sound of a.mov does not come through MXF"):
        remixed(movie, tmp_path / "neu.mxf", MXF)
    assert not (tmp_path / "neu.mxf").exists()
