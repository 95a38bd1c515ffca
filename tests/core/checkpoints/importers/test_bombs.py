"""Checkpoints that are small on the disk and huge in memory are refused before they are read."""

import zipfile
from fractions import Fraction

import pytest
import torch

from cass_core.checkpoints.importers.reading import SmallFraction, read_checkpoint
from cass_core.errors import ModelError

TENSORS = {"weight": torch.zeros(3)}


class Made:
    """Is pickled as a call with arguments."""

    def __init__(self, call, *arguments):
        self._reduced = call, arguments

    def __reduce__(self):
        return self._reduced


def checkpoint(path, **payload):
    torch.save({"state": TENSORS, **payload}, path)
    return path


@pytest.mark.parametrize("value", [Fraction(39, 5), Fraction(1, 4), Fraction(-7), Fraction(10)])
def test_lengths_are_fractions(tmp_path, value):
    read = read_checkpoint(checkpoint(tmp_path / "a.th", kwargs={"segment": value}))
    assert read.settings == {"segment": value}
    assert SmallFraction(str(value)) == value


@pytest.mark.parametrize(
    "arguments", [("1e999999999",), ("1/" + "9" * 99,), (1, 10**40), (1, 2, 3)]
)
def test_a_fraction_that_explodes_is_refused(tmp_path, arguments):
    path = checkpoint(tmp_path / "a.th", kwargs={"segment": Made(Fraction, *arguments)})
    with pytest.raises(ModelError, match="is no checkpoint that can be read safely"):
        read_checkpoint(path)


def test_lists_of_lists_are_left_out(tmp_path):
    nested = [1]
    for _ in range(60):  # written as text it would be 2 ** 60 numbers long
        nested = [nested, nested]
    path = checkpoint(tmp_path / "a.th", kwargs={"segment": nested, "channels": 8, "s": ["dx"]})
    assert read_checkpoint(path).settings == {"channels": 8, "s": ["dx"]}


def test_a_packed_file_is_refused_before_it_is_unpacked(tmp_path):
    plain, packed = checkpoint(tmp_path / "a.th"), tmp_path / "b.th"
    with (
        zipfile.ZipFile(plain) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for part in source.infolist():
            out.writestr(
                part.filename, source.read(part) + bytes(50_000_000 * ("/0" in part.filename))
            )
    assert packed.stat().st_size < 1_000_000
    with pytest.raises(ModelError, match="would take more memory than its size tells"):
        read_checkpoint(packed)
