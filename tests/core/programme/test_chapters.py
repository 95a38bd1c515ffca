"""Recordings in chapters: which files they are, and that they join to the sample and the frame."""

from fractions import Fraction

import numpy as np
import pytest
import soundfile

from cass_core.errors import MediaError
from cass_core.media.files.probe import probe
from cass_core.media.picture.frame_seeker import FrameSeeker
from cass_core.media.remux.movie_formats import MOV, fitting_formats
from cass_core.media.sound.audio_reader import decode_audio
from cass_core.media.sound.broadcast.source_notes import source_notes
from cass_core.programme.chapters import chapters_of, joined_chapters
from cass_core.programme.opened_movie import OpenedMovie
from tests.helpers.media.movies import Picture, Sound, write_movie
from tests.helpers.media.sound_chunks import bext, ixml, with_chunk
from tests.helpers.project.remixed_movies import remixed

pytestmark = pytest.mark.media

FPS = Fraction(30_000, 1001)
FRAMES = (11, 17, 9)
CUTS = [round(sum(FRAMES[:number]) / FPS * 48_000) for number in range(4)]
SOUND = np.round(np.random.default_rng(2).uniform(-0.5, 0.5, (2, CUTS[-1])) * 2**15) / 2**15


def wave(path, samples, reference=None):
    soundfile.write(path, samples.T, 48_000, subtype="PCM_24")
    if reference is not None:
        with_chunk(path, b"bext", bext(reference))
    return path


@pytest.fixture
def camera(tmp_path):
    """Three chapters, each with a white first frame; only the first one has a timecode."""
    for number, frames in enumerate(FRAMES):
        part = SOUND[:, CUTS[number] : CUTS[number + 1]]
        picture = Picture(float(frames / FPS), FPS, flashes_s=(0.0,), codec="libx264")
        path = tmp_path / f"GX0{number + 1}0007.MOV"
        timecode = None if number else "01:00:00;00"
        write_movie(path, picture, [Sound(part)], timecode=timecode)
    return tmp_path


def test_camera_joins_to_sample_and_frame(camera):
    names = [f"GX0{number}0007.MOV" for number in (1, 2, 3)]
    chapters = chapters_of(camera / names[1])
    assert [path.name for path in chapters] == names
    recording = joined_chapters(chapters)
    made = recording.stat().st_mtime_ns
    assert joined_chapters(chapters).stat().st_mtime_ns == made  # what is kept of it stays good
    assert chapters_of(recording) == (recording,)
    movie = OpenedMovie.open(recording)
    assert movie.clock.start_timecode == "01:00:00;00"
    assert movie.info.audio[0].bits == 16
    heard = np.concatenate(list(decode_audio(recording)), axis=1)
    np.testing.assert_array_equal(heard, SOUND)
    seeker = FrameSeeker(recording)
    starts = [sum(FRAMES[:number]) for number in range(3)]
    for frame in (0, 10, 11, 12, 27, 28, 29, 36):
        shown = seeker.frame_at((frame + Fraction(1, 2)) / FPS, (160, 90)).image
        assert (shown[50:, 80:].mean() > 128) == (frame in starts), frame
    seeker.close()


def test_movie_of_a_recording_holds_all_chapters(camera, tmp_path):
    recording = joined_chapters(chapters_of(camera / "GX010007.MOV"))
    assert fitting_formats(probe(recording))[0] is MOV
    remixed(recording, tmp_path / "new.mov", MOV)
    info = probe(tmp_path / "new.mov")
    assert info.start_timecode == "01:00:00;00"
    assert info.video[0].num_frames == sum(FRAMES)


def test_chapter_that_is_gone_is_named(camera):
    recording = joined_chapters(chapters_of(camera / "GX010007.MOV"))
    (camera / "GX020007.MOV").unlink()
    with pytest.raises(MediaError, match=r"GX020007\.MOV, a chapter of GX010007\.ffconcat"):
        probe(recording)


def test_recorder_is_known_by_its_time_stamps(tmp_path):
    first, hour = wave(tmp_path / "boom_0001.wav", SOUND[:, : CUTS[1]], 3600 * 48_000), 172_800_000
    with_chunk(
        first,
        b"iXML",
        ixml("24000/1001").replace(b"<?xml?>", b"").replace(b"<SPEED>", b"<TAPE>A1</TAPE><SPEED>"),
    )
    wave(tmp_path / "boom_0002.wav", SOUND[:, CUTS[1] :], hour + CUTS[1])
    wave(tmp_path / "boom_0003.wav", SOUND, hour + 48_000 * 600)  # another take
    recording = joined_chapters(chapters_of(first))
    assert [path.name for path in chapters_of(tmp_path / "boom_0002.wav")][-1] == "boom_0002.wav"
    movie = OpenedMovie.open(recording)
    assert movie.clock.reference == hour
    assert source_notes(recording, movie.info).tape == "A1"
    heard = np.concatenate(list(decode_audio(recording)), axis=1)
    np.testing.assert_array_equal(heard, SOUND)


@pytest.mark.parametrize(("names", "expected"), [
    (["ZOOM0001_LR-0001.wav", "ZOOM0001_LR-0002.wav"], 2),
    (["GOPR0042.wav", "GP010042.wav", "GP020042.wav"], 3),
    (["GH010042.wav", "GH010043.wav"], 1),  # two recordings
    (["scene_001.wav", "scene_002.wav"], 1),  # takes without time stamps
    (["GX010001.wav", "GX030001.wav"], 1),  # one is missing in between
])  # fmt: skip
def test_names(tmp_path, names, expected):
    for name in names:
        wave(tmp_path / name, SOUND[:, :100])
    for name in names[:expected]:
        assert len(chapters_of(tmp_path / name)) == expected


def test_files_of_another_kind_do_not_fit(tmp_path):
    wave(tmp_path / "GX010001.wav", SOUND[:, :100])
    wave(tmp_path / "GX020001.wav", SOUND[:1, :100])
    assert len(chapters_of(tmp_path / "GX010001.wav")) == 1


def test_lists_of_others_are_not_opened(tmp_path):
    wave(tmp_path / "a.wav", SOUND[:, :100])
    path = tmp_path / "a.ffconcat"
    path.write_text("ffconcat version 1.0\nfile 'a.wav'\n")
    with pytest.raises(MediaError, match="is a list that names other files"):
        probe(path)
