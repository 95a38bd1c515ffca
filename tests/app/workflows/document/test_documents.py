"""A document brought into a project comes out of it again."""

from dataclasses import replace

import pytest

from app.project.project import Project
from app.project.view_state import ViewState
from app.workflows.document.documents import document_of, restore
from cass_core.clips import SampleSpan
from tests.helpers.project.documents import random_document
from tests.helpers.project.open_project import StandingPlayhead
from tests.helpers.project.programmes import programme


@pytest.mark.parametrize("seed", range(40))
def test_round_trip(qapp, tmp_path, seed):
    document = random_document(seed, tmp_path)
    # the view shows and selects only what the programme has
    view_block = replace(
        document.view, visible=SampleSpan(1000, 90_000), selection=SampleSpan(5, 9)
    )
    document = replace(document, view=view_block, path=tmp_path / "a.cass")
    project, view, playhead = Project(), ViewState(), StandingPlayhead()
    media = document.media
    own = programme()
    track = replace(own.movie.track, stream=media.audio_stream, channels=media.channels)
    info = replace(own.info, path=media.path)
    movie = replace(own.movie, info=info, track=track, media_hash=media.media_hash)
    own = replace(own, movie=movie)
    project.open(own, tmp_path)
    restore(document, project, view, playhead)
    expected = replace(document, looping=document.looping and document.loop is not None)
    assert document_of(project, view, playhead) == expected


def test_nothing_open(qapp):
    assert document_of(Project(), ViewState(), StandingPlayhead()) is None


def test_all_that_is_seen_stays_all(qapp, tmp_path):
    project, view, playhead = Project(), ViewState(), StandingPlayhead()
    project.open(programme(length_s=60.0), tmp_path)
    view.set_length(project.whole.stop)
    view.show_span(project.whole)
    document = document_of(project, view, playhead)
    assert document.view.visible is None
    longer, view = Project(), ViewState()
    longer.open(programme(length_s=90.0), tmp_path)
    view.set_length(longer.whole.stop)
    view.show_span(longer.whole)
    restore(document, longer, view, playhead)
    assert view.visible == longer.whole
