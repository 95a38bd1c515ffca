#!/bin/sh
# Install a wheel where there is nothing else, and let both programs work outside of the repository:
# `check_package.sh PYTHON WHEEL`. PYTHON has the programs of this checkout, for comparison.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
python=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
wheel=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CASS_DATA="$work/data" CASS_CACHE="$work/cache"

"$python" -m venv "$work/env"
"$work/env/bin/pip" install --quiet "$wheel"
"$work/env/bin/pip" check
cd "$work"

echo "== both programs and both modules answer"
env/bin/cass --help >help_command.txt
env/bin/python -m cass_core --help | cmp - help_command.txt
env/bin/cass-studio --help >help_window.txt
env/bin/python -m app --help | cmp - help_window.txt
env/bin/cass models | grep -q '^ *starter:'

echo "== the demo movie, separated by the installed program and by this checkout"
env/bin/python env/share/cass-studio/resources/demo/make_demo_movie.py movie
env/bin/cass separate movie/demo.mov -o installed --no-picture
PYTHONPATH="$root" "$python" -m cass_core separate movie/demo.mov -o checkout --no-picture
"$python" "$root/installers/same_samples.py" installed checkout
echo "1 passed, 0 failed"
