"""One process's share of the pictures: `photographs.py HOME OUT_DIR`, at the scale Qt is given."""

import argparse
import sys
from pathlib import Path


def main() -> int:
    """Open the window on an empty home and take every scene in both themes."""
    parser = argparse.ArgumentParser(description="Take the pictures at one scale.")
    parser.add_argument("home", type=Path, help="folder with Movies/demo.mov")
    parser.add_argument("out", type=Path, help="where the pictures go")
    parser.add_argument("--suffix", default="", help="behind each name")
    parser.add_argument("--scenes", default="", help="only these, separated by commas")
    options = parser.parse_args()
    # Qt is imported here: the separating process imports this file too
    from scenes import SCENES
    from studio import Studio

    wanted = set(filter(None, options.scenes.split(",")))
    studio = Studio(options.home, options.out, options.suffix, set(wanted))
    try:
        for name, scene in SCENES.items():
            scene(studio, name)
            wanted.discard(name)
            if options.scenes and not wanted:
                break
    finally:
        studio.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
