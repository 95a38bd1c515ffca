"""One process's share of the pictures: `photographs.py HOME OUT_DIR`, at the scale Qt is given."""

import argparse
import sys
from contextlib import ExitStack, suppress
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

    from app.benchmark.null_sink import null_sink
    from app.benchmark.session import LeftOutError

    wanted = set(filter(None, options.scenes.split(",")))
    with ExitStack() as stack:
        with suppress(LeftOutError):  # without a device the meters stand still
            stack.enter_context(null_sink(options.home))
        studio = Studio(options.home, options.out, options.suffix, set(wanted))
        stack.callback(studio.close)
        for name, scene in SCENES.items():
            scene(studio, name)
            wanted.discard(name)
            if options.scenes and not wanted:
                break
    return 0


if __name__ == "__main__":
    sys.exit(main())
