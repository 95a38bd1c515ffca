"""Stems of some channels, put back beside the picture and written as sound files."""

from dataclasses import replace

import numpy as np
import pytest

from cass_core.clips import SampleSpan
from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_request import ExportRequest, MovieExport
from cass_core.delivery.remix import MOVIE_TRACK, export_movie
from cass_core.delivery.stem_export import export
from cass_core.errors import OutputError
from cass_core.media.files.probe import probe
from cass_core.media.remux.movie_formats import MKV, MOV, MP4, MP4_ALAC
from cass_core.media.sound.audio_reader import decode_audio, open_track
from cass_core.stem_names import TRACK_CODES
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.project.delivery import ArrayStems, facts

pytestmark = pytest.mark.media


@pytest.fixture
def movie(tmp_path):
    sounds = [
        Sound(noise(1.0), language="ger"),
        Sound(noise(1.0, channels=8, seed=1), layout="7.1", codec="pcm_s24le", language="eng"),
    ]
    return write_movie(tmp_path / "film.mov", Picture(1.0, codec="libx264"), sounds)


def decoded(path, stream=0, channels=()):
    return np.concatenate(list(decode_audio(path, stream, channels)), axis=1)


def stems_of(movie, channels, stream=1):
    track, mixture = open_track(movie, stream, channels), decoded(movie, stream, channels)
    parts = np.stack([mixture * np.float32(share) for share in (0.5, 0.25, 0.25)])
    reader = ArrayStems(parts, mixture, track.layout, track.rate_hz)
    return reader, facts(mixture.shape[1], track.layout, track.rate_hz), mixture


def remixed(movie, target, chosen, channels):
    reader, info, mixture = stems_of(movie, channels)
    request = MovieExport(movie, 1, target, chosen, channels=channels)
    return list(export_movie(request, reader, info))[-1].result, mixture


@pytest.mark.parametrize("chosen", [MOV, MKV])
@pytest.mark.parametrize("channels", [(1,), (0, 1), (2, 3, 6), (0, 1, 2, 3, 4, 5), (0, 3, 4, 5)])
def test_remix_of_some_channels_comes_back_sample_by_sample(tmp_path, movie, chosen, channels):
    target = tmp_path / f"new{chosen.suffix}"
    result, mixture = remixed(movie, target, chosen, channels)
    assert result.paths == {MOVIE_TRACK: target}
    assert [stream.num_channels for stream in probe(target).audio] == [2, len(channels)]
    np.testing.assert_array_equal(decoded(target, 1), mixture)
    np.testing.assert_array_equal(decoded(target, 0), decoded(movie, 0))
    assert len(result.notices) == 1
    assert "of the sound that it replaces" in result.notices[0]


@pytest.mark.parametrize("chosen", [MP4, MP4_ALAC])
def test_a_format_that_needs_places_says_so_and_leaves_nothing(tmp_path, movie, chosen):
    target = tmp_path / "out" / "new.mp4"
    with pytest.raises(OutputError, match="cannot hold 3 channels sound at 48000 Hz; choose MOV"):
        remixed(movie, target, chosen, (2, 3, 6))
    assert not list(target.parent.iterdir())


def test_a_format_that_needs_places_takes_those_it_knows(tmp_path, movie):
    remixed(movie, tmp_path / "new.mp4", MP4, (0, 1, 2, 3, 4, 5))
    assert probe(tmp_path / "new.mp4").audio[1].layout == "5.1"


@pytest.mark.parametrize("file_type", ["wav", "flac"])
@pytest.mark.parametrize("channels", [(2, 3, 6), (0, 1, 2, 3, 4, 5)])
def test_sound_files_sum_to_these_channels(tmp_path, movie, file_type, channels):
    reader, info, mixture = stems_of(movie, channels)
    span = SampleSpan(0, mixture.shape[1])
    request = ExportRequest(TRACK_CODES[:4], span, Encoding(file_type, 24), tmp_path / "files")
    result = list(export(request, reader, info))[-1].result
    assert result.null_exact
    np.testing.assert_array_equal(decoded(result.paths["MIX"]), mixture)


@pytest.mark.parametrize(("chosen", "copied"), [(MOV, "6 channels"), (MP4, "5.1")])
def test_a_copied_sound_without_labels_gets_none_unless_the_container_wants_some(
    tmp_path, chosen, copied
):
    sounds = [Sound(noise(0.5), codec="aac"), Sound(noise(0.5, channels=6), layout="5.1")]
    sounds[1] = replace(sounds[1], codec="alac" if chosen is MP4 else "pcm_s16le")
    path = write_movie(tmp_path / "film.mov", Picture(0.5, codec="libx264"), sounds)
    path.write_bytes(path.read_bytes().replace(b"chan", b"free"))
    reader, info, _ = stems_of(path, (), 0)
    list(export_movie(MovieExport(path, 0, tmp_path / "new.x", chosen), reader, info))
    assert probe(tmp_path / "new.x").audio[1].layout == copied


@pytest.mark.parametrize("chosen", [MOV, MKV])
def test_a_group_of_tracks_is_replaced_by_one(tmp_path, chosen):
    rows = noise(1.0, channels=3)
    sounds = [Sound(row[None], layout="mono", codec="pcm_s24le") for row in rows]
    sounds.insert(1, Sound(noise(1.0, seed=7), codec="pcm_s24le"))
    movie = write_movie(tmp_path / "film.mov", Picture(1.0, codec="libx264"), sounds)
    channels = (0, 4)  # of the first and the last track
    reader, info, mixture = stems_of(movie, channels, 0)
    np.testing.assert_allclose(mixture, rows[[0, 2]], atol=2**-22)
    target = tmp_path / f"new{chosen.suffix}"
    request = MovieExport(movie, 0, target, chosen, channels=channels)
    result = list(export_movie(request, reader, info))[-1].result
    assert [stream.num_channels for stream in probe(target).audio] == [2, 2, 1]
    np.testing.assert_array_equal(decoded(target, 0), mixture)
    np.testing.assert_array_equal(decoded(target, 2), decoded(movie, 2))
    assert result.notices == ("The new sound stands in place of the tracks 1+4.",)
