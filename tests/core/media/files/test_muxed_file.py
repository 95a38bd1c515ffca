"""An error in a file that PyAV writes to is told once, and by us."""

import os
from pathlib import Path

import pytest

from cass_core.media.files.muxed_file import MuxedFile

FULL = Path("/dev/full")


def test_what_is_written_is_there(tmp_path):
    file = MuxedFile(tmp_path / "a")
    assert file.write(b"abcdef") == 6
    assert (file.seek(2), file.read(2), file.tell()) == (2, b"cd", 4)
    assert file.seek(-1, os.SEEK_END) == 5
    file.sync()
    file.close()
    assert (tmp_path / "a").read_bytes() == b"abcdef"


@pytest.mark.skipif(not FULL.exists(), reason="needs a disk that is always full")
def test_the_first_error_waits_and_none_follows():
    file = MuxedFile(FULL)
    for _ in range(3):
        assert file.write(bytes(100_000)) == 100_000
    assert (file.seek(5), file.tell(), file.read(9)) == (5, 0, b"")
    for ask in (file.check, file.sync):
        with pytest.raises(OSError, match="No space left"):
            ask()
