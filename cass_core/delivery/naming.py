"""What delivered files are called: a template, filled in and made fit for every file system."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cass_core.errors import SettingsError

FIELDS = (
    "project", "movie", "stem", "version", "date", "start", "rate", "bits", "layout", "fps", "reel",
)  # fmt: skip
DEFAULT_TEMPLATE = "{movie}_{stem}"
FILE_TYPES = ("wav", "flac")
"""Types of sound files by their ending; `encodings` knows what each can hold."""


_FIELD = re.compile(r"\{([^{}]*)\}")
_REFUSED = dict.fromkeys([*map(ord, '/\\:*?"<>|'), *range(32), 127], "_")
# names that Windows keeps for devices, whatever ending follows
_DEVICES = {"con", "prn", "aux", "nul"} | {f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10)}
# systems take 255 bytes; what is added while a file is written takes 30 at most
_MOST_BYTES = 225
_SHORTENED = ("movie", "project", "version")


@dataclass(frozen=True)
class NameFields:
    """What the fields of a template stand for, but for the stem.

    Attributes:
        project: name of the project.
        movie: the movie's file name without its ending.
        version: name of the version.
        date: the day, such as "2026-11-21".
        start: timecode of the first sample; colons become dashes.
        rate: samples a second.
        bits: "16", "24" or "32f".
        layout: the channel layout without dots, such as "51" or "stereo".
        fps: frames a second of the timecode without dots, such as "2398".
        reel: number of the reel, such as "R1"; empty for the whole.
        archival: whether names keep to a-z A-Z 0-9 . _ -, as archives demand.
    """

    project: str = ""
    movie: str = ""
    version: str = ""
    date: str = ""
    start: str = ""
    rate: str = ""
    bits: str = ""
    layout: str = ""
    fps: str = ""
    reel: str = ""
    archival: bool = False


def check_template(template: str, num_tracks: int) -> None:
    """Raise `SettingsError` with one sentence where a template cannot name the files.

    Args:
        template: such as "{movie}_{stem}".
        num_tracks: how many files are to be told apart.
    """
    named = _FIELD.findall(template)
    unknown = [name for name in named if name not in FIELDS]
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in FIELDS)
        raise SettingsError(f"The name has no field {{{unknown[0]}}}; it can have {known}.")
    rest = _FIELD.sub("", template)
    if "{" in rest or "}" in rest:
        raise SettingsError("A bracket in the name has no partner; write fields as {stem}.")
    if not template.strip():
        raise SettingsError("The files need a name; write one such as {movie}_{stem}.")
    if num_tracks > 1 and "stem" not in named:
        raise SettingsError("All files would have the same name; add {stem} to it.")


def file_names(
    template: str,
    tracks: Sequence[str],
    fields: Mapping[str, NameFields],
    suffixes: Mapping[str, str],
) -> dict[str, str]:
    """Names of all tracks of a delivery.

    Args:
        template: such as "{movie}_{stem}".
        tracks: "DX", "FX", "MX", "MIX", "REMIX".
        fields: what stands for the fields, by track.
        suffixes: ending with its dot, by track.

    Returns:
        A name for each track; no two are the same, even where capitals do not count.

    Raises:
        SettingsError: the template is not usable.
    """
    check_template(template, len(tracks))
    names = {track: file_name(template, track, fields[track], suffixes[track]) for track in tracks}
    if len({name.casefold() for name in names.values()}) < len(names):
        raise SettingsError("Some files would have the same name; make {stem} stand out in it.")
    return names


def file_name(template: str, track: str, fields: NameFields, suffix: str) -> str:
    """One name, with refused characters replaced and its long parts cut.

    Args:
        template: checked by `check_template`.
        track: what {stem} stands for.
        fields: what the others stand for.
        suffix: ending with its dot.

    Returns:
        The name with its ending.
    """
    name = _filled(template, track, fields)
    for field in _SHORTENED:
        excess = _num_bytes(name + suffix) - _MOST_BYTES
        value = getattr(fields, field)
        if excess > 0 and value and f"{{{field}}}" in template:
            times = template.count(f"{{{field}}}")
            kept = max(_num_bytes(value) - -(-excess // times), 1)
            fields = replace(fields, **{field: _cut(value, kept)})  # type: ignore[arg-type]
            name = _filled(template, track, fields)
    return _cut(name, _MOST_BYTES - len(suffix)) + suffix


def existing(directory: Path, names: Sequence[str]) -> tuple[Path, ...]:
    """Which of the names a folder holds already."""
    return tuple(path for path in (directory / name for name in names) if path.exists())


def _filled(template: str, track: str, fields: NameFields) -> str:
    """The template with its fields filled in, as every system takes it."""

    def value(match: re.Match[str]) -> str:
        name = match[1]
        text = track if name == "stem" else str(getattr(fields, name))
        return text.replace(":", "-").replace(";", "-") if name == "start" else text

    name = _FIELD.sub(value, template).translate(_REFUSED).strip(" ")
    name = _archival(name.rstrip(". ")) if fields.archival else name.rstrip(". ")
    if name.startswith(".") or not name or name.split(".")[0].casefold() in _DEVICES:
        name = "_" + name.lstrip(".")
    return name


def _archival(name: str) -> str:
    """The name in letters without accents, digits, dots, underscores and dashes."""
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss").replace("–", "-"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return re.sub(r"_{2,}", "_", re.sub(r"[^A-Za-z0-9._-]", "_", plain)).strip("_")


def _num_bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogateescape"))


def _cut(text: str, most_bytes: int) -> str:
    """The text cut between two characters."""
    coded = text.encode("utf-8", "surrogateescape")
    return text if len(coded) <= most_bytes else coded[:most_bytes].decode("utf-8", "ignore")
