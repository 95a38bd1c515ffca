"""What the program brings along: FFmpeg, the child process that decodes, models."""

import os
import platform
import sys

from cass_core.checkpoints.checkpoint import load_model
from cass_core.checkpoints.registry import DEFAULT_MODEL, find_model, registered_models
from cass_core.diagnosis.finding import Finding, good, hint, problem
from cass_core.errors import CassError
from cass_core.isolation.isolated import isolated_call
from cass_core.visual.faces.face_model import find_face_model

_DECODERS = (
    "aac ac3 dca dnxhd eac3 flac h264 hevc mp3 mpeg2video opus pcm_s16le pcm_s24le prores vorbis"
)
_AGAIN = "Install the program again."


def look_at_program(version: str) -> Finding:
    """The program, Python and the system.

    Args:
        version: of the program.

    Returns:
        What runs here; always good.
    """
    kind = "installed program" if hasattr(sys, "frozen") else f"Python {platform.python_version()}"
    return good("program", f"Cass Studio {version}, {kind}, {platform.platform()}")


def look_at_ffmpeg() -> Finding:
    """The FFmpeg inside PyAV, and whether the process that it runs in answers."""
    try:
        versions, missing, pid = isolated_call("FFmpeg", _ask_ffmpeg)
    except CassError as error:
        return problem("FFmpeg", str(error), _AGAIN)
    if pid == os.getpid():
        return problem("FFmpeg", "does not run in a process of its own", _AGAIN)
    if missing:
        return hint("FFmpeg", f"{versions}, without {', '.join(missing)}", _AGAIN)
    return good("FFmpeg", f"{versions}, all usual decoders")


def look_at_models() -> list[Finding]:
    """The model that ships, read as for a separation, others by name, and that of faces."""
    try:
        _, description = load_model(find_model(DEFAULT_MODEL))
    except CassError as error:
        model = problem("model", str(error), _AGAIN)
    else:
        others = [one.name for one in registered_models() if one.name != DEFAULT_MODEL]
        text = f"{DEFAULT_MODEL} ({description.sha256[:8]})"
        model = good("model", ", ".join([text, *others]))
    face = find_face_model(allow_download=False)
    if face.path is None:
        return [model, hint("face model", "none", face.notice or "")]
    return [model, good("face model", str(face.path))]


def _ask_ffmpeg() -> tuple[str, list[str], int]:
    """Versions, missing decoders and the process, asked in the child."""
    import av

    libraries = {name: ".".join(map(str, v)) for name, v in av.library_versions.items()}
    versions = f"PyAV {av.__version__}, libavcodec {libraries.get('libavcodec', 'unknown')}"
    missing = [name for name in _DECODERS.split() if name not in av.codecs_available]
    return versions, missing, os.getpid()
