"""Stems on disk, read one at a time."""

import numpy as np
import pytest

from cass_core.errors import OutputError
from cass_core.evaluation.scoring.estimate_store import KeptEstimates

STEMS = np.arange(12, dtype=np.float32).reshape(3, 4)


def test_what_is_kept_comes_back(tmp_path):
    kept = KeptEstimates(tmp_path, "both, 4 steps / ümlaut", 2)
    assert kept.find(0) is None
    kept.keep(0, STEMS)
    kept.keep(1, 2 * STEMS)
    again = KeptEstimates(tmp_path, "both, 4 steps / ümlaut", 2)
    np.testing.assert_array_equal(again[1], 2 * STEMS)
    assert [float(stems.sum()) for stems in again] == [66, 132]
    assert len(again[0:2]) == 2
    with pytest.raises(IndexError):
        again[2]
    assert again.find(2) is None
    again.remove()
    assert kept.find(0) is None


def test_names_do_not_meet(tmp_path):
    first = KeptEstimates(tmp_path, "a" * 50 + "1", 1)
    second = KeptEstimates(tmp_path, "a" * 50 + "2", 1)
    first.keep(0, STEMS)
    assert second.find(0) is None


def test_a_damaged_file_is_no_stem(tmp_path):
    kept = KeptEstimates(tmp_path, "a", 1)
    kept.keep(0, STEMS)
    (path,) = tmp_path.rglob("*.npy")
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert kept.find(0) is None
    path.write_bytes(whole[:20])
    assert kept.find(0) is None
    path.unlink()
    path.mkdir()
    assert kept.find(0) is None


def test_a_folder_that_cannot_be_written(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="distribution"):
        KeptEstimates(tmp_path / "file", "a", 1).keep(0, STEMS)
