"""Working stems alone: a folder, a span and a decoded sound of somebody else's choice."""

import numpy as np
import pytest
import torch

from cass_core.clips import SampleSpan
from cass_core.errors import MediaError, OutputError, SettingsError
from cass_core.media.sound.audio_reader import spool_audio
from cass_core.request.settings import SeparationSettings
from cass_core.separation.movie.job import separate_movie
from cass_core.separation.movie.request import MovieRequest, MovieResult
from cass_core.separation.movie.work_plan import JobProgress
from cass_core.separation.separator import Separator
from cass_core.stem_names import STEMS
from cass_core.stems.stem_set import StemSet
from tests.helpers.media.movies import Sound, noise, write_movie
from tests.helpers.separation.tiny_model import write_tiny_model

RATE_HZ = 16_000


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    torch.set_num_threads(1)
    return write_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture(scope="module")
def movie(tmp_path_factory):
    path = tmp_path_factory.mktemp("media") / "long.wav"
    return write_movie(path, None, [Sound(noise(30.0, RATE_HZ, 1), RATE_HZ, "mono")])


@pytest.fixture
def request_for(movie, model, tmp_path):
    def make(name, **values):
        folder = tmp_path / "takes" / name
        settings = SeparationSettings(steps=1)
        return MovieRequest(movie, tmp_path / "out", model, settings, folder=folder, **values)

    return make


def finish(request):
    *events, result = separate_movie(request)
    assert isinstance(result, MovieResult)
    reports = [event for event in events if isinstance(event, JobProgress)]
    return reports, result


def read(folder, span):
    with StemSet.open(folder) as stems:
        return np.stack([stems.read(stem, span) for stem in STEMS])


def test_stems_stand_in_the_folder_and_no_waves_are_written(request_for, tmp_path):
    reports, result = finish(request_for("take 001"))
    assert result.stems_folder == tmp_path / "takes" / "take 001"
    assert not (tmp_path / "out").exists()
    assert {report.phase for report in reports} == {"sound", "separate"}
    positions = [report.position for report in reports if report.position]
    assert positions == sorted(positions)
    assert positions[-1] == StemSet.open(result.stems_folder).span.stop


def test_the_last_share_is_all_without_waves(request_for):
    reports, _ = finish(request_for("take 001"))
    assert reports[-1].share == pytest.approx(1.0, abs=0.01)
    assert reports[-1].phase_share == 1.0


def test_a_repeated_warning_is_said_once_and_is_no_progress(request_for, monkeypatch):
    def _warned(separator, *args):
        for event in run(separator, *args):
            separator.warnings = ["Less memory."]
            yield event

    run = Separator.run
    monkeypatch.setattr(Separator, "run", _warned)
    reports, result = finish(request_for("take 001", span=SampleSpan(0, 30 * RATE_HZ)))
    assert result.warnings.count("Less memory.") == 1
    shares = [report.phase_share for report in reports if report.phase == "separate"]
    assert shares == sorted(shares)


def test_decoded_sound_is_read_and_kept(request_for, movie, tmp_path):
    decoded = tmp_path / "sound.wav"
    list(spool_audio(movie, 0, decoded))
    before = decoded.read_bytes()
    reports, result = finish(request_for("given", decoded=decoded))
    told = {report.phase for report in reports}
    assert told == {"separate"}
    assert decoded.read_bytes() == before
    _, own = finish(request_for("own"))
    whole = SampleSpan(0, 30 * RATE_HZ)
    assert np.array_equal(read(result.stems_folder, whole), read(own.stems_folder, whole))
    assert not list(result.stems_folder.glob("decoded-*"))


def test_decoded_sound_of_another_movie_is_refused(request_for, tmp_path):
    write_movie(tmp_path / "b.wav", None, [Sound(noise(1.0, RATE_HZ, 2), RATE_HZ, "stereo")])
    decoded = tmp_path / "sound.wav"
    list(spool_audio(tmp_path / "b.wav", 0, decoded))
    with pytest.raises(MediaError, match="is not the sound of long.wav"):
        finish(request_for("take", decoded=decoded))
    assert decoded.exists()


def test_a_span_in_samples_equals_that_part_of_the_whole(request_for):
    span = SampleSpan(100_001, 250_003)
    _, part = finish(request_for("part", span=span))
    _, whole = finish(request_for("whole"))
    with StemSet.open(part.stems_folder) as stems:
        assert stems.span == span
    assert np.array_equal(read(part.stems_folder, span), read(whole.stems_folder, span))


def test_a_span_outside_the_programme_is_refused_and_leaves_no_work_file(request_for, tmp_path):
    with pytest.raises(SettingsError, match="Nothing of long.wav lies between samples"):
        finish(request_for("part", span=SampleSpan(40 * RATE_HZ, 41 * RATE_HZ)))
    assert not list((tmp_path / "takes" / "part").iterdir())


def test_a_folder_with_work_is_not_begun_again(request_for):
    finish(request_for("take"))
    with pytest.raises(OutputError, match="holds the work of an earlier run"):
        finish(request_for("take"))
    reports, result = finish(request_for("take", resume=True))
    positions = {report.position for report in reports} - {None}
    assert positions == {30 * RATE_HZ}
