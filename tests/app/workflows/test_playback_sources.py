"""Stems of takes whose folders grow, are damaged or go away."""

import shutil

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from app.project.project import Project
from app.project.versions import Take, Version
from app.workflows.playback_sources import PlaybackSources
from cass_core.clips import SampleSpan
from cass_core.request.settings import SeparationSettings
from cass_core.stems.patched_stems import PatchedStems
from cass_core.stems.stem_writer import StemSetWriter
from tests.helpers.project.programmes import programme
from tests.helpers.project.tiny_stems import identity, sounds

LENGTH = 48_000


class Listener(QObject):
    """Stands for the transport and for the store: takes everything and does nothing."""

    tiles_changed = Signal(str)

    def __init__(self):
        super().__init__()
        self.identities = {}

    def set_tracks(self, tracks):
        pass

    def refresh_tracks(self, tracks=None):
        pass

    def set_source(self, lane, source, name, covered, edited=()):
        self.identities[lane] = name

    def set_covered(self, lane, covered):
        pass


@pytest.fixture
def project():
    return Project()


@pytest.fixture
def writer(tmp_path):
    own = identity(LENGTH)
    with StemSetWriter.create_or_resume(tmp_path / "take 001", own, resume=False) as writer:
        yield writer


@pytest.fixture
def listening(qapp, tmp_path, project, writer):
    append(writer, LENGTH // 4)
    listener, owner = Listener(), QObject()
    sources = PlaybackSources(project, listener, listener, owner)
    sources.listener, sources.owner, sources.sentences = listener, owner, []
    sources.failed.connect(sources.sentences.append)
    project.open(programme("25", "01:00:00:00", length_s=1), tmp_path)
    whole = SampleSpan(0, LENGTH)
    take = Take("take 001", tmp_path / "take 001", whole, SeparationSettings(), "m", LENGTH // 4)
    project.versions.put_take(take)
    project.versions.set_versions((Version("Version 1", ("take 001",)),), "Version 1")
    yield sources
    sources.close()
    sources.release()


def append(writer, count):
    stems, mixture = sounds(LENGTH)
    here = slice(writer.position, writer.position + count)
    writer.append(writer.position, np.ascontiguousarray(stems[..., here]), mixture[:, here])


def test_a_take_that_grows_is_heard_further(project, listening, writer):
    assert listening.separated == (SampleSpan(0, LENGTH // 4),)
    append(writer, LENGTH // 4)
    project.versions.set_position("take 001", LENGTH // 2)
    assert listening.separated == (SampleSpan(0, LENGTH // 2),)
    assert listening.sentences == []
    names = {listening.listener.identities[lane] for lane in ("DX", "FX", "MX")}
    assert len(names) == 3


def test_a_take_whose_folder_is_gone_gives_a_sentence(tmp_path, project, listening):
    shutil.rmtree(tmp_path / "take 001", ignore_errors=True)
    project.versions.set_position("take 001", LENGTH // 2)
    assert len(listening.sentences) == 1
    assert listening.separated == ()


def test_a_damaged_take_gives_a_sentence(tmp_path, project, listening):
    (manifest,) = (tmp_path / "take 001").glob("*.json")
    manifest.write_text("{", encoding="utf-8")
    project.versions.set_position("take 001", LENGTH // 2)
    assert len(listening.sentences) == 1


def test_a_folder_that_goes_while_its_stems_are_shown_raises_nothing(
    tmp_path, monkeypatch, listening
):
    real = PatchedStems.open

    def opened_and_gone(folders):
        stems = real(folders)
        shutil.rmtree(tmp_path / "take 001", ignore_errors=True)
        return stems

    monkeypatch.setattr(PatchedStems, "open", opened_and_gone)
    listening.reopen_stems()
    assert listening.separated == (SampleSpan(0, LENGTH // 4),)
