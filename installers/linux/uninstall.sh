#!/bin/sh
# Take the program away; projects, stems, settings and models stay where they are.
set -eu
program=$(cd "$(dirname "$0")" && pwd)
prefix=$(cd "$program/../.." && pwd)
while read -r file; do
  rm -f "$prefix/share/$file"
done <"$program/shared_files"
for name in cass cass-studio; do
  if [ "$(readlink "$prefix/bin/$name")" = "$program/$name" ]; then rm "$prefix/bin/$name"; fi
done
if command -v update-mime-database >/dev/null; then update-mime-database "$prefix/share/mime" || true; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database "$prefix/share/applications" || true; fi
rm -rf "$program"
echo "Cass Studio was removed."
