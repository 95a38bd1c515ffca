"""Import OpenCV and MediaPipe without what they do to the process: Qt variables, stderr."""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType

_QT_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_LOG_SETTINGS = {"GLOG_minloglevel": "3", "TF_CPP_MIN_LOG_LEVEL": "3"}
_STDERR_LOCK = threading.Lock()


@cache
def import_cv2() -> ModuleType:
    """OpenCV, with the caller's Qt variables left as they were."""
    with _qt_variables_kept():
        import cv2
    cv2.setNumThreads(1)  # its pool fights with the decoder's threads over few cores
    return cv2


@cache
def import_mediapipe() -> ModuleType:
    """Load MediaPipe quietly.

    Returns:
        The package with `mediapipe.tasks.vision` loaded.

    Raises:
        ImportError: it is not installed, or a system library that it needs is missing.
    """
    for name, value in _LOG_SETTINGS.items():
        os.environ.setdefault(name, value)
    with _qt_variables_kept():  # MediaPipe imports OpenCV
        try:
            import mediapipe
            import mediapipe.tasks.python.vision
        except OSError as error:  # a shared library such as PortAudio or EGL
            raise ImportError(str(error)) from error
    return mediapipe


@contextmanager
def _qt_variables_kept() -> Iterator[None]:
    before = {name: os.environ.get(name) for name in _QT_VARIABLES}
    try:
        yield
    finally:
        # OpenCV's wheel points them at its own Qt 5, which would break PySide6
        for name, value in before.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


@contextmanager
def silent_stderr() -> Iterator[None]:
    """Send file descriptor 2 to nowhere; native code writes there past `sys.stderr`."""
    with _STDERR_LOCK:
        if sys.stderr is not None:
            sys.stderr.flush()
        try:
            kept = os.dup(2)
        except OSError:  # a windowed program may have no stderr at all
            yield
            return
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, 2)
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)
            os.close(nowhere)
