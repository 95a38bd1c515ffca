"""A published file comes whole, or one sentence says why not; against a server that misbehaves."""

import hashlib
import shutil
import socket
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from cass_core.checkpoints import transfer
from cass_core.checkpoints.transfer import Download, transferred
from cass_core.errors import ModelError, OutputError
from cass_core.media.files.file_lock import FileLock
from tests.helpers.file_server import FileServer

CONTENT = bytes(range(256)) * 40
SIZE, DIGEST = len(CONTENT), hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def server(monkeypatch):
    for name in (
        "http_proxy",
        "https_proxy",
        "all_proxy",
        "HTTP_PROXY",
        "HTTPS_PROXY",
        "ALL_PROXY",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(transfer, "_BLOCK_BYTES", 1_000)
    with closing(FileServer(CONTENT)) as made:
        yield made


def item(server, digest=DIGEST, num_bytes=SIZE, path="/file.bin"):
    return Download("file.bin", server.url + path, "CC0-1.0", num_bytes, digest, "https://its.page")


def fetched(what, folder):
    """What is there in the end, and how far it was in between."""
    seen = [(received.have, received.whole) for received in transferred(what, folder)]
    return (folder / "file.bin").read_bytes(), seen


def kept(folder):
    """What has come of it so far."""
    return (folder / "file.bin.part").read_bytes()


@pytest.mark.parametrize(
    ("digest", "num_bytes"), [(DIGEST, len(CONTENT)), (DIGEST[:8], None), (None, None)]
)
def test_it_comes_once(server, tmp_path, digest, num_bytes):
    content, seen = fetched(item(server, digest, num_bytes), tmp_path / "new")
    assert content == CONTENT
    assert seen[0] == (0, len(CONTENT))
    assert seen[-1] == (len(CONTENT), len(CONTENT))
    assert seen == sorted(seen)
    assert fetched(item(server), tmp_path / "new") == (CONTENT, [])
    assert server.asked == [("/file.bin", 0)]
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["file.bin"], "no part is left"


@pytest.mark.parametrize("can_go_on", [True, False])
def test_a_connection_that_breaks_is_taken_up_again(server, tmp_path, can_go_on):
    server.cuts, server.can_go_on = [3_500, 7_000 if can_go_on else 5_000], can_go_on
    assert fetched(item(server), tmp_path)[0] == CONTENT
    assert server.asked == [
        ("/file.bin", first) for first in (0, 3_500, 7_000 if can_go_on else 5_000)
    ]


def test_what_has_come_is_kept_for_the_next_time(server, tmp_path):
    server.cuts = [3_500, 3_500]  # the second try brings nothing
    with pytest.raises(ModelError, match=r"ended after 3500 of 10240.*what has come is kept"):
        fetched(item(server), tmp_path)
    assert kept(tmp_path) == CONTENT[:3_500]
    server.asked.clear()
    assert fetched(item(server), tmp_path)[0] == CONTENT
    assert server.asked == [("/file.bin", 3_500)]


@pytest.mark.parametrize("num_bytes", [len(CONTENT), None])
def test_a_whole_part_needs_nothing_more(server, tmp_path, num_bytes):
    (tmp_path / "file.bin.part").write_bytes(CONTENT)
    assert fetched(item(server, num_bytes=num_bytes), tmp_path)[0] == CONTENT


@pytest.mark.parametrize("content", [CONTENT[:-1] + b"x", CONTENT + b"more"])
def test_another_file_is_refused_and_not_kept(server, tmp_path, content):
    server.content = content
    with pytest.raises(ModelError, match="size or checksum is another one"):
        fetched(item(server), tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (404, r"it is not there any more, HTTP 404\); look for it at https://its\.page"),
        (403, "does not give it to programs"),
        (500, r"\(HTTP 500\)"),
    ],
)
def test_what_is_not_given_is_a_sentence(server, tmp_path, status, reason):
    server.status = status
    with pytest.raises(ModelError, match=reason):
        fetched(item(server), tmp_path)
    assert len(server.asked) == 1


def test_a_server_that_falls_silent_is_left(server, tmp_path, monkeypatch):
    monkeypatch.setattr(transfer, "_IDLE_S", 0.1)
    server.pause_s = 1.0
    with pytest.raises(ModelError, match=r"timed out.*check the network"):
        fetched(item(server), tmp_path)
    assert CONTENT.startswith(kept(tmp_path))


