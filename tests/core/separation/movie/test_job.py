"""Working stems alone: a folder, a span and a decoded sound of somebody else's choice."""

import os
from itertools import pairwise

import numpy as np
import pytest
import torch

from cass_core.clips import SampleSpan
from cass_core.errors import MediaError, OutputError, SettingsError
from cass_core.media.files import container
from cass_core.media.sound.audio_reader import open_track
from cass_core.programme import decoding, opened_movie
from cass_core.programme.decoding import decode_to_file
from cass_core.programme.opened_movie import OpenedMovie
from cass_core.request.events import (
    ChunkWritten,
    PhaseShare,
    RunBegun,
    Separated,
    StepDone,
    Warned,
)
from cass_core.request.request import SeparationRequest
from cass_core.request.settings import SeparationSettings
from cass_core.separation.movie.job import separate_movie
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
        return SeparationRequest(movie, folder, str(model), SeparationSettings(steps=1), **values)

    return make


def finish(request):
    *events, result = separate_movie(request)
    assert isinstance(result, Separated)
    return events, result


def begin(run):
    """Bring a run to where it begins to work."""
    while not isinstance(next(run), RunBegun):
        pass


def phases(events):
    return {event.phase for event in events if isinstance(event, PhaseShare)}


def shares(events):
    return [
        event.share
        for event in events
        if isinstance(event, StepDone | ChunkWritten)
        or (isinstance(event, PhaseShare) and event.phase == "separate")
    ]


def read(folder, span):
    with StemSet.open(folder) as stems:
        return np.stack([stems.read(stem, span) for stem in STEMS])


def test_stems_stand_in_the_folder_and_no_waves_are_written(request_for, tmp_path):
    events, result = finish(request_for("take 001"))
    assert result.folder == tmp_path / "takes" / "take 001"
    assert not (tmp_path / "out").exists()
    assert phases(events) == {"sound", "separate"}
    spans = [event.span for event in events if isinstance(event, ChunkWritten)]
    assert all(before.stop == after.start for before, after in pairwise(spans))
    assert spans[-1].stop == StemSet.open(result.folder).span.stop


def test_a_run_says_first_what_it_does(request_for):
    events, _ = finish(request_for("take 001", span=SampleSpan(0, 8 * RATE_HZ), device="cpu"))
    begun = next(event for event in events if not isinstance(event, Warned))
    assert isinstance(begun, RunBegun)
    assert (begun.device_kind, begun.rate_hz, begun.num_channels) == ("cpu", RATE_HZ, 1)
    assert (begun.length_s, begun.part_s, begun.picture_size) == (30.0, 8.0, "")


def test_the_last_share_is_all_and_none_falls(request_for):
    events, _ = finish(request_for("take 001"))
    told = shares(events)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_a_repeated_warning_is_said_once_and_is_no_progress(request_for, monkeypatch):
    def _warned(separator, *args):
        for event in run(separator, *args):
            separator.warnings = ["Less memory."]
            yield event

    run = Separator.run
    monkeypatch.setattr(Separator, "run", _warned)
    events, result = finish(request_for("take 001", span=SampleSpan(0, 30 * RATE_HZ)))
    assert result.warnings.count("Less memory.") == 1
    assert events.count(Warned("Less memory.")) == 1
    assert shares(events) == sorted(shares(events))


def test_decoded_sound_is_read_and_kept(request_for, movie, tmp_path):
    decoded = tmp_path / "sound.wav"
    list(decode_to_file(open_track(movie), decoded))
    before = decoded.read_bytes()
    events, result = finish(request_for("given", decoded=decoded))
    assert phases(events) == {"separate"}
    assert decoded.read_bytes() == before
    _, own = finish(request_for("own"))
    whole = SampleSpan(0, 30 * RATE_HZ)
    assert np.array_equal(read(result.folder, whole), read(own.folder, whole))
    assert not list(result.folder.glob("decoded-*"))


def zero(wave):
    """Leave a wave as a crash of the computer may: its length, and nothing in it."""
    length = wave.stat().st_size
    head = wave.read_bytes()[:4096]
    wave.write_bytes(head + bytes(length - len(head)))


