"""How much room the cache takes, and making it empty."""

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.environment.settings import Settings
from cass_core.media.sound.block_sums import sums_path
from cass_core.resource_files import user_cache_folder

USUAL_GB = 40
_KEY = "cache/most_gb"
_GB = 1_000_000_000


@dataclass(frozen=True)
class CacheSize:
    """Room on the disk.

    Attributes:
        num_files: in the cache.
        num_bytes: all of them together.
    """

    num_files: int
    num_bytes: int


def cache_limit_gb(settings: Settings) -> int:
    """The size under which the cache is to be kept, in gigabytes."""
    return max(settings.value(_KEY, USUAL_GB), 1)


def cache_limit_bytes(settings: Settings) -> int:
    """The same in bytes."""
    return cache_limit_gb(settings) * _GB


def set_cache_limit_gb(settings: Settings, most_gb: int) -> None:
    """Keep another limit; it holds from the next decoded sound on."""
    settings.set_value(_KEY, most_gb)


def measure_cache() -> CacheSize:
    """Add up the cache; reads folders, so call it in a thread."""
    sizes = [_size(path) for path in _files(user_cache_folder())]
    return CacheSize(len(sizes), sum(sizes))


def clear_cache(keep: Collection[Path]) -> CacheSize:
    """Remove all that can be made again; call it in a thread.

    Args:
        keep: files that are in use, such as the open programme's sound.

    Returns:
        What is left.
    """
    kept = {path.absolute() for path in keep}
    kept |= {sums_path(path) for path in kept}
    sounds = {path.name.split(".")[0] for path in kept}
    for path in _files(user_cache_folder()):
        # the note that tells a wave is whole bears the wave's name
        is_note = path.suffix == ".json" and path.stem in sounds
        if path.absolute() not in kept and not is_note:
            with suppress(OSError):
                path.unlink()
    return measure_cache()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _size(path: Path) -> int:
    with suppress(OSError):
        return path.stat().st_size
    return 0
