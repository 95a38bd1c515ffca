"""What a container cannot hold is said with what does hold it, and nothing is lost unsaid."""

import subprocess
from fractions import Fraction

import numpy as np
import pytest

from cass_core.errors import OutputError
from cass_core.media.files.probe import probe
from cass_core.media.remux.movie_formats import MKV, MOV, MP4, MP4_ALAC
from cass_core.media.remux.sound_encoder import NewSound, refuse_unknown_sound
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.project.exported_movies import exported

pytestmark = pytest.mark.media


@pytest.mark.parametrize("chosen", [MOV, MKV, MP4])
@pytest.mark.parametrize(
    ("name", "codec", "taking"),
    [("a.avi", "dvvideo", ("MOV",)), ("a.avi", "wmv2", ()), ("a.flv", "flv", ())],
)
def test_a_picture_that_does_not_fit(tmp_path, chosen, name, codec, taking):
    picture = Picture(0.4, size=(720, 576), codec=codec)
    sound = Sound(noise(0.4, 44_100), 44_100, codec="libmp3lame")
    movie = write_movie(tmp_path / name, picture, [sound])
    target = tmp_path / f"b{chosen.suffix}"
    if chosen.name in taking:
        exported(movie, target, chosen)
        return
    with pytest.raises(OutputError, match=f"cannot hold a picture of the kind {codec}") as refused:
        exported(movie, target, chosen)
    assert [name for name in ("MOV", "MKV", "MP4") if f"choose {name}" in str(refused.value)] == [
        *taking
    ]
    assert taking or "export the remix as a sound file" in str(refused.value)


def test_a_sound_that_does_not_fit():
    sound = NewSound(48_000, "22.2", 24, 48_000, Fraction(0), lambda span: np.zeros((24, 1)))
    for chosen in (MKV, MP4, MP4_ALAC):
        with pytest.raises(OutputError, match="cannot hold 22.2 sound at 48000 Hz; choose MOV"):
            refuse_unknown_sound(sound, chosen)


def with_cover(tmp_path):
    plain = write_movie(tmp_path / "plain.mp4", Picture(0.4), [Sound(noise(0.4), codec="aac")])
    cover, movie = tmp_path / "cover.png", tmp_path / "movie.mp4"
    make = ["ffmpeg", "-v", "error", "-f", "lavfi", "-i", "color=red:s=64x64", "-frames:v", "1"]
    subprocess.run([*make, cover], check=True)
    join = ["ffmpeg", "-v", "error", "-i", plain, "-i", cover, "-map", "0", "-map", "1"]
    subprocess.run([*join, "-c", "copy", "-disposition:v:1", "attached_pic", movie], check=True)
    return movie


@pytest.mark.parametrize(("chosen", "is_kept"), [(MOV, False), (MP4, True)])
def test_a_cover_is_kept_or_said(tmp_path, chosen, is_kept):
    import av

    movie = with_cover(tmp_path)
    target = tmp_path / f"b{chosen.suffix}"
    _, _, notices = exported(movie, target, chosen, with_notices=True)
    with av.open(str(target)) as container:
        assert len(container.streams.video) == 1 + is_kept
    assert any("the cover picture" in notice for notice in notices) != is_kept
    assert len(probe(target).video) == 1
