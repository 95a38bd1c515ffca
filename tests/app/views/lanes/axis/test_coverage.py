"""What of a lane is there."""

from dataclasses import replace

from app.project.versions import Take, Version
from app.views.lanes.axis.coverage import covered_spans, separated_spans
from cass_core.clips import SampleSpan
from cass_core.request.settings import SeparationSettings
from cass_core.stem_names import Stem


def spans(*pairs):
    return tuple(SampleSpan(*pair) for pair in pairs)


def test_a_growing_take_and_the_decoded_sound(project):
    project.set_decoded(1000, False)
    take = project.versions.take("take 001")
    project.versions.put_take(replace(take, position=700))
    assert covered_spans(project, None) == spans((0, 1000))
    assert covered_spans(project, Stem.DX) == spans((0, 700))


def test_takes_of_other_versions_do_not_count(project):
    span = SampleSpan(100, 200)
    take = Take("take 002", project.folder, span, SeparationSettings(), "starter", 200)
    project.versions.put_take(take)
    project.versions.set_versions((Version("Version 2", ("take 002",)),), "Version 2")
    assert separated_spans(project) == spans((100, 200))
