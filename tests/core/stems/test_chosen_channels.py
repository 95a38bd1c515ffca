"""Stems know which channels they are of, so that no run goes on with another one's work."""

import json
from dataclasses import replace

import pytest

from cass_core.errors import StemSetError
from cass_core.stems.manifest import MANIFEST_NAME
from cass_core.stems.manifest_file import load_manifest
from cass_core.stems.stem_writer import StemSetWriter
from tests.helpers.project.tiny_stems import identity


def begun(folder, channels):
    own = replace(identity(1000), channels=channels)
    StemSetWriter.create_or_resume(folder, own, resume=True).close()
    return own


@pytest.mark.parametrize("channels", [(), (1,), (0, 2, 15)])
def test_channels_are_written_down(tmp_path, channels):
    own = begun(tmp_path / "a", channels)
    assert load_manifest(tmp_path / "a").identity == own


def test_stems_of_older_programs_are_of_all_channels(tmp_path):
    begun(tmp_path / "a", ())
    assert "channels" not in json.loads((tmp_path / "a" / MANIFEST_NAME).read_text())


@pytest.mark.parametrize("value", [None, "1", [-1], [0.5], [True]])
def test_damaged_channels_are_named(tmp_path, value):
    begun(tmp_path / "a", (1,))
    path = tmp_path / "a" / MANIFEST_NAME
    path.write_text(json.dumps(json.loads(path.read_text()) | {"channels": value}))
    with pytest.raises(StemSetError, match='"channels" is not'):
        load_manifest(tmp_path / "a")


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ((0,), (1,), r"the channels \(1 before, 2 now\)"),
        ((), (0, 1), r"the channels \(all before, 1, 2 now\)"),
    ],
)
def test_a_run_of_other_channels_does_not_go_on(tmp_path, before, now, words):
    begun(tmp_path / "a", before)
    with pytest.raises(StemSetError, match=words):
        begun(tmp_path / "a", now)
