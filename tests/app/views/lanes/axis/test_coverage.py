"""What of a lane is there."""

from dataclasses import replace

import pytest

from app.environment.settings import SeparationChoice
from app.project.versions import Take, Version
from app.views.lanes.axis.coverage import covered_spans, gaps, joined
from cass_core.clips import SampleSpan


def spans(*pairs):
    return tuple(SampleSpan(*pair) for pair in pairs)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((), ()),
        (((5, 5),), ()),
        (((5, 9), (0, 3)), ((0, 3), (5, 9))),
        (((0, 5), (5, 9)), ((0, 9),)),
        (((0, 9), (2, 4), (8, 12)), ((0, 12),)),
    ],
)
def test_joined(given, expected):
    assert joined(spans(*given)) == spans(*expected)


@pytest.mark.parametrize(
    ("covered", "expected"),
    [
        ((), ((10, 50),)),
        (((0, 100),), ()),
        (((0, 20),), ((20, 50),)),
        (((20, 30), (40, 60)), ((10, 20), (30, 40))),
        (((60, 70),), ((10, 50),)),
    ],
)
def test_gaps(covered, expected):
    assert gaps(spans(*covered), SampleSpan(10, 50)) == spans(*expected)


def test_a_growing_take_and_the_decoded_sound(project):
    project.set_decoded(1000, False)
    take = project.versions.take("take 001")
    project.versions.put_take(replace(take, position=700))
    assert covered_spans(project, "MIX") == spans((0, 1000))
    assert covered_spans(project, "DX") == spans((0, 700))


def test_takes_of_other_versions_do_not_count(project):
    span = SampleSpan(100, 200)
    take = Take("take 002", project.folder, span, SeparationChoice(), "starter", 200)
    project.versions.put_take(take)
    project.versions.set_versions((Version("Version 2", ("take 002",)),), "Version 2")
    assert covered_spans(project, "FX") == spans((100, 200))
