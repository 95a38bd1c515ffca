#!/bin/sh
# Make an archive that installs itself, for Linux of any kind and without root:
# `make_archive.sh FROZEN_FOLDER OUT_FOLDER PYTHON`. Needs Debian's package makeself.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
frozen=$(cd "$1" && pwd)
out=$(cd "$2" && pwd)
python=$3
version=$("$python" -c "import tomllib; print(tomllib.load(open('$here/../../pyproject.toml', 'rb'))['project']['version'])")
tree=$(mktemp -d -p "$out")
trap 'rm -rf "$tree"' EXIT
mkdir "$tree/program"
# hard links: a copy would take a gigabyte more
cp -al "$frozen/." "$tree/program"
cp "$here/install.sh" "$here/uninstall.sh" "$tree"
"$python" -c "import sys; sys.path.insert(0, '$here'); from pathlib import Path; from shared_files import lay_shared_files; lay_shared_files(Path('$tree/share'))"
target=$out/cass-studio-$version-x86_64.run
makeself --xz --complevel 6 --sha256 --tar-quietly --tar-extra "--owner=0 --group=0" "$tree" "$target" \
  "Cass Studio $version" ./install.sh >/dev/null
ls -l "$target"
