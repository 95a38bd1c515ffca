"""The picture on the widget: which one, where, and what is said where there is none."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Signal
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip

from app.jobs.face_boxes import FaceBox
from app.look.theme import DARK, LIGHT, apply
from app.playback.picture.picture_thread import PictureThread
from app.project.positions import picture_start
from app.project.programme import Programme
from app.project.project import Project
from app.project.view_state import TimeFormat, ViewState
from app.views.picture.picture_overlay import face_area, face_colour
from app.views.picture.picture_state import PictureState
from app.views.picture.video_view import VideoView
from cass_core.media.files.probe import media_hash, probe
from cass_core.media.sound.audio_reader import AudioTrack
from cass_core.programme.opened_movie import OpenedMovie
from tests.helpers.media.counted_movies import (
    CountedPicture,
    even_times,
    number_on,
    write_counted_movie,
)
from tests.helpers.media.movies import Picture, Sound, noise, write_movie

pytestmark = pytest.mark.media

OPTIONS = {"g": "25", "bf": "2", "preset": "ultrafast"}


class FakeTransport(QObject):
    position_changed = Signal(int)
    state_changed = Signal()

    def __init__(self):
        super().__init__()
        self.position, self.playing, self.speed = 0, False, 1.0

    def seek(self, sample):
        self.position = sample
        self.position_changed.emit(sample)

    def play(self, playing):
        self.playing = playing
        self.state_changed.emit()


class FakeFaces(QObject):
    ready = Signal()

    def __init__(self, *boxes):
        super().__init__()
        self.boxes = boxes

    def at(self, _sample):
        return self.boxes


def programme_of(path):
    info = probe(path)
    if info.audio:
        movie = OpenedMovie.open(path)
        return Programme(movie, movie.track.num_samples_estimate, path)
    num_samples = round(info.duration_s * 48_000)
    track = AudioTrack(path, 0, 48_000, "mono", 1, Fraction(0), num_samples)
    return Programme(OpenedMovie(info, track, media_hash(path)), num_samples, path)


@pytest.fixture
def stage(qtbot):
    """Builds a shown view; ends its thread with the test."""
    views = []

    def build(size=(320, 240), faces=None):
        view = VideoView(Project(), FakeTransport(), ViewState(), faces)
        views.append(view)
        qtbot.addWidget(view)
        view.resize(*size)
        view.show()
        return view

    yield build
    for view in views:
        view.stop()


@pytest.fixture(scope="module")
def counted(tmp_path_factory):
    fps = Fraction(30000, 1001)
    picture = CountedPicture(
        even_times(fps, 4), fps, size=(160, 96), options=OPTIONS, start_s=Fraction(1, 10),
        time_base=Fraction(1, 30000),
    )  # fmt: skip
    path = tmp_path_factory.mktemp("movies") / "counted.mov"
    return write_counted_movie(path, picture, Fraction(1, 4))


def open_movie(view, path):
    view._project.open(programme_of(path), Path())


def shows(view, number):
    return view.frame is not None and number_on(view.frame.image) == number


def test_shows_the_frame_that_the_timecode_names(qtbot, stage, counted):
    view = stage()
    open_movie(view, counted)
    programme = view._project.programme
    for number in (5, 6, 60, 7, 100, 99):
        view._transport.seek(picture_start(programme, number))
        qtbot.waitUntil(lambda number=number: shows(view, number))
        assert view._position == programme.clock.timecode_at(view._transport.position)
        view._transport.seek(picture_start(programme, number + 1) - 1)
        assert shows(view, number)


def test_playing_follows_the_transport(qtbot, stage, counted):
    view = stage()
    open_movie(view, counted)
    qtbot.waitUntil(lambda: view.state is PictureState.SHOWN)
    view._transport.play(True)
    for number in range(20, 60, 3):
        view._transport.seek(picture_start(view._project.programme, number))
        qtbot.waitUntil(lambda number=number: shows(view, number))
    view._transport.play(False)


def test_the_time_in_the_picture_is_the_one_that_was_told(qtbot, stage, counted):
    view = stage()
    open_movie(view, counted)
    programme = view._project.programme
    almost = picture_start(programme, 30) - programme.rate_hz // 200  # 5 ms too early
    view._transport.seek(almost)
    qtbot.waitUntil(lambda: shows(view, 29))
    view._transport.play(True)
    qtbot.waitUntil(lambda: shows(view, 30))
    assert view._position == programme.clock.timecode_at(almost)


def test_a_picture_is_painted_when_it_is_nearest_to_its_time(qtbot, stage, counted):
    view = stage()
    open_movie(view, counted)
    programme = view._project.programme
    almost = picture_start(programme, 30) - programme.rate_hz // 200  # 5 ms too early
    view._transport.seek(almost)
    qtbot.waitUntil(lambda: shows(view, 29))
    view._transport.play(True)
    qtbot.waitUntil(lambda: shows(view, 30))
    view._transport.play(False)
    qtbot.waitUntil(lambda: shows(view, 29))
    view._transport.speed = -1.0
    view._transport.seek(picture_start(programme, 30) + programme.rate_hz // 200)
    qtbot.waitUntil(lambda: shows(view, 30))
    view._transport.play(True)
    qtbot.waitUntil(lambda: shows(view, 29))


def test_a_hidden_view_decodes_nothing(qtbot, stage, counted, monkeypatch):
    view = stage()
    open_movie(view, counted)
    qtbot.waitUntil(lambda: view.state is PictureState.SHOWN)
    view._transport.play(True)
    requests = []
    monkeypatch.setattr(PictureThread, "request", lambda _self, request: requests.append(request))
    view.hide()
    requests.clear()
    view._transport.seek(4000)
    qtbot.wait(60)
    assert requests == []
    view.show()
    qtbot.waitUntil(lambda: bool(requests))


@pytest.mark.parametrize(
    ("size", "pixel_aspect", "widget", "area"),
    [
        ((160, 90), 1, (320, 180), (0, 0, 320, 180)),
        ((160, 90), 1, (320, 240), (0, 30, 320, 180)),
        ((160, 90), 1, (400, 90), (120, 0, 160, 90)),
        ((160, 90), 2, (320, 180), (0, 45, 320, 90)),
    ],
)
def test_letterbox(qtbot, stage, tmp_path, size, pixel_aspect, widget, area):
    picture = CountedPicture(
        even_times(Fraction(25), 0.2), Fraction(25), size=size, pixel_aspect=Fraction(pixel_aspect)
    )
    view = stage(widget)
    open_movie(view, write_counted_movie(tmp_path / "clip.mp4", picture))
    qtbot.waitUntil(lambda: view.state is PictureState.SHOWN)
    assert view.picture_area() == QRectF(*area)


def test_paints_the_picture_upright_on_the_canvas(qtbot, stage, tmp_path):
    view = stage((200, 300))
    view.show_timecode.setChecked(False)
    path = write_movie(tmp_path / "turned.mp4", Picture(0.4, rotation_deg=90))
    open_movie(view, path)
    qtbot.waitUntil(lambda: view.state is PictureState.SHOWN)
    view.clearFocus()
    painted = view.grab().toImage()
    scale = painted.devicePixelRatio()
    area = view.picture_area()
    assert painted.pixelColor(round(4 * scale), round(150 * scale)) == QColor(DARK.canvas)
    corner = painted.pixelColor(
        round((area.left() + 8) * scale), round((area.bottom() - 8) * scale)
    )
    assert corner.red() > 200
    assert corner.blue() < 60


@pytest.mark.parametrize("theme", [DARK, LIGHT])
@pytest.mark.parametrize("state", list(PictureState))
def test_says_what_is_the_case(qtbot, qapp, stage, tmp_path, counted, state, theme):
    apply(qapp, theme)
    view = stage()
    if state is PictureState.NO_PICTURE:
        open_movie(view, write_movie(tmp_path / "sound.wav", None, [Sound(noise(0.5))]))
    elif state is PictureState.BROKEN:
        good = programme_of(counted)
        broken = tmp_path / counted.name
        broken.write_bytes(b"\x00\x00\x00\x18ftypisom" + bytes(400))
        view._project.open(
            replace(good, movie=replace(good.movie, info=replace(good.info, path=broken))),
            Path(),
        )
    elif state is not PictureState.NOTHING_OPEN:
        open_movie(view, counted)
    if state is PictureState.OPENING:
        assert view.state is state
    else:
        qtbot.waitUntil(lambda: view.state is state)
    words = {
        PictureState.NOTHING_OPEN: "No movie is open",
        PictureState.NO_PICTURE: "No picture",
        PictureState.OPENING: "Opening the picture…",
        PictureState.SHOWN: "Picture at 00:00:00",
        PictureState.BROKEN: "is cut off or damaged",
    }
    assert words[state] in view.accessibleDescription()
    assert view.accessibleName() == "Picture"
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8)
    assert len(np.unique(pixels)) > 20  # something is written
    apply(qapp, DARK)


def test_closing_takes_the_picture_away(qtbot, stage, counted):
    view = stage()
    open_movie(view, counted)
    qtbot.waitUntil(lambda: view.state is PictureState.SHOWN)
    view._project.open(None, Path())
    assert view.state is PictureState.NOTHING_OPEN
    assert view.frame is None


def test_the_position_is_written_as_everywhere(qtbot, stage, counted):
    view = stage()
    open_movie(view, counted)
    qtbot.waitUntil(lambda: view.state is PictureState.SHOWN)
    view._transport.seek(48000)
    view._view.set_time_format(TimeFormat.SAMPLES)
    assert view._position.replace(view._position[2], "") == "48000"


FACES = (
    FaceBox(1, (0.1, 0.1, 0.4, 0.6), False),
    FaceBox(2, (0.6, 0.2, 0.9, 0.8), True),
)


@pytest.fixture
def faced(qtbot, stage, counted):
    view = stage((320, 192), FakeFaces(*FACES))
    open_movie(view, counted)
    qtbot.waitUntil(lambda: view.state is PictureState.SHOWN)
    return view


def near_colour(view, face):
    """Pixels on the left edge of a face's frame that have its colour."""
    image = view.grab().toImage()
    scale = image.devicePixelRatio()
    area = face_area(face, view.picture_area())
    wanted = face_colour(face.track)
    count = 0
    for x in range(round((area.left() - 3) * scale), round((area.left() + 3) * scale)):
        colour = image.pixelColor(x, round(area.center().y() * scale))
        parts = zip(colour.getRgb()[:3], wanted.getRgb()[:3], strict=True)
        count += all(abs(a - b) < 60 for a, b in parts)
    return count


def test_faces_are_framed_and_the_speaker_more_so(faced):
    assert near_colour(faced, FACES[0]) >= 1
    assert near_colour(faced, FACES[1]) > near_colour(faced, FACES[0])
    faced.show_faces.setChecked(False)
    assert near_colour(faced, FACES[1]) == 0


def test_faces_are_said_in_words(faced):
    faced._transport.seek(10)
    assert faced.accessibleDescription().endswith(", Face 1, Face 2, speaking")


@pytest.mark.parametrize(
    ("face", "words"),
    [(0, "Face 1"), (1, "Face 2, speaking"), (None, "The picture of what is heard")],
)
def test_a_tooltip_names_the_face(faced, face, words):
    area = faced.picture_area()
    point = face_area(FACES[face], area).center().toPoint() if face is not None else QPoint(2, 2)
    where = faced.mapToGlobal(point)
    QApplication.sendEvent(faced, QHelpEvent(QEvent.Type.ToolTip, point, where))
    assert QToolTip.text() == words
