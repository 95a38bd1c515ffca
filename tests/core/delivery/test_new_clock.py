"""A movie with the remix starts at 0, whatever clock the movie has, and keeps all distances."""

from fractions import Fraction
from itertools import pairwise

import av
import pytest

from cass_core.errors import OutputError
from cass_core.media.files.probe import probe
from cass_core.media.remux import muxer
from cass_core.media.remux.movie_formats import MKV, MOV, MP4_ALAC
from cass_core.media.remux.new_clock import NewClock, first_picture_s
from cass_core.media.sound.audio_reader import open_track
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.project.exported_movies import exported

pytestmark = pytest.mark.media

LATE_S = Fraction(26_000)


def stream_from(path, start_s, late_s=Fraction(1, 5), seconds=1.0, codec="mpeg2video"):
    picture = Picture(seconds, codec=codec, start_s=start_s, options={"bf": "2", "g": "12"})
    sound = Sound(noise(seconds), codec="mp2", start_s=start_s + late_s)
    return write_movie(path, picture, [sound])


def edges(path):
    return first_picture_s(path), open_track(path).start_s


@pytest.mark.parametrize("chosen", [MOV, MKV, MP4_ALAC])
@pytest.mark.parametrize("late_s", [Fraction(1, 5), Fraction(-1, 5)])
@pytest.mark.parametrize("start_s", [Fraction(0), Fraction(8, 5), LATE_S, Fraction(95_443)])
def test_a_stream_that_starts_anywhere(tmp_path, chosen, late_s, start_s):
    if late_s < 0:
        start_s += 1
    movie = stream_from(tmp_path / "a.ts", start_s, late_s, seconds=2.0)
    path, _ = exported(movie, tmp_path / f"b{chosen.suffix}", chosen)
    (picture_s, sound_s), (before_picture_s, before_sound_s) = edges(path), edges(movie)
    assert abs(min(picture_s, sound_s)) <= Fraction(2, 1000)
    assert sound_s - picture_s == pytest.approx(before_sound_s - before_picture_s, abs=0.002)
    assert probe(path).duration_s < 3


@pytest.mark.parametrize("chosen", [MOV, MKV])
def test_a_stream_whose_clock_starts_anew(tmp_path, chosen):
    one = stream_from(tmp_path / "a.ts", Fraction(500), Fraction(0))
    two = stream_from(tmp_path / "b.ts", Fraction(20), Fraction(0))
    movie = tmp_path / "joined.ts"
    movie.write_bytes(one.read_bytes() + two.read_bytes())
    path, mixture = exported(movie, tmp_path / f"c{chosen.suffix}", chosen)
    assert probe(path).duration_s == pytest.approx(mixture.shape[1] / 48_000, abs=0.2)
    with av.open(str(path)) as container:
        times = sorted(p.pts * p.time_base for p in container.demux(video=0) if p.size)
    assert len(times) == 50
    assert max(late - early for early, late in pairwise(times)) <= Fraction(1, 10)


def test_an_export_that_keeps_the_movies_clock_is_seen(tmp_path, monkeypatch):
    movie = stream_from(tmp_path / "a.ts", Fraction(100))
    monkeypatch.setattr(muxer, "first_picture_s", lambda _: Fraction(0))
    with pytest.raises(OutputError, match="The sync of a.ts does not come through"):
        exported(movie, tmp_path / "b.mov", MOV)


def test_chapters_move_with_the_clock():
    chapters = [
        {"id": 1, "start": 1000, "end": 2500, "time_base": Fraction(1, 1000), "metadata": {}},
        {"id": 2, "start": 2500, "end": 9000, "time_base": Fraction(1, 1000), "metadata": {}},
    ]
    moved = NewClock(Fraction(2), broadcast=False).moved_chapters(chapters)
    assert [(chapter["start"], chapter["end"]) for chapter in moved] == [(0, 500), (500, 7000)]


def test_a_timecode_at_half_the_pictures_rate_is_written_at_theirs(tmp_path):
    picture = Picture(1.0, Fraction(50), codec="libx264")
    path = write_movie(tmp_path / "a.mov", picture, [Sound(noise(1.0))], timecode="00:30:00:06")
    data = bytearray(path.read_bytes())
    entry = next(
        place for place in range(len(data)) if data[place : place + 4] == b"tmcd"
        and data[place + 28] == 50
    )  # fmt: skip
    length = int.from_bytes(data[entry + 24 : entry + 28])
    data[entry + 24 : entry + 29] = (2 * length).to_bytes(4) + bytes([25])
    path.write_bytes(data)
    assert probe(path).start_timecode == "01:00:00:06"
    made, _ = exported(path, tmp_path / "b.mov", MOV)
    assert (probe(made).start_timecode, probe(made).timecode_fps) == ("01:00:00:12", 50)
