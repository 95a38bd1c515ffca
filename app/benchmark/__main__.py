"""`python -m app.benchmark`: measure the window and print the figures."""

import os
import subprocess
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.benchmark.material import write_film
from app.benchmark.measures import FILM_S, MEASURES
from app.benchmark.session import LeftOutError, work_folder


def main(names: list[str]) -> int:
    """Print every figure as it is measured; 1 where one misses its goal.

    Args:
        names: a measurement and a work folder; without them all measurements are made, each in a
            process of its own, so that none finds what another has left in memory.

    Returns:
        The exit code.
    """
    if names:
        return _measure(names[0], Path(names[1]))
    with work_folder() as folder:
        film = folder / "film.mp4"
        write_film(film, FILM_S)
        command = [sys.executable, "-m", "app.benchmark"]
        codes = [
            subprocess.run([*command, name, str(folder)], check=False).returncode
            for name in MEASURES
        ]
    return max(codes)


def _measure(name: str, folder: Path) -> int:
    for variable in ("CASS_DATA", "CASS_CACHE"):
        os.environ[variable] = str(folder / f"{name}-{variable.lower()}")
    figures = []
    try:
        for figure in MEASURES[name](folder):
            figures.append(figure)
            sys.stdout.write(figure.line() + "\n")
            sys.stdout.flush()
    except LeftOutError as error:
        sys.stdout.write(f"{name}: left out, {error}\n")
    return 0 if all(figure.is_reached for figure in figures) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
