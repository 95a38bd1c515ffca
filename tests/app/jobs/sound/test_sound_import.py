from fractions import Fraction

import numpy as np
import pytest

from app.jobs.sound import sound_decoding
from app.jobs.sound.sound_cache import SoundCache
from app.jobs.sound.sound_import import SoundImport
from app.project.view_state import TimeFormat
from app.views.transport.typed_position import typed_position
from cass_core.clips import SampleSpan
from cass_core.media.sound.float_wave import FloatWaveReader
from cass_core.media.sound.growing_wave import GrowingWave
from cass_core.programme import decoding
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.media.sound_chunks import bext, ixml, with_chunk


class Heard:
    """What an import said."""

    def __init__(self, job):
        self.opened, self.decoded, self.noticed, self.failed = [], [], [], []
        job.opened.connect(self.opened.append)
        job.decoded.connect(lambda *news: self.decoded.append(news))
        job.noticed.connect(self.noticed.append)
        job.failed.connect(self.failed.append)


@pytest.fixture
def job(qtbot):
    job = SoundImport()
    yield job
    job.stop()


def finish(qtbot, job):
    qtbot.waitUntil(lambda: not job.busy, timeout=30_000)


@pytest.fixture
def sound():
    return noise(3.0)


@pytest.fixture
def film(tmp_path, sound):
    sounds = [Sound(sound), Sound(noise(2.0, 44_100, 1), 44_100, "mono", "aac")]
    return write_movie(tmp_path / "film.mov", Picture(3.0), sounds, timecode="01:00:00:00")


def test_a_movie_is_opened_and_decoded(qtbot, job, film, sound):
    heard = Heard(job)
    job.start(film)
    finish(qtbot, job)
    (programme,) = heard.opened
    assert (programme.rate_hz, programme.layout, programme.num_channels) == (48_000, "stereo", 2)
    assert programme.info.start_timecode == "01:00:00:00"
    assert heard.decoded[-1] == (sound.shape[1], True)
    assert [done for _, done in heard.decoded[:-1]] == [False] * (len(heard.decoded) - 1)
    assert (heard.noticed, heard.failed) == ([], [])
    with GrowingWave(programme.sound) as read, FloatWaveReader(programme.sound) as same:
        whole = SampleSpan(0, sound.shape[1])
        assert np.allclose(read.read(whole), sound, atol=1e-4)
        assert np.array_equal(same.read(whole), read.read(whole))


def test_the_second_time_nothing_is_decoded(qtbot, job, film, monkeypatch):
    heard = Heard(job)
    job.start(film)
    finish(qtbot, job)
    monkeypatch.setattr(decoding, "decode_audio", None)
    job.start(film)
    finish(qtbot, job)
    first, second = heard.opened
    assert second == first
    assert heard.decoded[-1] == (first.num_samples, True)
    assert not heard.failed


def test_another_sound_track(qtbot, job, film):
    heard = Heard(job)
    job.start(film, 1)
    finish(qtbot, job)
    assert (heard.opened[0].rate_hz, heard.opened[0].audio_stream) == (44_100, 1)
    job.start(film, 7)
    finish(qtbot, job)
    assert "has no audio stream 7" in heard.failed[0]


@pytest.mark.parametrize("content", ["missing", "empty", "text", "silent"])
def test_what_cannot_be_opened_is_one_sentence(qtbot, job, tmp_path, content):
    path = tmp_path / "odd.mov"
    if content == "silent":
        write_movie(path, Picture(0.5))
    elif content != "missing":
        path.write_text("" if content == "empty" else "this is no movie " * 100)
    heard = Heard(job)
    job.start(path)
    finish(qtbot, job)
    assert len(heard.failed) == 1
    assert "odd.mov" in heard.failed[0]
    assert not heard.opened
    assert not heard.decoded


def test_of_two_in_a_row_the_last_counts(qtbot, job, film, long_sound):
    heard = Heard(job)
    job.start(long_sound)
    job.start(film)
    finish(qtbot, job)
    assert heard.opened[-1].info.path == film
    assert heard.decoded[-1] == (144_000, True)


def test_a_stopped_decode_leaves_nothing_and_the_next_begins_anew(qtbot, tmp_path, film):
    cache = SoundCache(tmp_path / "sound")
    steps = sound_decoding.import_sound(film, 0, cache)
    programme = next(steps)
    assert programme.sound.exists()
    next(steps)
    steps.close()
    assert list(cache.folder.iterdir()) == []
    assert isinstance(list(sound_decoding.import_sound(film, 0, cache))[-1], sound_decoding.Decoded)


