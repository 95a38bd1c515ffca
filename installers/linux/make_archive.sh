#!/bin/sh
# Make an archive that installs itself, for Linux of any kind and without root, of what a .deb holds:
# `make_archive.sh DEB OUT_FOLDER`. Needs Debian's packages makeself and binutils.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
deb=$(realpath "$1")
out=$(cd "$2" && pwd)
version=$(dpkg-deb --field "$deb" Version)
tree=$(mktemp -d -p "$out")
trap 'rm -rf "$tree"' EXIT
cp "$here/install.sh" "$here/uninstall.sh" "$tree"
# as it is: compressing it again would take minutes and gain nothing
ar p "$deb" data.tar.xz >"$tree/data.tar.xz"
target=$out/cass-studio-${version%-*}-x86_64.run
makeself --nocomp --sha256 --tar-quietly --tar-extra "--owner=0 --group=0" "$tree" "$target" \
  "Cass Studio ${version%-*}" ./install.sh >/dev/null
ls -l "$target"
