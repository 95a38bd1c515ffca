"""The sessions of a delivery: whether its files can be in them, and how they come about."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from cass_core.delivery.encodings import Encoding
from cass_core.delivery.sessions.formats import session_format
from cass_core.delivery.sessions.session import Session
from cass_core.errors import OutputError, SettingsError
from cass_core.media.sound.wave_writer import cannot_write


def check_sessions(keys: Iterable[str], encoding: Encoding) -> None:
    """Raise `SettingsError` where a session is unknown or cannot hold the files."""
    for key in keys:
        if sentence := session_format(key).refusal(encoding.suffix, encoding.bits):
            raise SettingsError(sentence)


def possible_sessions(
    names: Mapping[str, str], encodings: Iterable[Encoding], folder: Path
) -> tuple[dict[str, Path], tuple[str, ...]]:
    """Leave out what cannot hold the files, which full scale may have made float.

    Args:
        names: of the session files, by key.
        encodings: of the files.
        folder: where they go.

    Returns:
        Where those go that can be written, and a sentence for each of the others.
    """
    found, left_out = {key: folder / name for key, name in names.items()}, []
    stored = tuple(encodings)
    for key in names:
        kind = session_format(key)
        if any(kind.refusal(one.suffix, one.bits) for one in stored):
            left_out.append(f"{kind.label} was left out: the files became 32-bit float.")
            del found[key]
    return found, tuple(left_out)


def write_sessions(session: Session, places: Mapping[str, Path]) -> None:
    """Write sessions whose files are there.

    Args:
        session: what they hold.
        places: where each goes, by key.

    Raises:
        OutputError: the system refuses it.
    """
    # AAF and OpenTimelineIO are loaded by who writes them, not by every start of the program
    from aaf2.exceptions import AAFError

    from cass_core.delivery.sessions.writers import WRITERS

    for key, path in places.items():
        try:
            WRITERS[key](session, path)
        except OSError as error:
            raise cannot_write(path, error) from error
        except AAFError as error:
            raise OutputError(f"The AAF cannot be written ({error}); export without it.") from error