def test_a_full_disk_is_one_sentence_and_what_is_decoded_stays(qtbot, job, monkeypatch, tmp_path):
    path = write_movie(tmp_path / "long.wav", None, [Sound(noise(200.0, 48_000, 1), layout="mono")])
    room = iter([True, False])

    def disk_usage(folder):
        real = shutil_usage(folder)
        return real._replace(free=real.free if next(room, False) else 1000)

    shutil_usage = decoding.shutil.disk_usage
    heard = Heard(job)
    job.opened.connect(lambda _: monkeypatch.setattr(decoding.shutil, "disk_usage", disk_usage))
    monkeypatch.setattr(decoding, "_CHECK_SAMPLES", 1 << 21)
    # where the disk can be made to look full
    monkeypatch.setattr(decoding, "isolated_steps", lambda _name, steps, *values: steps(*values))
    job.start(path)
    finish(qtbot, job)
    monkeypatch.undo()
    assert not heard.failed
    (sentence,) = heard.noticed
    assert "is full" in sentence
    assert "of long.wav can be used" in sentence
    done, is_all = heard.decoded[-1]
    assert is_all  # no more comes
    assert 0 < done < 200 * 48_000
    assert heard.opened[0].sound.exists()
    with GrowingWave(heard.opened[0].sound) as read:
        assert read.num_decoded >= done
        assert read.read(SampleSpan(done - 100, done)).any()


def test_repairs_are_told(qtbot, job, tmp_path):
    holes = ((40_960, 61_440),)
    path = write_movie(tmp_path / "gap.mkv", None, [Sound(noise(3.0), holes=holes)])
    heard = Heard(job)
    job.start(path)
    finish(qtbot, job)
    assert any("gaps" in sentence for sentence in heard.noticed)
    assert heard.decoded[-1][1]


def test_a_cache_that_cannot_be_written_is_one_sentence(qtbot, tmp_path, film):
    (tmp_path / "blocked").write_bytes(b"")
    job = SoundImport(cache=SoundCache(tmp_path / "blocked" / "sound"))
    heard = Heard(job)
    job.start(film)
    finish(qtbot, job)
    assert len(heard.failed) == 1
    assert "blocked" in heard.failed[0]


def test_a_damaged_cache_is_made_anew_and_it_is_said(qtbot, job, film, sound):
    job.start(film)
    finish(qtbot, job)
    heard = Heard(job)
    job.start(film)
    finish(qtbot, job)
    (kept,) = heard.opened
    assert heard.noticed == []
    length = kept.sound.stat().st_size
    kept.sound.write_bytes(kept.sound.read_bytes()[:4096] + bytes(length - 4096))
    heard = Heard(job)
    job.start(film)
    finish(qtbot, job)
    assert heard.noticed == [
        "The decoded sound that was kept of this movie was damaged and was made anew."
    ]
    with FloatWaveReader(heard.opened[0].sound) as read:
        assert np.allclose(read.read(SampleSpan(0, sound.shape[1])), sound, atol=1e-4)
    assert not kept.sound.exists()


def test_the_timecode_of_a_recorder_is_that_of_the_programme(qtbot, job, tmp_path):
    path = write_movie(tmp_path / "take.wav", None, [Sound(noise(1.0))])
    with_chunk(path, b"iXML", ixml("24000/1001"))
    with_chunk(path, b"bext", bext(172_972_800))
    heard = Heard(job)
    job.start(path)
    finish(qtbot, job)
    (programme,) = heard.opened
    assert programme.clock.timecode_at(0) == "01:00:00:00"
    assert typed_position(programme, TimeFormat.TIMECODE, "01:00:00:12", here=0) == 24_024


@pytest.mark.parametrize("timecode", ["01:00:00;00", "01:00:00:24"])
def test_a_timecode_that_cannot_be_is_said_in_the_window(qtbot, job, tmp_path, timecode):
    picture = Picture(1.0, Fraction(24_000, 1001))
    path = write_movie(tmp_path / "a.mkv", picture, [Sound(noise(1.0))], timecode=timecode)
    heard = Heard(job)
    job.start(path)
    finish(qtbot, job)
    assert not heard.opened[0].clock.is_stated
    assert any("does not exist at 23.976 frames a second" in said for said in heard.noticed)
