"""One published file, brought to this computer: in blocks, resumed, checked, cancelled by closing.

Proxies and certificates are those of the system: `http_proxy` and `https_proxy`, on Windows and
macOS its settings.
"""

import hashlib
import http.client
import os
import shutil
import socket
import ssl
import urllib.error
import urllib.request
from collections.abc import Generator
from contextlib import closing
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

import truststore

from cass_core.errors import CassError, ModelError, OutputError
from cass_core.media.files.file_lock import FileLock

_BLOCK_BYTES = 1 << 18
_IDLE_S = 30.0
_TRIES = 3  # a connection that breaks is taken up again, as long as something comes
_MEGA = 1e6
_BROKEN = (
    urllib.error.URLError, http.client.HTTPException, ConnectionError, TimeoutError, ssl.SSLError,
)  # fmt: skip
_REASONS = {
    HTTPStatus.NOT_FOUND: "it is not there any more",
    HTTPStatus.GONE: "it is not there any more",
    HTTPStatus.UNAUTHORIZED: "its publisher asks for an account",
    HTTPStatus.FORBIDDEN: "its publisher does not give it to programs",
    HTTPStatus.TOO_MANY_REQUESTS: "too many have asked for it just now",
}


@dataclass(frozen=True)
class Download:
    """A published file.

    Attributes:
        file_name: its name on this computer.
        url: where its makers keep it.
        licence: what they say about its use.
        num_bytes: exact size, None where it is not known.
        sha256: beginning or whole of its checksum in hexadecimal, None where it is not known.
        page: that people can open where the file does not come; the same as `url` if empty.
    """

    file_name: str
    url: str
    licence: str
    num_bytes: int | None = None
    sha256: str | None = None
    page: str = ""

    @property
    def seen_at(self) -> str:
        """Where people find it."""
        return self.page or self.url


@dataclass(frozen=True)
class Received:
    """How far it is.

    Attributes:
        have: bytes at hand.
        whole: bytes of the file, None where nobody says.
    """

    have: int
    whole: int | None


