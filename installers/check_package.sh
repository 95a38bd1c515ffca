#!/bin/sh
# Install a wheel where there is nothing else, and let both programs work outside of the repository:
# `check_package.sh PYTHON WHEEL [TOOL...]`. PYTHON has the programs of this checkout, for comparison; the tools, otherwise
# pip, pipx and uv, lie beside it or in the search path. Where they get packages from is set by their own variables (PIP_…, UV_…).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
python=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
wheel=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
shift 2
PATH=$(dirname "$python"):$PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CASS_DATA="$work/data" CASS_CACHE="$work/cache"
export PIPX_HOME="$work/env/home" PIPX_BIN_DIR="$work/env/bin" UV_TOOL_DIR="$work/env/home" UV_TOOL_BIN_DIR="$work/env/bin"
cd "$work"

install_by() {
  case $1 in
    pip)
      "$python" -m venv env
      env/bin/pip install --quiet "$wheel"
      env/bin/pip check
      ;;
    pipx) pipx install --quiet --python "$python" "$wheel" ;;
    uv) uv tool install --quiet --python "$python" "$wheel" ;;
  esac
}

echo "== the demo movie, separated by this checkout"
"$python" "$root/resources/demo/make_demo_movie.py" movie
PYTHONPATH="$root" "$python" -m cass_core separate movie/demo.mov -o checkout --no-picture
passed=0
for tool in ${*:-pip pipx uv}; do
  echo "== installed by $tool: both programs answer, and find the starter"
  install_by "$tool"
  env/bin/cass --help >help_command.txt
  env/bin/cass-studio --help >help_window.txt
  env/bin/cass models | grep -q '^ *starter:'
  if [ "$tool" = pip ]; then # the others hide their Python
    env/bin/python -m cass_core --help | cmp - help_command.txt
    env/bin/python -m app --help | cmp - help_window.txt
    env/bin/python env/share/cass-studio/resources/demo/make_demo_movie.py movie_of_the_package
  fi
  env/bin/cass separate movie/demo.mov -o "by_$tool" --no-picture
  "$python" "$root/installers/same_samples.py" "by_$tool" checkout
  rm -rf env # each holds a PyTorch
  passed=$((passed + 1))
done
echo "$passed passed, 0 failed"
