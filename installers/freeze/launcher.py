"""What both frozen programs start with: they are one program under two names.

Like Python itself they answer to `-m MODULE` too: so the program starts its child processes.
"""

import multiprocessing
import runpy
import sys
from pathlib import Path


def main() -> int:
    """Run what this process was started for.

    Returns:
        The process's exit code.
    """
    own = Path(sys.executable)
    # children have streams and no window: on Windows only the command has streams
    sys.executable = str(own.with_name("cass" + own.suffix))
    from cass_core.torch_builds.stored_build import use_stored_build

    use_stored_build()
    multiprocessing.freeze_support()
    if sys.argv[1:2] == ["-m"] and len(sys.argv) > 2:
        del sys.argv[:2]
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
        return 0
    if Path(sys.argv[0]).stem == "cass-studio":
        from app.__main__ import main as show_window

        return show_window()
    from cass_core.cli import main as run_command

    return run_command()


if __name__ == "__main__":
    sys.exit(main())
