"""Files that anybody may have put there are never waited for, and never believed."""

import json
import os

import pytest

from cass_core.checked.json_file import json_lines, read_json, read_text
from cass_core.checked.json_table import BadValueError


def test_values_come_back(tmp_path):
    path = tmp_path / "a.json"
    path.write_bytes(b'\xef\xbb\xbf{"name": "\\udcff \xc3\xa4"}\n')
    assert read_json(path) == {"name": "\udcff ä"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not whole JSON"),
        (b'{"a": 1', "not whole JSON"),
        (b"[" * 100_000, "not whole JSON"),
        (b"1" * 5000, "not whole JSON"),
        (b"\xff\xfe", "not text"),
        (b'"' + b"x" * 10_000 + b'"', "too large"),
    ],
)
def test_what_is_no_json_is_a_clause(tmp_path, content, words):
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(BadValueError, match=words):
        read_json(path, most_bytes=1000 if words == "too large" else 1 << 20)


def test_what_is_no_file_is_not_waited_for(tmp_path):
    with pytest.raises(FileNotFoundError):
        read_text(tmp_path / "none")
    with pytest.raises(BadValueError, match="no file"):
        read_text(tmp_path)
    with pytest.raises(BadValueError, match="not text"):
        read_text(tmp_path / "a\0b")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(BadValueError, match="no file"):
            read_text(tmp_path / "pipe")


def test_only_ends_of_lines_end_lines(tmp_path):
    path = tmp_path / "a.jsonl"
    lines = ["a\u2028b", "c\x85d\x0be", "f"]
    text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    path.write_text(text + '{"torn": ', encoding="utf-8", newline="\n")
    assert list(json_lines(path)) == lines
