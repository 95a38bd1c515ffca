"""What a movie would take is known before it is spent: room on the disk, hours of nothing."""

from fractions import Fraction

import pytest
import torch

from cass_core.delivery.encodings import Encoding
from cass_core.delivery.separated_movie import Delivery, separate_and_deliver
from cass_core.errors import MediaError, OutputError
from cass_core.media.sound import sound_checks
from cass_core.media.sound.audio_reader import decode_audio
from cass_core.programme.opened_movie import OpenedMovie
from cass_core.request.events import PhaseShare, RunBegun, Separated, Warned
from cass_core.request.request import SeparationRequest
from cass_core.request.settings import SeparationSettings
from cass_core.separation.movie.job import separate_movie
from cass_core.visual.feature_layout import FEATURE_FPS
from cass_core.visual.heard_picture import kept_picture, sound_name
from cass_core.visual.picture_settings import PictureSettings
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.separation.tiny_model import write_tiny_model

pytestmark = pytest.mark.media

SECONDS, RATE_HZ = 1.0, 16_000
DECODED = round(SECONDS * RATE_HZ) * 4  # bytes of mono in float32
GAP_S = 50_000


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    torch.set_num_threads(1)
    return write_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture
def request_for(model, tmp_path):
    settings = PictureSettings(faces=False, cache_folder=tmp_path / "pictures")

    def make(movie, **values):
        steps = SeparationSettings(steps=1)
        folder = tmp_path / "stems"
        return SeparationRequest(
            movie, folder, str(model), steps, picture_settings=settings, **values
        )

    return make


def sound_file(folder):
    sound = Sound(noise(SECONDS, RATE_HZ, 1), RATE_HZ, "mono")
    return write_movie(folder / "a.wav", None, [sound])


@pytest.mark.parametrize(("free", "fits"), [(5 * DECODED - 100, False), (5 * DECODED, True)])
def test_room_is_asked_for_before_the_sound_is_decoded(
    request_for, tmp_path, monkeypatch, free, fits
):
    monkeypatch.setattr("cass_core.programme.disk_room.free_bytes", lambda _: free)
    request = request_for(sound_file(tmp_path))
    events = separate_movie(request)
    if fits:
        assert isinstance([*events][-1], Separated)
        return
    with pytest.raises(OutputError, match=r"stems needs 320\.0 kB but 319\.9 kB are free"):
        next(events)
    assert not request.folder.exists()


@pytest.mark.parametrize(("bits", "each"), [(32, DECODED), (16, DECODED // 2)])
def test_room_for_the_files_is_asked_for_too(request_for, tmp_path, monkeypatch, bits, each):
    request = request_for(sound_file(tmp_path))
    delivery = Delivery(tmp_path, Encoding("wav", bits))
    for free in (4 * DECODED + 4 * each - 100, 4 * DECODED + 4 * each):
        monkeypatch.setattr("cass_core.programme.disk_room.free_bytes", lambda _, room=free: room)
        events = separate_and_deliver(request, delivery)
        if free == 4 * DECODED + 4 * each:
            next(events)
            events.close()
        else:
            with pytest.raises(OutputError, match="are free"):
                next(events)


def test_a_run_that_goes_on_needs_only_what_is_not_there(request_for, tmp_path, monkeypatch):
    movie = sound_file(tmp_path)
    for event in separate_movie(request_for(movie)):
        if isinstance(event, PhaseShare) and event.phase == "separate":
            break
    monkeypatch.setattr("cass_core.programme.disk_room.free_bytes", lambda _: 5000)
    with pytest.raises(OutputError, match="are free"):
        next(separate_movie(request_for(movie)))
    assert isinstance([*separate_movie(request_for(movie, resume=True))][-1], Separated)


def test_a_sound_file_that_was_cut_off_needs_what_it_holds(request_for, tmp_path, monkeypatch):
    movie = sound_file(tmp_path)
    data = movie.read_bytes()
    movie.write_bytes(data[: len(data) // 4])
    monkeypatch.setattr("cass_core.programme.disk_room.free_bytes", lambda _: 2 * DECODED)
    assert isinstance(next(separate_movie(request_for(movie))), Warned | RunBegun)


def with_gap(folder, before_s=0):
    """A second of sound; pictures, hours of nothing, and pictures again."""
    first = [Fraction(k, 25) for k in range(10)]
    picture = Picture(times_s=(*first, *(GAP_S + time for time in first)))
    sound = Sound(noise(SECONDS, RATE_HZ, 1), RATE_HZ, "mono", start_s=Fraction(before_s))
    return write_movie(folder / "a.mkv", picture, [sound])


@pytest.mark.parametrize("before_s", [0, GAP_S])
def test_hours_of_standing_picture_are_not_looked_at(request_for, tmp_path, before_s):
    movie = with_gap(tmp_path, before_s)
    request = request_for(movie)
    events = [*separate_movie(request)]
    said = [event.sentence for event in events if isinstance(event, Warned)]
    opened = OpenedMovie.open(movie)
    kept = kept_picture(
        movie, request.picture_settings, opened.track.start_s, opened.cache_key, sound_name(0)
    ).features
    assert kept is not None
    assert len(kept.face) < 700 * FEATURE_FPS
    assert kept.start_s <= 0 <= kept.start_s + len(kept.face) / FEATURE_FPS
    longer = "lasts 833 minutes longer than its sound and is not looked at that far"
    assert any(longer in sentence for sentence in said) == (not before_s)


def test_hours_of_silence_by_time_stamps_are_refused(tmp_path, monkeypatch):
    sound = Sound(noise(3.0, RATE_HZ, 1), RATE_HZ, "mono", "pcm_s16le", holes=((8_192, 36_864),))
    movie = write_movie(tmp_path / "a.mkv", None, [sound])
    assert sum(block.shape[1] for block in decode_audio(movie)) == pytest.approx(48_000, abs=50)
    monkeypatch.setattr(sound_checks, "_MOST_SILENCE_S", 1.0)
    with pytest.raises(MediaError, match="put 0.0 hours of silence into"):
        list(decode_audio(movie))
