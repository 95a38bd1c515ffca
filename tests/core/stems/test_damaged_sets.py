"""Damaged sets of stems: each is refused with a sentence that says what is wrong."""

import json
import os
import shutil

import pytest

from cass_core.errors import StemSetError
from cass_core.stems.manifest_file import load_manifest
from cass_core.stems.stem_set import StemSet
from cass_core.stems.stem_writer import StemSetWriter
from tests.helpers.project.tiny_stems import identity, sounds, written_set

LEVEL = {"start": 382, "rows": 4, "parts": 1, "device_kind": "cuda"}
TRACKS = ("mixture.wav", "DX.wav", "FX.wav", "MX.wav")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "Straße 映画.mov.stems"


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("version", 2, "version is 2"),
        ("version", "1", '"version" is not a whole number'),
        ("version", True, '"version" is not a whole number'),
        ("state", "done", '"state" is "done"'),
        ("state", "running", '"state" is "running"'),
        ("rate_hz", 0, '"rate_hz"'),
        ("rate_hz", 48000.0, '"rate_hz"'),
        ("num_channels", -2, '"num_channels"'),
        ("num_samples", "1000", '"num_samples"'),
        ("num_samples", 999, '"span" does not lie'),
        ("media_name", None, '"media_name"'),
        ("start_timecode", 5, '"start_timecode"'),
        ("span", [0], '"span"'),
        ("span", [900, 100], '"span" does not lie'),
        ("position", 1001, '"position" does not lie'),
        ("position", -1, '"position"'),
        ("settings", [], '"settings"'),
        ("settings", {"steps": [1]}, '"settings"'),
        ("stem_peaks", {"DX": 0.1, "FX": 0.1}, '"stem_peaks.MX"'),
        ("stem_peaks", {"DX": 0.1, "FX": 0.1, "MX": "x"}, '"stem_peaks.MX"'),
        ("null_error", float("nan"), '"null_error"'),
        ("null_error", -1.0, '"null_error"'),
        ("warnings", "none", '"warnings"'),
        ("warnings", [1], '"warnings"'),
        ("seed", None, '"seed"'),
        ("fallbacks", 3, '"fallbacks"'),
        ("fallbacks", [4], '"fallbacks[0]"'),
        ("fallbacks", [LEVEL | {"rows": 0}], '"fallbacks[0].rows"'),
        ("fallbacks", [LEVEL, LEVEL | {"start": "x"}], '"fallbacks[1].start"'),
        ("fallbacks", [LEVEL | {"device_kind": None}], '"fallbacks[0].device_kind"'),
    ],
)
def test_damaged_value_is_named(folder, key, value, words):
    written_set(folder, *sounds(1000))
    content = _content(folder) | {key: value}
    (folder / "manifest.json").write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(StemSetError) as caught:
        StemSet.open(folder)
    assert words in str(caught.value)
    assert str(folder / "manifest.json") in str(caught.value)


def test_every_missing_key_is_named(folder):
    written_set(folder, *sounds(1000))
    content = _content(folder)
    # the level in dB is for people; it is worked out again from the null error
    for key in content.keys() - {"null_depth_db"}:
        less = {name: value for name, value in content.items() if name != key}
        (folder / "manifest.json").write_text(json.dumps(less), encoding="utf-8")
        with pytest.raises(StemSetError, match=f'"{key}" is missing'):
            StemSet.open(folder)


@pytest.mark.parametrize("text", [b"", b"{", b"[]", b"null", b"\xff\xfe\x00", b"[" * 100_000])
def test_broken_json_is_a_sentence(folder, text):
    written_set(folder, *sounds(1000))
    (folder / "manifest.json").write_bytes(text)
    with pytest.raises(StemSetError, match="is damaged"):
        StemSet.open(folder)


def test_missing_manifest_is_a_sentence(tmp_path):
    with pytest.raises(StemSetError, match="holds no manifest.json"):
        StemSet.open(tmp_path)


@pytest.mark.parametrize("name", TRACKS)
@pytest.mark.parametrize("left", [None, 0, 100, 4096, -1])
def test_missing_or_cut_tracks_are_refused(folder, name, left):
    stems, mixture = sounds(1000)
    with StemSetWriter.create_or_resume(folder, identity(1000), resume=False) as writer:
        writer.append(0, stems[..., :300], mixture[:, :300])
    path = folder / name
    content = path.read_bytes()
    path.unlink() if left is None else path.write_bytes(content[:left])
    for act in (
        lambda: StemSet.open(folder),
        lambda: StemSetWriter.create_or_resume(folder, identity(1000), resume=True),
    ):
        with pytest.raises(StemSetError, match=name):
            act()


def test_track_of_another_shape_is_refused(folder, tmp_path):
    written_set(folder, *sounds(1000))
    other = written_set(tmp_path / "mono", *sounds(1000, 1), layout="mono")
    shutil.copy(other / "FX.wav", folder / "FX.wav")
    with pytest.raises(StemSetError, match=r"FX\.wav does not have the rate"):
        StemSet.open(folder)


def _content(folder):
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def test_the_time_of_the_movies_last_change_is_written_down_and_checked(folder):
    own = identity(1000, modified_ns=1_700_000_000_123_456_789)
    StemSetWriter.create_or_resume(folder, own, resume=False).close()
    assert load_manifest(folder).identity == own
    content = _content(folder) | {"modified_ns": "yesterday"}
    (folder / "manifest.json").write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(StemSetError, match='"modified_ns" is not'):
        load_manifest(folder)


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
@pytest.mark.parametrize("name", TRACKS)
def test_a_link_among_the_tracks_is_never_written_through(folder, tmp_path, name):
    stems, mixture = sounds(1000)
    with StemSetWriter.create_or_resume(folder, identity(), resume=False) as writer:
        writer.append(0, stems[..., :400], mixture[:, :400])
    mine = tmp_path / "mine.wav"
    (folder / name).rename(mine)
    before = mine.read_bytes()
    (folder / name).symlink_to(mine)
    with pytest.raises(StemSetError, match="is a link to another place; start over or remove it"):
        StemSetWriter.create_or_resume(folder, identity(), resume=True)
    StemSetWriter.create_or_resume(folder, identity(), resume=False).close()
    assert mine.read_bytes() == before
