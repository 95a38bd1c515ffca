"""A damaged entry of the picture cache is none, whichever bytes are wrong, and it is said."""

import json
import logging

import numpy as np
import pytest

from cass_core.visual.feature_cache import FeatureCache


@pytest.fixture
def cache(tmp_path):
    cache = FeatureCache(tmp_path)
    with cache.writer("key") as writer:
        writer.array("numbers", (3,)).append(np.ones((40, 3), np.float32))
        writer.commit({"num_rows": 40, "start_s": 0.5})
    return cache


@pytest.mark.parametrize("name", ["manifest.json", "numbers.npy"])
def test_no_changed_byte_is_taken(cache, name):
    path = cache.folder / "key" / name
    whole = path.read_bytes()
    for position in range(0, len(whole), 3):
        changed = bytearray(whole)
        changed[position] ^= 0x41
        path.write_bytes(changed)
        found = cache.find("key")
        # a blank or a line end of JSON more or less is no damage
        assert found is None or (name.endswith("json") and found.facts["start_s"] == 0.5)
    path.write_bytes(whole)
    assert cache.find("key") is not None


def test_other_facts_are_found_and_said(cache, caplog):
    path = cache.folder / "key" / "manifest.json"
    values = json.loads(path.read_text())
    for facts in ({}, {"num_rows": "many"}, {"num_rows": 4000, "start_s": 0.5}, [], None):
        path.write_text(json.dumps(values | {"facts": facts}))
        caplog.clear()
        with caplog.at_level(logging.WARNING):
            assert cache.find("key") is None
        assert "was damaged and is made anew" in caplog.text


def test_an_entry_that_was_never_there_is_no_damage(cache, caplog):
    assert cache.find("other") is None
    assert caplog.text == ""