def test_a_zeroed_work_file_is_made_anew_and_it_is_said(request_for):
    run = separate_movie(request_for("take"))
    while not isinstance(next(run), ChunkWritten):
        pass
    run.close()
    folder = request_for("take").folder
    (spool,) = (path for path in folder.glob("decoded-*") if path.suffix == ".wav")
    zero(spool)
    events, result = finish(request_for("take", resume=True))
    sentence = "The decoded sound of the stopped run was damaged and was made anew."
    assert Warned(sentence) in events
    _, undisturbed = finish(request_for("undisturbed"))
    whole = SampleSpan(0, 30 * RATE_HZ)
    assert np.array_equal(read(result.folder, whole), read(undisturbed.folder, whole))
    assert not list(folder.glob("*decoded-*"))


def test_zeroed_sound_of_the_window_is_never_separated(request_for, movie, tmp_path):
    decoded = tmp_path / "sound.wav"
    list(decode_to_file(open_track(movie), decoded))
    zero(decoded)
    with pytest.raises(MediaError, match="is damaged: it is not what was written; open the movie"):
        finish(request_for("given", decoded=decoded))


def test_decoded_sound_of_another_movie_is_refused(request_for, tmp_path):
    write_movie(tmp_path / "b.wav", None, [Sound(noise(1.0, RATE_HZ, 2), RATE_HZ, "stereo")])
    decoded = tmp_path / "sound.wav"
    list(decode_to_file(open_track(tmp_path / "b.wav"), decoded))
    with pytest.raises(MediaError, match="is not the sound of long.wav"):
        finish(request_for("take", decoded=decoded))
    assert decoded.exists()


def test_a_span_in_samples_equals_that_part_of_the_whole(request_for):
    span = SampleSpan(100_001, 250_003)
    _, part = finish(request_for("part", span=span))
    _, whole = finish(request_for("whole"))
    with StemSet.open(part.folder) as stems:
        assert stems.span == span
    assert np.array_equal(read(part.folder, span), read(whole.folder, span))


def test_a_span_outside_the_programme_is_refused_and_leaves_no_work_file(request_for, tmp_path):
    with pytest.raises(SettingsError, match="Nothing of long.wav lies between samples"):
        finish(request_for("part", span=SampleSpan(40 * RATE_HZ, 41 * RATE_HZ)))
    assert not list((tmp_path / "takes" / "part").iterdir())


def test_a_folder_with_work_is_not_begun_again(request_for):
    finish(request_for("take"))
    with pytest.raises(OutputError, match="holds the work of an earlier run"):
        finish(request_for("take"))
    events, result = finish(request_for("take", resume=True))
    assert not [event for event in events if isinstance(event, ChunkWritten)]
    assert shares(events) == [1.0]


def test_a_movie_is_opened_once_and_then_decoded_once(request_for, movie, monkeypatch):
    def here(_name, function, *values):
        return function(*values)

    times = []
    real = container.av.open
    monkeypatch.setattr(container.av, "open", lambda *a, **k: times.append(1) or real(*a, **k))
    monkeypatch.setattr(opened_movie, "isolated_call", here)
    monkeypatch.setattr(decoding, "isolated_steps", here)
    OpenedMovie.open(movie)
    opening = len(times)
    finish(request_for("take"))
    assert len(times) == 2 * opening + 1


@pytest.mark.parametrize("values", [{}, {"resume": True}, {"overwrite": True}])
def test_two_runs_never_write_one_folder(request_for, values):
    first = separate_movie(request_for("take"))
    events = [next(first)]
    while not isinstance(events[-1], ChunkWritten):
        events.append(next(first))
    words = rf"take is being written by another Cass Studio \(process {os.getpid()}\)"
    # without any of the options a sentence about the earlier run comes first
    with pytest.raises(OutputError, match=words if values else "holds the work of an earlier run"):
        finish(request_for("take", **values))
    *_, result = first
    finish(request_for("undisturbed"))
    span = SampleSpan(0, 30 * RATE_HZ)
    undisturbed = result.folder.with_name("undisturbed")
    assert np.array_equal(read(result.folder, span), read(undisturbed, span))
    assert not [path for path in result.folder.iterdir() if path.suffix == ".lock"]


def test_a_run_that_began_in_the_same_moment_is_not_begun_over(request_for, tmp_path):
    first, second = (separate_movie(request_for("take")) for _ in range(2))
    begin(first)
    begin(second)  # both have found the folder empty
    next(first)
    with pytest.raises(OutputError, match="is being written by another Cass Studio"):
        next(second)
    third = separate_movie(request_for("take"))
    begin(third)
    list(first)
    with pytest.raises(OutputError, match="holds the work of an earlier run"):
        next(third)
    with StemSet.open(tmp_path / "takes" / "take") as stems:
        assert stems.manifest.state == "complete"
