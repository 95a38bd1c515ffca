import json
import os
import time

import numpy as np
import pytest

from cass_core.errors import OutputError
from cass_core.visual.feature_cache import FeatureCache, mapped
from cass_core.visual.growing_array import GrowingArray


def make(cache, key="key", rows=5):
    with cache.writer(key) as writer:
        array = writer.array("numbers", (3,))
        for row in range(rows):
            array.append(np.full((1, 3), row, np.float32))
        writer.commit({"num_rows": rows})


@pytest.fixture
def cache(tmp_path):
    return FeatureCache(tmp_path / "deep" / "cache")


@pytest.mark.parametrize("rows", [0, 1, 1000])
@pytest.mark.parametrize(
    ("shape", "dtype"),
    [((3,), "f4"), ((), "i4"), ((2, 2), "u1"), ((), [("a", "i4"), ("b", "f4", (2,))])],
)
def test_growing_array_is_an_ordinary_npy_file(tmp_path, rows, shape, dtype):
    size = rows * int(np.prod(shape)) * np.dtype(dtype).itemsize
    content = np.random.default_rng(0).integers(0, 60, size, np.uint8).tobytes()
    expected = np.frombuffer(content, dtype).reshape(rows, *shape)
    with GrowingArray(tmp_path / "a.npy", shape, dtype) as array:
        for part in np.array_split(expected, 3):
            array.append(part)
    found = np.load(tmp_path / "a.npy")
    assert found.dtype == expected.dtype
    assert found.shape == expected.shape
    assert found.tobytes() == content


def test_growing_array_can_be_read_before_it_is_closed(tmp_path):
    with GrowingArray(tmp_path / "a.npy", (2,), np.int32) as array:
        array.append(np.array([[1, 2]]))
        array.flush()
        assert mapped(tmp_path / "a.npy").tolist() == [[1, 2]]
        array.append(np.array([[3, 4]]))
    assert mapped(tmp_path / "a.npy").tolist() == [[1, 2], [3, 4]]


def test_entry_comes_back(cache):
    assert cache.find("key") is None
    make(cache)
    entry = cache.find("key")
    assert entry.facts == {"num_rows": 5}
    assert isinstance(entry.array("numbers"), np.memmap)
    np.testing.assert_array_equal(entry.array("numbers")[:, 1], range(5))
    assert entry.has("numbers")
    assert not entry.has("letters")


def stop_halfway(cache):
    with cache.writer("key") as writer:
        writer.array("numbers", (3,)).append(np.ones((1, 3)))
        raise KeyboardInterrupt


def test_uncommitted_entry_leaves_nothing(cache):
    with pytest.raises(KeyboardInterrupt):
        stop_halfway(cache)
    assert list(cache.folder.iterdir()) == []


def test_two_that_look_at_one_movie_both_succeed(cache, monkeypatch):
    make(cache, rows=3)
    replace, others = os.replace, [4, 5]

    def raced(source, target):
        if str(source).endswith(".part") and others:
            make(cache, rows=others.pop())  # in the very moment in which the name is free
        replace(source, target)

    monkeypatch.setattr(os, "replace", raced)
    make(cache, rows=7)
    assert not others
    assert cache.find("key").facts == {"num_rows": 7}
    assert [path.name for path in cache.folder.iterdir()] == ["key"]


def test_a_file_in_the_place_of_an_entry_gives_way(cache):
    cache.folder.mkdir(parents=True)
    (cache.folder / "key").write_text("no folder")
    assert cache.find("key") is None
    make(cache)
    assert cache.find("key").facts == {"num_rows": 5}


def cut_short(folder):
    path = folder / "numbers.npy"
    path.write_bytes(path.read_bytes()[:-4])


def flip_a_bit(folder):
    path = folder / "numbers.npy"
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(content)


def remove_array(folder):
    (folder / "numbers.npy").unlink()


def break_manifest(folder):
    (folder / "manifest.json").write_text("{", encoding="utf-8")


def empty_manifest(folder):
    (folder / "manifest.json").write_text(json.dumps([]), encoding="utf-8")


@pytest.mark.parametrize(
    "damage", [cut_short, flip_a_bit, remove_array, break_manifest, empty_manifest]
)
def test_damaged_entry_is_none_and_can_be_made_anew(cache, damage):
    make(cache)
    damage(cache.folder / "key")
    assert cache.find("key") is None
    make(cache, rows=7)
    assert cache.find("key").facts == {"num_rows": 7}


def test_left_overs_of_killed_runs_go_after_days(cache):
    cache.folder.mkdir(parents=True)
    old, young = cache.folder / ".a.1.part", cache.folder / ".b.2.part"
    for folder in (old, young):
        folder.mkdir()
    long_ago = time.time() - 3 * 86_400
    os.utime(old, (long_ago, long_ago))
    make(cache)
    assert not old.exists()
    assert young.exists()


def test_folder_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    with pytest.raises(OutputError, match="choose another cache folder"):
        make(FeatureCache(tmp_path / "file"))
