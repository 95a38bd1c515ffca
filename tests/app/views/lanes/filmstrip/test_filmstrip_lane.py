"""The strip shows what the movie shows: white where it flashes, and who is seen to speak."""

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from app.jobs.images.thumbnails import Thumbnails
from app.lanes import LANES, LaneKind
from app.project.programme import Programme
from app.views.lanes.filmstrip.filmstrip_canvas import SPEAKER_COLOUR, FilmstripCanvas
from app.views.lanes.filmstrip.filmstrip_header import FilmstripHeader
from app.views.lanes.filmstrip.strip_plan import Spacing
from cass_core.clips import SampleSpan
from cass_core.programme.opened_movie import OpenedMovie
from tests.helpers.media.movies import Picture, Sound, noise, write_movie
from tests.helpers.window import mouse
from tests.helpers.window.painted import pixels

pytestmark = pytest.mark.media
RATE, FPS, MS = 48_000, 25, 30_000
LANE = next(lane for lane in LANES if lane.kind is LaneKind.FILMSTRIP)


class TwoShots(QObject):
    """A cut after a second; a face is in view from there, and speaks for the last half second."""

    ready = Signal()
    is_known = True

    def cuts(self):
        return np.array([RATE])

    def in_view(self):
        return np.array([[RATE, 2 * RATE]])

    def speaks(self):
        return np.array([[3 * RATE // 2, 2 * RATE]])


@pytest.fixture
def strip(qtbot, context, tmp_path):
    bright = tuple(k / FPS for k in range(FPS, 2 * FPS))
    movie = write_movie(
        tmp_path / "two shots.mov", Picture(2.0, flashes_s=bright), [Sound(noise(2.0))]
    )
    context.project.open(Programme(OpenedMovie.open(movie), 2 * RATE, tmp_path / "s"), tmp_path)
    context.view.set_length(2 * RATE)
    context.view.show_span(SampleSpan(0, 2 * RATE))
    thumbnails = Thumbnails(context.project)
    canvas = FilmstripCanvas(LANE, context, thumbnails, TwoShots())
    thumbnails.setParent(canvas)
    qtbot.addWidget(canvas)
    canvas.resize(400, 72)
    canvas.show()
    yield canvas
    canvas.hide()


def test_pictures_cuts_and_speakers_are_seen(qtbot, strip, context):
    # the second shot is white below its orange corner, the first one black
    qtbot.waitUntil(lambda: pixels(strip)[40, 260].min() > 200, timeout=MS)
    qtbot.waitUntil(lambda: pixels(strip)[10, 3].max() > 100, timeout=MS)  # the orange corner
    seen = pixels(strip)
    assert seen[40, 60].max() < 60
    assert seen[10, 200].min() > 200  # the cut's line
    blue, green, red = seen[64, 350]
    assert (red, green, blue) == SPEAKER_COLOUR.getRgb()[:3]
    assert tuple(seen[64, 250]) != tuple(seen[64, 350])
    assert strip.words_at(5 * RATE // 4).endswith("a face is silent")
    mouse.press(strip, (300, 20))
    assert context.transport.position == pytest.approx(3 * RATE // 2, abs=RATE // 100)


def test_the_header_chooses_how_many_pictures_there_are(qtbot, strip):
    header = FilmstripHeader(LANE, strip)
    qtbot.addWidget(header)
    assert header.spacing.currentText() == "As many as fit"
    many = len(strip.pictures)
    header.spacing.setCurrentIndex(header.spacing.findText("One a shot"))
    assert strip.spacing == Spacing(cuts_only=True)
    assert [one.sample for one in strip.pictures] == [0, RATE]
    assert many > 2
