#!/bin/sh
# Make an environment with every package of another one except Qt: `headless_environment.sh FROM TO`.
set -eu
from=$1 to=$2
rm -rf "$to"
"$from/bin/python" -m venv --without-pip "$to"
packages=$(cd "$from"/lib/python3*/site-packages && pwd)
target=$(cd "$to"/lib/python3*/site-packages && pwd)
for entry in "$packages"/*; do
  case $(basename "$entry") in
    PySide6* | pyside6* | shiboken6* | pyqtgraph* | pytestqt* | pytest_qt*) ;;
    *) ln -s "$entry" "$target/" ;;
  esac
done
