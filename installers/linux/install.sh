#!/bin/sh
# Put the packed program where this user's programs are: `install.sh [PREFIX]`, otherwise ~/.local.
# Nobody's rights are needed for it; `uninstall.sh` in the program's folder takes it away again.
set -eu
prefix=${1:-$HOME/.local}
here=$(cd "$(dirname "$0")" && pwd)
program=$prefix/lib/cass-studio
if [ -e "$program" ] && [ ! -e "$program/uninstall.sh" ]; then
  echo "$program exists and is not Cass Studio; nothing was changed." >&2
  exit 1
fi
if ! command -v xz >/dev/null; then
  echo "Please install xz (package xz-utils), which unpacks the program." >&2
  exit 1
fi
mkdir -p "$prefix/lib" "$prefix/bin" "$prefix/share"
# the new one is complete before the old one goes
fresh=$prefix/lib/.cass-studio.$$
trap 'rm -rf "$fresh"' EXIT
mkdir "$fresh"
tar -xJf "$here/data.tar.xz" -C "$fresh" --no-same-owner
rm -rf "$fresh/usr/share/doc" "$fresh/usr/share/lintian"
cp "$here/uninstall.sh" "$fresh/usr/lib/cass-studio"
(cd "$fresh/usr/share" && find . -type f) >"$fresh/usr/lib/cass-studio/shared_files"
rm -rf "$program"
mv "$fresh/usr/lib/cass-studio" "$program"
cp -R "$fresh/usr/share/." "$prefix/share"
for name in cass cass-studio; do
  ln -sf "$program/$name" "$prefix/bin/$name"
done
# desktops start programs without the shell's search path
sed -i "s|^Exec=cass-studio|Exec=\"$prefix/bin/cass-studio\"|; s|^TryExec=.*|TryExec=$prefix/bin/cass-studio|" \
  "$prefix/share/applications/cass-studio.desktop"
if command -v update-mime-database >/dev/null; then update-mime-database "$prefix/share/mime" || true; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database "$prefix/share/applications" || true; fi
echo "Cass Studio is in $program."
case ":$PATH:" in
  *":$prefix/bin:"*) echo "Start it from the menu, or with: cass-studio" ;;
  *) echo "Start it from the menu, or with: $prefix/bin/cass-studio" ;;
esac
