import os
import subprocess
import sys
import textwrap
import time

import pytest

from app.tiles.tile_files import TileFiles

DATA = bytes(range(256)) * 500


def stored_files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_is_saved_comes_back(tmp_path):
    files = TileFiles(tmp_path)
    files.save("a/../b: c", "3-7", DATA)
    assert files.load("a/../b: c", "3-7") == DATA
    assert files.load("a/../b: c", "3-8") is None
    assert files.load("other", "3-7") is None
    (path,) = stored_files(tmp_path)
    assert path.parent.parent == tmp_path, "an identity never leaves the folder"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: b"",
        lambda data: data[:40] + bytes([data[40] ^ 1]) + data[41:],
        lambda data: b"CASSTIL0" + data[8:],
        lambda data: data + b"x",
    ],
)
def test_a_damaged_file_is_not_there(tmp_path, damage):
    files = TileFiles(tmp_path)
    files.save("a", "3-7", DATA)
    (path,) = stored_files(tmp_path)
    path.write_bytes(damage(path.read_bytes()))
    assert files.load("a", "3-7") is None
    files.save("a", "3-7", DATA)
    assert files.load("a", "3-7") == DATA


def test_a_process_killed_while_it_writes_leaves_only_whole_files(tmp_path):
    script = f"""
        import sys
        sys.path.insert(0, {os.getcwd()!r})
        from pathlib import Path
        from app.tiles.tile_files import TileFiles
        files = TileFiles(Path({str(tmp_path)!r}))
        for number in range(1_000_000):
            files.save("a", f"0-{{number % 20}}", bytes([number % 256]) * 300_000)
            if number == 40:
                print("going", flush=True)
    """
    command = [sys.executable, "-c", textwrap.dedent(script)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"going\n"
    process.kill()
    process.wait()
    files = TileFiles(tmp_path)
    for number in range(20):
        data = files.load("a", f"0-{number}")
        assert data is not None
        assert len(data) == 300_000
        assert len(set(data)) == 1


def test_pruning_takes_the_oldest_and_what_was_abandoned(tmp_path):
    files = TileFiles(tmp_path, most_bytes=2500)
    for number in range(4):
        files.save("a", f"0-{number}", os.urandom(1000))
    paths = {path.name: path for path in stored_files(tmp_path)}
    now = time.time()
    for age, name in enumerate(["0-2", "0-0", "0-3", "0-1"]):
        os.utime(paths[name], (now - 100 * age, now - 100 * age))
    old, fresh = (paths["0-0"].with_name(f"x.{name}.part") for name in ("old", "fresh"))
    for part in (old, fresh):
        part.write_bytes(b"half")
    os.utime(old, (now - 3600, now - 3600))
    files.prune()
    assert {path.name for path in stored_files(tmp_path)} == {"0-2", "0-0", fresh.name}


def test_use_keeps_a_piece_young(tmp_path):
    files = TileFiles(tmp_path, most_bytes=1500)
    for name in ("first", "second"):
        files.save("a", name, os.urandom(1000))
    for path in stored_files(tmp_path):
        os.utime(path, (1, 1 if path.name == "first" else 2))
    files.load("a", "first")
    files.prune()
    assert files.load("a", "first") is not None
    assert files.load("a", "second") is None


def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    files = TileFiles(tmp_path / "file" / "tiles")
    files.save("a", "0-0", DATA)
    assert files.load("a", "0-0") is None
    files.prune()
