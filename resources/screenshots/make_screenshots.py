"""Take the pictures of the README and the guide: `make_screenshots.py OUT_DIR`.

The window is the real one: it opens the demo scene, the starter model separates it, and each
scene is taken in both themes. Each scale has a process of its own, because Qt asks for it once.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from long_scene import write_repeated
from plan import SCALES, SCENE_NAMES

HERE = Path(__file__).resolve().parent
DEMO_SCRIPT = HERE.parent / "demo" / "make_demo_movie.py"
_TIMES = 3


def main() -> int:
    """Make the demo movie, then take the pictures once for each scale."""
    parser = argparse.ArgumentParser(description="Take pictures of the window.")
    parser.add_argument("folder", type=Path, metavar="OUT_DIR", help="where the pictures go")
    parser.add_argument("--scale", type=int, choices=SCALES, action="append", help="only this one")
    parser.add_argument("--scenes", default="", help="only these, separated by commas")
    options = parser.parse_args()
    out: Path = options.folder.absolute()
    out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="cass-pictures-") as work:
        movies = Path(work) / "Movies"
        subprocess.run([sys.executable, str(DEMO_SCRIPT), str(movies)], check=True)
        for scale in options.scale or SCALES:
            home = Path(work) / f"home{scale}"
            (home / "Movies").mkdir(parents=True)
            write_repeated(movies / "demo.mov", home / "Movies" / "Night train.mov", _TIMES)
            command = [sys.executable, str(HERE / "photographs.py"), str(home), str(out)]
            command += ["--suffix", "" if scale == 1 else f"@{scale}x"]
            command += ["--scenes", options.scenes or ",".join(SCENE_NAMES)]
            environment = _environment(home, scale)
            subprocess.run(command, env=environment, cwd=home / "Movies", check=True)
        if not options.scenes:
            _take_review(movies, Path(work) / "small", out)
    return 0


def _take_review(movies: Path, home: Path, out: Path) -> None:
    """The pictures of a small screen."""
    shutil.copytree(movies, home / "Movies")
    command = [sys.executable, str(HERE / "review_pictures.py"), str(home), str(out)]
    subprocess.run(command, env=_environment(home, 1), cwd=home / "Movies", check=True)


def _environment(home: Path, scale: int) -> dict[str, str]:
    """Of a user who never had the program, in an English-speaking place at universal time."""
    environment = dict(os.environ)
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment |= {
        "HOME": str(home),
        "CASS_DATA": str(home / "data"),
        "CASS_CACHE": str(home / "cache"),
        "QT_SCALE_FACTOR": str(scale),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
    }
    return environment


if __name__ == "__main__":
    sys.exit(main())
