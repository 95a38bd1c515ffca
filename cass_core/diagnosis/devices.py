"""Sound device and graphics card."""

import ctypes
import sys

from cass_core.diagnosis.finding import Finding, good, hint, problem
from cass_core.diagnosis.nvidia_card import has_nvidia_driver

_SOUND, _CARD, _GRAPHICS = "sound device", "graphics card", "graphics libraries"
_GRAPHICS_LIBRARIES = {"libEGL.so.1": "libegl1", "libGLESv2.so.2": "libgles2"}


def look_at_sound() -> Finding:
    """The device that sound is played on unless another one is chosen."""
    try:
        import sounddevice
    except (ImportError, OSError):
        return hint(
            _SOUND,
            "PortAudio cannot be loaded",
            "Install it (package libportaudio2) to hear anything; separating works without.",
        )
    try:
        device = sounddevice.query_devices(kind="output")
    except (sounddevice.PortAudioError, ValueError):
        return hint(
            _SOUND,
            "none",
            "Connect one, or start the sound server, to hear anything; separating works without.",
        )
    rate = round(device["default_samplerate"])
    return good(_SOUND, f"{device['name']}, {device['max_output_channels']} channels, {rate} Hz")


def look_at_graphics_card() -> Finding:
    """What the network runs on."""
    try:
        import torch
    except (ImportError, OSError) as error:
        return problem(_CARD, f"PyTorch cannot be loaded ({error})", "Install the program again.")
    built = f"PyTorch {torch.__version__}"
    if torch.cuda.is_available():
        memory = torch.cuda.get_device_properties(0).total_memory / (1 << 30)
        return good(_CARD, f"{torch.cuda.get_device_name()}, {memory:.1f} GiB, {built}")
    if torch.backends.mps.is_available():
        return good(_CARD, f"Apple GPU, {built}")
    if not has_nvidia_driver():
        return good(_CARD, f"none, the processor separates, {built}")
    if torch.version.cuda is None:
        return hint(
            _CARD,
            f"of NVIDIA, which {built} does not use",
            "Get PyTorch for it in the window, under Preferences, Graphics card; where the program "
            "was installed with pip, install the build for CUDA as pytorch.org says.",
        )
    return hint(
        _CARD,
        f"of NVIDIA, which {built} cannot use",
        f"Install a driver for CUDA {torch.version.cuda} or newer.",
    )


def look_at_graphics_libraries() -> Finding:
    """Libraries of the system that faces and window need; only Linux comes without them."""
    if not sys.platform.startswith("linux"):
        return good(_GRAPHICS, "of the system")
    missing = [package for name, package in _GRAPHICS_LIBRARIES.items() if not _loads(name)]
    if missing:
        packages = " and ".join(missing)
        return hint(
            _GRAPHICS,
            f"{packages} missing",
            f"Install {packages}, so that faces are found and the window is drawn.",
        )
    return good(_GRAPHICS, "EGL and OpenGL ES")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
