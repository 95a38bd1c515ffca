"""A lock lives as long as its program, however that ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cass_core.errors import OutputError
from cass_core.media.files import file_lock
from cass_core.media.files.file_lock import FileLock

ROOT = Path(__file__).resolve().parents[4]
HOLDER = """
import sys, time
from pathlib import Path
from cass_core.media.files.file_lock import FileLock
lock = FileLock(Path(sys.argv[1]))
print(lock.acquire(), flush=True)
time.sleep(60)
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "slot ä.lock"


def test_one_at_a_time(path):
    first, second = FileLock(path), FileLock(path)
    assert first.acquire()
    assert first.acquire()
    assert not second.acquire()
    assert path.read_text().strip() == str(os.getpid())
    first.release()
    assert not path.exists()
    assert second.acquire()
    second.release()
    second.release()


def test_a_lock_of_another_program_until_it_is_killed(path):
    command = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline().strip() == "True"
        assert not FileLock(path).acquire()
        holder.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
        holder.wait()
    assert path.exists()
    lock = FileLock(path)
    assert lock.acquire()
    lock.release()


def test_a_number_that_another_program_has_now_means_nothing(path):
    path.write_text(f"{os.getppid()}\n")
    lock = FileLock(path)
    assert lock.acquire()
    lock.release()


def test_a_lock_removed_in_between_is_not_taken(path, monkeypatch):
    monkeypatch.setattr(file_lock, "_lock", lambda handle: path.unlink())
    assert not FileLock(path).acquire()


def test_a_disk_without_locks(path, monkeypatch):
    def refuse(_handle):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(file_lock, "_lock", refuse)
    lock = FileLock(path)
    assert lock.acquire()
    lock.release()


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="no such flag")
def test_a_link_in_the_locks_place_is_not_written_to(path, tmp_path):
    mine = tmp_path / "mine"
    mine.write_text("my own text")
    path.symlink_to(mine)
    with pytest.raises(OutputError, match="cannot be used"):
        FileLock(path).claim(tmp_path)
    assert mine.read_text() == "my own text"
