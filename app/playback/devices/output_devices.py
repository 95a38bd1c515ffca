"""The sound devices of this computer, as PortAudio sees them; none where PortAudio is missing."""

import logging
from dataclasses import dataclass
from types import ModuleType
from typing import Any

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class OutputDevice:
    """Something that sound can be played on.

    Attributes:
        name: unique among the devices; what is kept in the settings.
        num_channels: the most that it takes.
        is_default: the system's choice.
    """

    name: str
    num_channels: int
    is_default: bool


def sound_library() -> ModuleType | None:
    """The sounddevice module; None without PortAudio."""
    try:
        import sounddevice
    except (ImportError, OSError) as error:
        _log.warning("No sound library: %s", error)
        return None
    return sounddevice


def look_again() -> None:
    """Make PortAudio look for devices that came or went; only while no stream is open."""
    if (library := sound_library()) is not None:
        # PortAudio lists the devices once, when it starts
        library._terminate()
        library._initialize()


def list_devices() -> tuple[OutputDevice, ...]:
    """All devices that can play, as of PortAudio's last look."""
    default = _default_index()
    return tuple(
        OutputDevice(name, int(info["max_output_channels"]), index == default)
        for index, name, info in _entries()
    )


def device_index(name: str) -> int | None:
    """PortAudio's number of a device; of the default one where the name is empty or gone."""
    by_name = {entry_name: index for index, entry_name, _ in _entries()}
    default = _default_index()
    return by_name.get(name, default if default in by_name.values() else None)


def device_info(index: int) -> dict[str, Any]:
    """What PortAudio says about a device."""
    library = sound_library()
    return dict(library.query_devices(index)) if library is not None else {}


def _entries() -> list[tuple[int, str, dict[str, Any]]]:
    """Number, unique name and description of each device that can play."""
    library = sound_library()
    if library is None:
        return []
    try:
        devices, systems = library.query_devices(), library.query_hostapis()
    except library.PortAudioError as error:
        _log.warning("No list of sound devices: %s", error)
        return []
    entries = [
        (index, f"{info['name']} ({systems[info['hostapi']]['name']})", dict(info))
        for index, info in enumerate(devices)
        if info["max_output_channels"] > 0
    ]
    return [
        (index, _unique(place, entries), info) for place, (index, _, info) in enumerate(entries)
    ]


def _unique(place: int, entries: list[tuple[int, str, dict[str, Any]]]) -> str:
    """The name, with a number behind it when an earlier device has it too."""
    name = entries[place][1]
    earlier = sum(entry[1] == name for entry in entries[:place])
    return f"{name} {earlier + 1}" if earlier else name


def _default_index() -> int:
    library = sound_library()
    if library is None:
        return -1
    try:
        systems = library.query_hostapis()
        chosen = int(library.default.device["output"])
        return chosen if chosen >= 0 or not systems else int(systems[0]["default_output_device"])
    except library.PortAudioError:
        return -1
