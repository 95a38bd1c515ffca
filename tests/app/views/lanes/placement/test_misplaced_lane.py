"""The lane of misplaced shares: read from what a review has judged, one strip a stem."""

import numpy as np
import pytest

from app.look.theme import DARK
from app.project.review.reviews import Review, ReviewedFlag
from app.project.versions import Take, Version
from app.views.lanes.axis.time_axis import TimeAxis
from app.views.lanes.placement.columns import column_peaks
from cass_core.clips import SampleSpan
from cass_core.request.settings import SeparationSettings
from cass_core.review.review import open_reviewer
from cass_core.stem_names import Stem
from tests.helpers.corpus.cell_fakes import swapped, tone_stems, use_tones
from tests.helpers.project.tiny_stems import written_set
from tests.helpers.window.painted import pixels

RATE, SECONDS, MS = 48_000, 60, 30_000


@pytest.fixture
def reviewed(project, tmp_path, monkeypatch):
    """Speech stands in the effects of the first two seconds of a minute."""
    use_tones(monkeypatch)
    right = np.tile(tone_stems(2.0), (1, 1, SECONDS // 2))
    wrong = swapped(right, Stem.DX, Stem.FX, SampleSpan(0, RATE))
    folder = written_set(tmp_path / "take", wrong, wrong.sum(axis=0), chunk=RATE)
    with open_reviewer(folder) as (reviewer, _):
        list(reviewer.gather())
        flags = tuple(ReviewedFlag(flag) for flag in reviewer.flags())
    take = Take("t", folder, project.whole, SeparationSettings(), "m", SECONDS * RATE)
    project.versions.put_take(take)
    project.versions.set_versions((Version("v", ("t",)),), "v")
    return Review(("t",), flags)


def test_it_shows_what_was_judged_and_forgets_other_versions(qtbot, stack, view, project, reviewed):
    view.show_lanes({"WPR"})
    lane = stack.lanes["WPR"]
    view.show_span(SampleSpan(0, 8 * RATE))
    assert np.isnan(lane.canvas.ratio_at(Stem.FX, RATE // 2))
    project.reviews.set_review(reviewed)
    qtbot.waitUntil(lambda: lane.canvas.ratio_at(Stem.FX, RATE // 2) > 0.3, timeout=MS)
    assert lane.canvas.ratio_at(Stem.FX, 3 * RATE // 2) < 0.1
    assert lane.canvas.ratio_at(Stem.MX, RATE // 2) < 0.1
    # the strip of the effects is filled in their colour there, and empty behind
    middle, low = lane.canvas.height() // 2, lane.canvas.height() * 2 // 3 - 4
    seen, colour = pixels(lane.canvas), bytes.fromhex(DARK.fx[1:])[::-1]
    strong = np.argmax(np.array(list(colour)))
    assert seen[low, 50, strong] > seen[low, 300, strong] + 30
    assert middle < low
    lane.header.show_values()
    assert lane.header.values["FX"].text().endswith("%")
    project.reviews.set_review(Review())
    assert np.isnan(lane.canvas.ratio_at(Stem.FX, RATE // 2))


@pytest.mark.parametrize(
    ("start", "stop", "width", "expected"),
    [
        (0, 40, 4, [0, 5, 2, 1]),
        (0, 40, 8, [0, 0, 5, 5, 2, 2, 1, 1]),
        (0, 40, 2, [5, 2]),
        (20, 60, 4, [2, 1, np.nan, np.nan]),
    ],
)
def test_a_pixel_shows_the_highest_value_under_it(start, stop, width, expected):
    values = np.array([0, 5, 2, 1], np.float32)
    axis = TimeAxis(SampleSpan(start, stop), float(width))
    assert np.array_equal(column_peaks(values, 10, axis), expected, equal_nan=True)
