"""Files that others publish and that cannot ship with the program: fetched once, checked, kept."""

import hashlib
import http.client
import os
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import IO

from cass_core.errors import ModelError, OutputError
from cass_core.media.files.file_lock import FileLock
from cass_core.resource_files import user_data_folder

_BLOCK_BYTES = 1 << 20
_TIMEOUT_S = 30.0
_ZENODO = "https://zenodo.org/records/3987831/files"

Progress = Callable[[int, int | None], None]


@dataclass(frozen=True)
class Download:
    """A published file.

    Attributes:
        file_name: its name in `downloads_folder()`.
        url: where its makers keep it.
        licence: what they say about its use.
        num_bytes: exact size, None where it is not known.
        sha256: beginning or whole of its checksum in hexadecimal, None where it is not known.
    """

    file_name: str
    url: str
    licence: str
    num_bytes: int | None = None
    sha256: str | None = None


DOWNLOADS: dict[str, Download] = {
    "vggish": Download(
        "vggish-10086976.pth",
        "https://github.com/harritaylor/torchvggish/releases/download/v0.1/vggish-10086976.pth",
        "Apache-2.0",
        288_567_937,
        "10086976",  # by the naming rule of torch.hub
    ),
    "cnn14-16k": Download(
        "Cnn14_16k_mAP=0.438.pth",
        f"{_ZENODO}/Cnn14_16k_mAP%3D0.438.pth",
        "CC-BY-4.0",
        358_668_570,
        "e2ee543a27919542c2ea03eabaa70b24dcd4e6c8e05621de6b67a94e4c5058e6",
    ),
    "cnn14-32k": Download(
        "Cnn14_mAP=0.431.pth",
        f"{_ZENODO}/Cnn14_mAP%3D0.431.pth",
        "CC-BY-4.0",
        327_428_481,
        "0dc499e40e9761ef5ea061ffc77697697f277f6a960894903df3ada000e34b31",
    ),
    "cnn14-decision-level-max": Download(
        "Cnn14_DecisionLevelMax_mAP=0.385.pth",
        f"{_ZENODO}/Cnn14_DecisionLevelMax_mAP%3D0.385.pth",
        "CC-BY-4.0",
        327_428_481,
        "dd3b4043a87d4ec13df8082c0fcfee3fb5084151808e47e060987a95eabdd142",
    ),
    "wpr-classes": Download(
        "class_labels_with_main_class.csv",
        "https://raw.githubusercontent.com/pantheon5100/AVCASS/"
        "d88ed0f6fad39a13c9ef92ecb168eabbc2575799/WPR_calculation/metadata/"
        "class_labels_with_main_class.csv",
        "not stated",
    ),
}


def downloads_folder() -> Path:
    """Where fetched files are kept."""
    return user_data_folder() / "downloads"


def downloaded(name: str) -> Path:
    """A file that was fetched before, or laid there by hand; ModelError where there is none."""
    item = _item(name)
    path = downloads_folder() / item.file_name
    if not path.is_file():
        raise ModelError(
            f"{item.file_name} is not at hand; run `cass fetch {name}`, or put the file "
            f"from {item.url} into {downloads_folder()}."
        )
    return path


def fetch(name: str, progress: Progress | None = None) -> Path:
    """Fetch a file unless it is there; a fetch that was cut off goes on where it stopped.

    Args:
        name: a name in `DOWNLOADS`.
        progress: told the bytes at hand and the whole size, None where it is not known.

    Returns:
        The file, whose size and checksum are as published.
    """
    item = _item(name)
    path = downloads_folder() / item.file_name
    if path.is_file():
        return path
    part = path.with_name(path.name + ".part")
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(path.with_name(f".{path.name}.lock")).claim(path):
            if not path.is_file():  # another program may have fetched it meanwhile
                _receive(item, part, progress or _silent)
                _check(item, part)
                os.replace(part, path)
    except (
        urllib.error.URLError,
        http.client.HTTPException,
        ConnectionError,
        TimeoutError,
    ) as error:
        raise ModelError(
            f"{item.file_name} cannot be fetched from {item.url} ({_reason(error)}); check the "
            "network and try again; what has come is kept."
        ) from error
    except OSError as error:
        raise OutputError(
            f"{part} cannot be written ({error.strerror}); make room on the disk, or move the "
            "data folder with CASS_DATA."
        ) from error
    return path


def _item(name: str) -> Download:
    if name not in DOWNLOADS:
        raise ModelError(f"There is no download '{name}'; known are {', '.join(DOWNLOADS)}.")
    return DOWNLOADS[name]


def _receive(item: Download, part: Path, progress: Progress) -> None:
    """Append what is missing to the part; a server that cannot go on sends all of it anew."""
    have = part.stat().st_size if part.exists() else 0
    if item.num_bytes is not None and have >= item.num_bytes:
        return
    request = urllib.request.Request(item.url)
    if have:
        request.add_header("Range", f"bytes={have}-")
    try:
        answer = urllib.request.urlopen(request, timeout=_TIMEOUT_S)
    except urllib.error.HTTPError as error:
        if error.code != HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            raise
        return  # nothing is missing; the check will tell
    with answer:
        goes_on = answer.status == HTTPStatus.PARTIAL_CONTENT
        have = have if goes_on else 0
        with part.open("ab" if goes_on else "wb") as file:
            _copy(answer, file, have, item.num_bytes, progress)


def _copy(
    answer: http.client.HTTPResponse,
    file: IO[bytes],
    have: int,
    whole: int | None,
    progress: Progress,
) -> None:
    while block := answer.read(_BLOCK_BYTES):
        file.write(block)
        have += len(block)
        progress(have, whole)
    if whole is not None and have < whole:
        raise ConnectionError(f"it ended after {have} of {whole} bytes")


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


def _reason(error: Exception) -> str:
    reason = getattr(error, "reason", None) or error
    return str(getattr(reason, "strerror", None) or reason or type(error).__name__)


def _silent(_have: int, _whole: int | None) -> None:
    """Progress that nobody looks at."""
