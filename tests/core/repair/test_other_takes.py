"""What is separated again goes into its region and nowhere else, and the sum stays."""

import json

import numpy as np
import pytest

from cass_core.checked.json_table import JsonTable
from cass_core.clips import SampleSpan
from cass_core.errors import StemSetError
from cass_core.repair.edit_json import edits_from_json, edits_to_json
from cass_core.repair.edited_stems import EditedStems
from cass_core.repair.edits import Edit, EditList
from cass_core.repair.listening.matching import unneeded
from cass_core.repair.opened_stems import edited_stems
from cass_core.repair.operations import Move, Replace
from cass_core.repair.other_takes import OtherTakes
from cass_core.repair.region import Region
from cass_core.repair.sensitivity.sensitivity import Sensitivity
from cass_core.repair.tiles.tile_memory import TileMemory
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.patched_stems import PatchedStems
from cass_core.stems.stem_writer import StemSetWriter
from tests.helpers.project.tiny_stems import RATE_HZ, identity, sounds, written_set

LENGTH = RATE_HZ
PART = SampleSpan(10_000, 30_000)
REGION = Region.box(SampleSpan(14_000, 26_000), (1000.0, 9000.0))


def shared_out_otherwise(mixture, seed):
    """Other stems of the same mixture."""
    others = np.random.default_rng(seed).uniform(-0.2, 0.2, (2, *mixture.shape))
    stems = [*others.astype(np.float32)]
    return np.stack([*stems, mixture - stems[0] - stems[1]])


@pytest.fixture
def takes(tmp_path):
    """Folders of a whole separation and of another one of a part, and the samples of both."""
    stems, mixture = sounds(LENGTH)
    other = shared_out_otherwise(mixture, 5)
    folders = {"take 001": written_set(tmp_path / "take 001", stems, mixture, LENGTH)}
    folders["take 002"] = tmp_path / "take 002"
    own = identity(LENGTH, span=PART)
    with StemSetWriter.create_or_resume(folders["take 002"], own, resume=False) as writer:
        here = slice(PART.start, PART.stop)
        writer.append(PART.start, other[..., here], mixture[:, here])
    return folders, stems, other


def heard(folders, edits):
    with edited_stems([folders["take 001"]], Sensitivity(), edits, folders) as stems:
        whole = SampleSpan(0, LENGTH)
        return np.stack([stems.read(stem, whole) for stem in STEMS])


def band(sound, low_hz, high_hz):
    bins = np.fft.rfft(sound * np.hanning(sound.shape[-1]))
    scale = RATE_HZ / sound.shape[-1]
    return bins[..., round(low_hz / scale) : round(high_hz / scale)]


def test_a_region_is_that_of_another_separation_and_the_sum_stays(takes):
    folders, stems, other = takes
    edits = EditList((Edit(Replace(REGION, "take 002")),))
    edited = heard(folders, edits)
    error = edited.astype(np.float64).sum(axis=0) - stems.astype(np.float64).sum(axis=0)
    assert np.abs(error).max() < 1e-6
    inside, outside = np.s_[..., 16_500:23_500], np.s_[..., 30_000:]
    assert np.array_equal(edited[outside], stems[outside])
    for low_hz, high_hz, expected in ((1500.0, 8500.0, other), (10_000.0, 20_000.0, stems)):
        found, wanted = (band(each[inside], low_hz, high_hz) for each in (edited, expected))
        assert np.abs(found - wanted).max() < 1e-3 * np.abs(wanted).max()

    stored = json.loads(json.dumps({"edits": edits_to_json(edits)}))
    assert edits_from_json(JsonTable(stored, ""), "edits") == edits
    behind = EditList((Edit(Move(REGION, None, Stem.MX)), *edits))  # what was moved is replaced
    difference = band((heard(folders, behind) - edited)[inside], 1500.0, 8500.0)
    assert np.abs(difference).max() < 1e-3 * np.abs(band(edited[inside], 1500.0, 8500.0)).max()


def test_a_separation_that_is_missing_is_said_and_one_that_grows_is_heard_so_far(takes):
    folders, stems, _ = takes
    edits = EditList((Edit(Replace(Region.box(SampleSpan(0, LENGTH)), "take 002")),))
    edited = heard(folders, edits)  # asks for more than there is
    grid_reach = 2048
    for end in (slice(0, PART.start), slice(PART.stop, None)):
        assert np.array_equal(edited[..., end], stems[..., end])
    middle = slice(PART.start + grid_reach, PART.stop - grid_reach)
    assert np.abs(edited - stems)[..., middle].max() > 0.05
    with EditedStems(PatchedStems.open([folders["take 001"]]), edits, others=OtherTakes()) as none:
        assert np.array_equal(none.read(Stem.DX, PART), stems[0][:, PART.start : PART.stop])
    with pytest.raises(StemSetError, match="take 002"):
        heard({"take 001": folders["take 001"]}, edits)
    assert np.array_equal(
        heard({"take 001": folders["take 001"]}, edits.switched(0, is_on=False)), stems
    )


def test_it_is_not_needed_where_a_new_separation_is_the_same(takes, tmp_path):
    folders, stems, other = takes
    mixture = stems.sum(axis=0, dtype=np.float64).astype(np.float32)
    as_good = written_set(tmp_path / "take 003", other, mixture, LENGTH)
    edits = EditList((Edit(Replace(REGION, "take 002")),))
    former = [folders["take 001"]]
    assert unneeded(edits, [as_good], former, folders) == (0,)
    assert unneeded(edits, former, former, folders) == ()


def test_what_was_read_of_former_stems_is_not_remembered():
    memory, edits = TileMemory(), (Edit(Replace(REGION, "take 002")),)
    before = memory.state
    memory.clear()  # while somebody still reads
    memory.keep(3, edits, {}, before)
    assert memory.find(3, edits) is None
    memory.keep(3, edits, {}, memory.state)
    assert memory.find(3, edits) == {}