def test_a_slow_one_is_shown_and_cancelled(server, tmp_path):
    server.pause_s = 0.05
    with closing(transferred(item(server), tmp_path)) as steps:
        seen = [next(steps).have for _ in range(3)]
    assert 0 == seen[0] < seen[1] < seen[2] < len(CONTENT)
    assert kept(tmp_path) == CONTENT[: seen[2]]
    server.pause_s = 0.0
    assert fetched(item(server), tmp_path)[0] == CONTENT
    assert server.asked[1] == ("/file.bin", seen[2])


def test_a_file_that_lies_elsewhere_is_followed(server, tmp_path):
    server.moved_to, server.cuts = "/cdn/file", [2_000]
    assert fetched(item(server), tmp_path)[0] == CONTENT
    assert server.asked[-1] == ("/cdn/file", 2_000)


def test_a_page_instead_of_the_file_is_told(server, tmp_path):
    server.moved_to, server.media_type = "/login", "text/html; charset=utf-8"
    server.content = b"<!DOCTYPE html><title>Sign in</title>"
    with pytest.raises(ModelError, match=r"127\.0\.0\.1 sent a page instead .* https://its\.page"):
        fetched(item(server), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_way_that_is_not_secure_is_refused(server, tmp_path, monkeypatch):
    real = item(server)
    secure = Download("file.bin", "https://its.host/file", "CC0-1.0")
    opener = transfer.urllib.request.build_opener()
    monkeypatch.setattr(opener, "open", lambda *_a, **_k: type(opener).open(opener, real.url))
    monkeypatch.setattr(transfer.urllib.request, "build_opener", lambda *_: opener)
    with pytest.raises(ModelError, match="by a way that is not secure"):
        fetched(secure, tmp_path)


def test_it_comes_through_the_systems_proxy(server, tmp_path, monkeypatch):
    monkeypatch.setenv("http_proxy", server.url)
    url = "http://publisher.invalid/file.bin"
    assert fetched(Download("file.bin", url, "CC0-1.0", sha256=DIGEST), tmp_path)[0] == CONTENT
    assert server.asked == [(url, 0)]


@pytest.mark.skipif(not shutil.which("openssl"), reason="makes the certificate")
def test_only_who_the_system_trusts_is_believed(server, tmp_path, monkeypatch):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
         "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out",
         certificate],
        check=True, capture_output=True,
    )  # fmt: skip
    server.secure(certificate, key)
    secure = item(server)
    with pytest.raises(ModelError, match=r"(?i)certificate verify failed"):
        fetched(secure, tmp_path / "new")
    if sys.platform == "linux":  # elsewhere the system keeps them
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert fetched(secure, tmp_path / "new")[0] == CONTENT


def test_offline_is_a_sentence(server, tmp_path):
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
    away = Download("file.bin", f"http://127.0.0.1:{port}/file.bin", "CC0-1.0")
    with pytest.raises(ModelError, match=r"refused\); check the network and try again"):
        fetched(away, tmp_path)
    nowhere = Download("file.bin", "http://publisher.invalid/file.bin", "CC0-1.0")
    with pytest.raises(ModelError, match="seems to be offline"):
        fetched(nowhere, tmp_path)


def test_a_disk_without_room_is_told_before(server, tmp_path, monkeypatch):
    usage = transfer.shutil.disk_usage(tmp_path)
    monkeypatch.setattr(transfer.shutil, "disk_usage", lambda _: usage._replace(free=5_000_000))
    with pytest.raises(OutputError, match=r"needs 8 MB in .*, where 5 MB are free; make room"):
        list(transferred(item(server), tmp_path, more_bytes=8_000_000))
    assert server.asked == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is full")
def test_a_disk_that_becomes_full_is_a_sentence(server, tmp_path):
    (tmp_path / "file.bin.part").symlink_to("/dev/full")
    with pytest.raises(OutputError, match=r"No space left.*make room"):
        fetched(item(server), tmp_path)


def test_two_programs_never_fetch_into_one_file(server, tmp_path):
    with (
        FileLock(tmp_path / ".file.bin.lock").claim(tmp_path),
        pytest.raises(OutputError, match="is being written by another Cass Studio"),
    ):
        fetched(item(server), tmp_path)
    assert fetched(item(server), tmp_path)[0] == CONTENT
