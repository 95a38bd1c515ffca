"""`manifest.json` on disk: replaced in one step when written, checked when read."""

import json
from pathlib import Path

from cass_core.checked.json_file import read_json
from cass_core.checked.json_table import BadValueError
from cass_core.errors import OutputError, StemSetError
from cass_core.stems.manifest import MANIFEST_NAME, Manifest
from cass_core.stems.manifest_json import manifest_from_json, manifest_to_json
from cass_core.whole_files import write_text


def save_manifest(folder: Path, manifest: Manifest) -> None:
    """Replace the folder's manifest in one step: a crash leaves the old one or the new one.

    Args:
        folder: the folder of stems.
        manifest: what to write.
    """
    target = folder / MANIFEST_NAME
    # escaped, because file names need not be text
    text = json.dumps(manifest_to_json(manifest), ensure_ascii=True, indent=1, allow_nan=False)
    try:
        write_text(target, text, durable=True)
    except OSError as error:
        raise OutputError(
            f"The progress of the separation could not be written to {target} "
            f"({error.strerror or error}); free some space or choose another folder."
        ) from error


def load_manifest(folder: Path) -> Manifest:
    """Read and check the manifest of a folder of stems.

    Args:
        folder: the folder of stems.

    Returns:
        The manifest, known to be consistent in itself.
    """
    path = folder / MANIFEST_NAME
    try:
        return manifest_from_json(read_json(path))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise StemSetError(
            f"{folder} holds no {MANIFEST_NAME}; choose a folder that Cass Studio wrote."
        ) from error
    except OSError as error:
        raise StemSetError(
            f"{path} cannot be read ({error.strerror or error}); check the disk and its rights."
        ) from error
    except BadValueError as error:
        raise _damaged(path, str(error)) from error


def _damaged(path: Path, clause: str) -> StemSetError:
    return StemSetError(f"{path} is damaged: {clause}; separate the movie again.")