def transferred(
    item: Download, folder: Path, more_bytes: int = 0
) -> Generator[Received, None, None]:
    """Fetch a file into a folder, unless it is there; what was cut off goes on where it stopped.

    Close the iterator to cancel: what has come is kept for the next time.

    Args:
        item: which file.
        folder: where to; made if missing.
        more_bytes: that the disk must have besides, for what is made of the file.

    Yields:
        How far it is, after each block.

    Raises:
        ModelError: it does not come, or is not the published file.
        OutputError: there is no room, or it cannot be written.
    """
    path = folder / item.file_name
    if path.is_file():
        return
    part = path.with_name(path.name + ".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_name(f".{path.name}.lock")).claim(path):
            if not path.is_file():  # another program may have fetched it meanwhile
                _check_room(item, part, more_bytes)
                yield from _received(item, part)
                _check(item, part)
                os.replace(part, path)
    except _BROKEN as error:
        raise _told(item, error) from error
    except OSError as error:
        raise OutputError(
            f"{part} cannot be written ({error.strerror}); make room on the disk, or move the "
            "data folder with CASS_DATA."
        ) from error


def url_opener() -> urllib.request.OpenerDirector:
    """What addresses are opened with.

    Not `urlopen`, which keeps the proxies that were set when it was first used.

    The system's certificates count, also those of a company whose proxy reads what passes.
    """
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return urllib.request.build_opener(urllib.request.HTTPSHandler(context=context))


def _check_room(item: Download, part: Path, more_bytes: int) -> None:
    needed = max(0, (item.num_bytes or 0) - _size(part)) + more_bytes
    free = shutil.disk_usage(part.parent).free
    if needed > free:
        raise OutputError(
            f"{item.file_name} needs {needed / _MEGA:.0f} MB in {part.parent}, where "
            f"{free / _MEGA:.0f} MB are free; make room, or move the data folder with CASS_DATA."
        )


def _received(item: Download, part: Path) -> Generator[Received, None, None]:
    """Append what is missing, in several tries as long as each brings something."""
    for last in reversed(range(_TRIES)):
        have = _size(part)
        try:
            yield from _one_try(item, part, have)
        except _BROKEN as error:
            if last == 0 or _size(part) <= have or isinstance(error, urllib.error.HTTPError):
                raise
        else:
            return


def _one_try(item: Download, part: Path, have: int) -> Generator[Received, None, None]:
    """Append what is missing; a server that cannot go on sends all of it anew."""
    if item.num_bytes is not None and have >= item.num_bytes:
        return
    request = urllib.request.Request(item.url, headers={"User-Agent": "cass-studio"})
    if have:
        request.add_header("Range", f"bytes={have}-")
    try:
        answer = url_opener().open(request, timeout=_IDLE_S)
    except urllib.error.HTTPError as error:
        if error.code != HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            raise
        return  # nothing is missing; the check will tell
    with closing(answer):
        _check_answer(item, answer)
        goes_on = answer.status == HTTPStatus.PARTIAL_CONTENT
        yield from _appended(item, answer, part, have if goes_on else 0)


def _appended(
    item: Download, answer: http.client.HTTPResponse, part: Path, have: int
) -> Generator[Received, None, None]:
    told = answer.headers.get("Content-Length", "")
    whole = item.num_bytes or (have + int(told) if told.isdigit() else None)
    with part.open("ab" if have else "wb") as file:
        yield Received(have, whole)
        while block := answer.read1(_BLOCK_BYTES):
            file.write(block)
            have += len(block)
            if item.num_bytes is not None and have > item.num_bytes:
                break  # another file; the check will tell
            yield Received(have, whole)
    if whole is not None and have < whole:
        raise ConnectionError(f"it ended after {have} of {whole} bytes")


def _check_answer(item: Download, answer: http.client.HTTPResponse) -> None:
    """Refuse what is no file: a page that asks for something, or one that nobody vouches for."""
    if answer.headers.get_content_type() in ("text/html", "application/xhtml+xml"):
        raise ModelError(
            f"{_host(answer.geturl())} sent a page instead of {item.file_name}; open "
            f"{item.seen_at} in a browser, download the file there and import it."
        )
    if urlsplit(item.url).scheme == "https" != urlsplit(answer.geturl()).scheme:
        raise ModelError(
            f"{_host(item.url)} sends {item.file_name} by a way that is not secure; open "
            f"{item.seen_at} in a browser, download the file there and import it."
        )


def _check(item: Download, part: Path) -> None:
    """ModelError, and the part gone, where size or checksum are not the published ones."""
    with part.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    size = part.stat().st_size
    if size == (item.num_bytes or size) and digest.startswith(item.sha256 or ""):
        return
    part.unlink()
    raise ModelError(
        f"What came from {item.url} is not the published file: its size or checksum is another "
        "one; try again later."
    )


def _told(item: Download, error: Exception) -> CassError:
    """One sentence about a file that does not come."""
    if isinstance(error, urllib.error.HTTPError):
        status = f"HTTP {error.code}"
        reason = next((told for code, told in _REASONS.items() if code == error.code), "")
        return ModelError(
            f"{item.file_name} cannot be fetched from {item.url} "
            f"({f'{reason}, {status}' if reason else status}); look for it at {item.seen_at}."
        )
    return ModelError(
        f"{item.file_name} cannot be fetched from {item.url} ({_reason(error)}); check the "
        "network and try again; what has come is kept."
    )


def _reason(error: Exception) -> str:
    reason = getattr(error, "reason", None) or error
    if isinstance(reason, socket.gaierror):
        return "its server is not found, this computer seems to be offline"
    return str(getattr(reason, "strerror", None) or reason or type(error).__name__)


def _size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0


def _host(url: str) -> str:
    return urlsplit(url).hostname or url
