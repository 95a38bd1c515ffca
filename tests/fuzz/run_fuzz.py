"""Damage many files and open them all: no crash, no traceback, no hang, nothing outside.

`python -m tests.fuzz.run_fuzz [--seed N] [--media N] [--projects N] [--models N] [--stems N]
[--kept N]`
"""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.fuzz.kept_kinds import Kept
from tests.fuzz.kinds import Media, Models, Projects, Stems
from tests.fuzz.watched import Findings, Watch, limit_files

KINDS = {"media": (Media, 520), "projects": (Projects, 300), "models": (Models, 100),
         "stems": (Stems, 100), "kept": (Kept, 600)}  # fmt: skip


def fuzz(folder, numbers, seed=0):
    """Try so many files of each kind.

    Args:
        folder: an empty one.
        numbers: how many files, by kind.
        seed: of the first damage.

    Returns:
        What was found.
    """
    findings = Findings()
    watch = Watch(folder / "watched")
    for name, number in numbers.items():
        good = folder / name
        good.mkdir()
        kind = KINDS[name][0](good)
        for case in range(number):
            words, work = kind.work(case, watch.inside)
            watch.case(findings, words, seed + case, work)
            watch.clear()
    return findings


def main():
    """Say what was found; fails where anything was."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, (_, number) in KINDS.items():
        parser.add_argument(f"--{name}", type=int, default=number)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    limit_files()
    with tempfile.TemporaryDirectory() as folder:
        numbers = {name: getattr(options, name) for name in KINDS}
        findings = fuzz(Path(folder), numbers, options.seed)
    sys.stdout.write(findings.report() + "\n")
    return 1 if findings.faults else 0


if __name__ == "__main__":
    sys.exit(main())
