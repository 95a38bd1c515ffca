"""The difference lane hears what repairs and other versions change, sample by sample."""

import numpy as np
import pytest
from PySide6.QtCore import QObject, Signal

from app.lanes import DIFFERENCE_CODE
from app.project.project import Project
from app.project.versions import Take, Version
from app.project.view_state import ViewState
from app.workflows.difference_sound import DifferenceSound
from app.workflows.playback_sources import PlaybackSources
from cass_core.clips import SampleSpan
from cass_core.repair.edits import Edit, EditList
from cass_core.repair.operations import Move
from cass_core.repair.region import Region
from cass_core.request.settings import SeparationSettings
from cass_core.stem_names import STEMS, Stem
from tests.helpers.project.programmes import programme
from tests.helpers.project.tiny_stems import sounds, written_set

LENGTH = 48_000
WHOLE = SampleSpan(0, LENGTH)
PART = SampleSpan(20_000, 30_000)


class Store(QObject):
    """Keeps what lanes show; stands for the transport, too."""

    sound_changed = Signal(str)

    def __init__(self):
        super().__init__()
        self.sources, self.edited, self.changed, self.identities = {}, {}, [], {}

    def set_tracks(self, tracks):
        pass

    def refresh_tracks(self, tracks=None):
        pass

    def set_covered(self, lane, covered):
        pass

    def set_source(self, lane, source, identity="", covered=(), edited=()):
        self.sources[lane], self.edited[lane], self.identities[lane] = source, edited, identity
        self.sound_changed.emit(lane)

    def set_edited(self, lane, source, edited, changed):
        self.sources[lane], self.edited[lane] = source, edited
        if lane == DIFFERENCE_CODE:
            self.changed.append(changed)
        self.sound_changed.emit(lane)


@pytest.fixture
def rig(qapp, tmp_path):
    project, view, store, owner = Project(), ViewState(), Store(), QObject()
    sources = PlaybackSources(project, store, store, owner)
    difference = DifferenceSound(project, view, sources, store)
    project.open(programme("25", length_s=1), tmp_path)
    for number in (1, 2):
        stems, mixture = sounds(LENGTH, seed=number)
        folder = written_set(tmp_path / f"take {number}", stems, mixture, chunk=LENGTH)
        take = Take(folder.name, folder, WHOLE, SeparationSettings(), "m", LENGTH)
        project.versions.put_take(take)
    versions = tuple(Version(f"Version {number}", (f"take {number}",)) for number in (1, 2))
    project.versions.set_versions(versions, "Version 1")
    rig = QObject()
    rig.project, rig.view, rig.store, rig.owner, rig.all = project, view, store, owner, difference
    yield rig
    difference.close()
    sources.close()
    sources.release()


def heard(rig):
    return rig.store.sources[DIFFERENCE_CODE].read(WHOLE)


def test_a_repair_is_heard_alone(rig):
    assert DIFFERENCE_CODE not in rig.store.sources
    rig.view.show_lanes({DIFFERENCE_CODE})
    assert not heard(rig).any()
    edit = Edit(Move(Region.box(PART, None), Stem.DX, Stem.FX))
    rig.project.repairs.set_edits(EditList((edit,)))
    lost = heard(rig)
    outside = np.r_[lost[:, : PART.start - 4_096].ravel(), lost[:, PART.stop + 4_096 :].ravel()]
    assert not outside.any()
    stems = sounds(LENGTH, seed=1)[0]
    middle = slice(24_000, 26_000)
    assert np.allclose(lost[:, middle], -stems[STEMS.index(Stem.DX)][:, middle], atol=1e-4)
    assert rig.store.edited[DIFFERENCE_CODE]
    assert rig.store.changed[-1] == rig.store.edited[DIFFERENCE_CODE]
    rig.view.set_focus("FX")
    assert np.allclose(heard(rig), -lost, atol=1e-5)
    rig.view.show_lanes(())
    assert rig.store.sources[DIFFERENCE_CODE] is None


def test_another_version_is_subtracted(rig):
    rig.view.set_difference("Version 2")
    rig.view.show_lanes({DIFFERENCE_CODE})
    one, other = (sounds(LENGTH, seed=number)[0][0] for number in (1, 2))
    assert np.allclose(heard(rig), one - other, atol=1e-6)
    # repairs lie over both versions
    edit = Edit(Move(Region.box(WHOLE, None), Stem.DX, Stem.FX))
    rig.project.repairs.set_edits(EditList((edit,)))
    assert np.abs(heard(rig)[:, 8_000:40_000]).max() < 1e-3
    rig.view.set_difference("gone")
    assert rig.store.sources[DIFFERENCE_CODE] is None
