"""MediaPipe's one library, which it loads by name."""

from PyInstaller.utils.hooks import collect_dynamic_libs

binaries = collect_dynamic_libs("mediapipe")
excludedimports = ["matplotlib"]
