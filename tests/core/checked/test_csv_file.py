"""Tables of anybody: read, or refused with a clause."""

import os

import pytest

from cass_core.checked.csv_file import csv_records, csv_rows
from cass_core.checked.json_table import BadValueError


def test_rows_and_records(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b'name,size\r\n"a\nb",1\r\n\r\n\xff,2,more\r\nshort\r\n')
    assert list(csv_rows(path))[1:3] == [["a\nb", "1"], []]
    assert list(csv_records(path)) == [
        {"name": "a\nb", "size": "1"},
        {"name": "\ufffd", "size": "2"},
        {"name": "short"},
    ]
    path.write_bytes(b"")
    assert list(csv_records(path)) == []


def test_what_is_no_table_is_a_clause(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("a\n" + "x" * 200_000 + "\n")
    with pytest.raises(BadValueError, match="a.csv is no table"):
        list(csv_rows(path))
    with pytest.raises(FileNotFoundError):
        list(csv_rows(tmp_path / "none"))
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(BadValueError, match="pipe is no file"):
            list(csv_rows(tmp_path / "pipe"))
