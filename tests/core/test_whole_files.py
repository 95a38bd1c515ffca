"""Whole files, and every writer of one, through kills at each of their steps."""

import os
import time
from dataclasses import replace

import pytest

from cass_core.stems.manifest import Manifest
from cass_core.stems.manifest_file import load_manifest, save_manifest
from cass_core.stems.null_measure import NullMeasure
from cass_core.synthesis.corpus.catalog import Catalog
from cass_core.whole_files import whole_file, write_bytes, write_text
from tests.helpers.corpus.corpus_builders import clip_entry
from tests.helpers.killed_process import check_every_kill
from tests.helpers.project.tiny_stems import identity


def text(folder, number):
    write_text(folder / "a.txt", f"{number}\n", durable=True)


def cached(folder, number):
    write_bytes(folder / "a.bin", bytes([number]), durable=False)


def manifest(folder, number):
    save_manifest(folder, Manifest(identity(), number, number, NullMeasure()))


def catalogue(folder, number):
    Catalog(folder, [replace(clip_entry(), start=number)]).save()


def read(folder, name):
    if name == "manifest":
        return load_manifest(folder)
    if name == "catalogue":
        return Catalog.load(folder).entries
    return [path.read_bytes() for path in folder.glob("a.*")]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("write", [text, cached, manifest, catalogue])
def test_a_killed_writer_leaves_the_old_or_the_new(tmp_path, write):
    check_every_kill(tmp_path, write, lambda folder: read(folder, write.__name__))


def half_write(path):
    with whole_file(path, durable=True) as fresh:
        fresh.write_text("half")
        raise OSError(28, "full")


def test_an_error_leaves_the_old_and_nothing_beside_it(tmp_path):
    path = tmp_path / "a"
    write_text(path, "old", durable=False)
    with pytest.raises(OSError, match="full"):
        half_write(path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["a"]
    assert path.read_text() == "old"


def test_lines_end_alike_everywhere(tmp_path):
    write_text(tmp_path / "a", "ä\nb\n", durable=True)
    assert (tmp_path / "a").read_bytes() == "ä\nb\n".encode()


def test_what_killed_programs_left_goes_with_the_next_durable_write(tmp_path):
    old, young, other = (tmp_path / f".{name}.part" for name in ("a.1-1", "a.2-2", "b.1-1"))
    for part in (old, young, other):
        part.write_text("half")
    long_ago = time.time() - 3600
    for part in (old, other):
        os.utime(part, (long_ago, long_ago))
    write_text(tmp_path / "a", "new", durable=True)
    assert not old.exists()
    assert young.exists()
    assert other.exists()
