#!/bin/sh
# Open a disk image, copy the program as a user does, separate with it, see the window: `try_image.sh IMAGE PYTHON`. Runs on macOS.
# PYTHON has the program unfrozen; its stems are what is compared with.
set -eu
python=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
hdiutil attach -quiet -nobrowse -readonly -mountpoint "$work/image" "$1"
trap 'hdiutil detach -quiet "$work/image" || true; rm -rf "$work"' EXIT
mkdir "$work/Programme für Töne"
cp -R "$work/image/Cass Studio.app" "$work/Programme für Töne"
program="$work/Programme für Töne/Cass Studio.app/Contents/MacOS"
codesign --verify --deep --strict "$work/Programme für Töne/Cass Studio.app"
export CASS_DATA="$work/data"

"$python" "$root/resources/demo/make_demo_movie.py" "$work/movie"
CASS_CACHE="$work/cache1" "$program/cass" separate "$work/movie/demo.mov" -o "$work/frozen"
CASS_CACHE="$work/cache2" "$python" -m cass_core separate "$work/movie/demo.mov" -o "$work/unfrozen"
"$python" "$root/installers/same_samples.py" "$work/frozen" "$work/unfrozen"

"$program/cass-studio" "$work/movie/demo.mov" &
window=$!
sleep 30
kill -0 "$window"
kill "$window"
echo "1 passed, 0 failed"
