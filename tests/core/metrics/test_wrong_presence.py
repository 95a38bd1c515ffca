import numpy as np
import pytest

from cass_core.errors import ModelError
from cass_core.metrics.wrong_presence import (
    ClassGroups,
    mean_wrong_presence,
    read_class_groups,
    wrong_presence,
)
from cass_core.stem_names import Stem
from tests.helpers.separation.published_layouts import write_class_table


def test_share_of_the_active_frames_by_hand():
    # DX, FX, MX in ten frames, four of them silent
    active = np.zeros((10, 3), bool)
    active[:5, 0] = True
    active[4:6, 1] = True
    active[0, 2] = True
    assert wrong_presence(active, Stem.DX) == pytest.approx((2 + 1) / 2 / 6)
    assert wrong_presence(active, Stem.FX) == pytest.approx((5 + 1) / 2 / 6)


def test_silent_outputs_are_left_out():
    assert wrong_presence(np.zeros((4, 3), bool), Stem.MX) is None
    assert mean_wrong_presence([0.1, None, 0.3]) == pytest.approx(20.0)
    assert np.isnan(mean_wrong_presence([None]))


def test_a_group_is_active_by_its_strongest_class():
    groups = ClassGroups(((0, 1), (2,), (3,)))
    logits = np.array([[-9, 0, -9, -9], [-9, -9, -1, -2]], np.float32)
    assert groups.active(logits, 0.15).tolist() == [[True, False, False], [False, True, False]]
    assert groups.active(logits, 0.5).tolist() == [[True, False, False], [False, False, False]]


def test_published_table(tmp_path):
    groups = read_class_groups(write_class_table(tmp_path / "classes.csv"))
    assert [len(columns) for columns in groups.columns] == [10, 506, 10]
    assert 526 not in groups.columns[1], "silence belongs to no stem"


@pytest.mark.parametrize("kind", ["short", "empty", "binary", "gone", "other"])
def test_bad_tables_are_one_sentence(tmp_path, kind):
    path = tmp_path / "classes.csv"
    if kind == "short":
        write_class_table(path, 400)
    elif kind == "empty":
        path.write_bytes(b"")
    elif kind == "binary":
        path.write_bytes(bytes(range(256)) * 9)
    elif kind == "other":
        path.write_text("index,name\n0,Speech\n", encoding="utf-8")
    with pytest.raises(ModelError, match="fetch it"):
        read_class_groups(path)
