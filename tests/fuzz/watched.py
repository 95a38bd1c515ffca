"""One damaged file at a time, and what must not happen to whoever opens it."""

import os
import random
import resource
import sys
import time
import traceback
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path

from cass_core.errors import CassError

LONGEST_S = 20.0
MOST_BYTES = 300 << 20  # of memory that grows, and of what is written for a file of some kilobytes


@dataclass
class Findings:
    """What was tried and what went wrong.

    Attributes:
        tried: files of each kind.
        refused: how many of them were refused with a sentence.
        faults: a line for each fault.
        slowest_s: of all cases.
    """

    tried: dict[str, int] = field(default_factory=dict)
    refused: dict[str, int] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    slowest_s: float = 0.0

    def note(self, kind, seed, refused, seconds, fault):
        """Keep how a case went."""
        self.tried[kind] = self.tried.get(kind, 0) + 1
        self.refused[kind] = self.refused.get(kind, 0) + bool(refused)
        self.slowest_s = max(self.slowest_s, seconds)
        if fault:
            self.faults.append(f"{kind} {seed}: {fault}")

    def report(self):
        """A few lines for people."""
        lines = [
            f"{kind}: {count} damaged, {self.refused[kind]} refused, the others were opened"
            for kind, count in sorted(self.tried.items())
        ]
        return "\n".join([*lines, f"slowest {self.slowest_s:.1f} s", *self.faults])


class Watch:
    """Runs cases in a folder of its own, beside which nothing may change."""

    def __init__(self, folder: Path) -> None:
        self.inside = folder / "inside"
        self.inside.mkdir(parents=True)
        (folder / "sentinel").write_text("untouched")
        self._folder = folder

    def case(self, findings, kind, seed, work):
        """Do the work with a seeded generator.

        Args:
            findings: what is noted.
            kind: of file.
            seed: of the damage.
            work: called with the generator; returns text that the program has printed.
        """
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10
        begun, refused, fault, said = time.monotonic(), False, "", StringIO()
        try:
            with redirect_stdout(said), redirect_stderr(said):
                refused = bool(work(random.Random(seed)))
        except CassError as error:
            refused = True
            fault = "" if str(error).strip() else "a refusal without a sentence"
        except BaseException:  # whatever it is, it is a fault
            fault = traceback.format_exc(limit=-3).replace("\n", " | ")
        seconds = time.monotonic() - begun
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10) - before
        fault = fault or self._broken(said.getvalue(), seconds, grown)
        findings.note(kind, seed, refused, seconds, fault)

    def _broken(self, said, seconds, grown):
        if "Traceback" in said:
            return "a traceback: " + said.strip().splitlines()[-1]
        if seconds > LONGEST_S:
            return f"{seconds:.0f} s"
        if grown > MOST_BYTES:
            return f"{grown >> 20} MiB of memory"
        if self._size() > MOST_BYTES:
            return f"{self._size() >> 20} MiB on disk"
        beside = sorted(path.name for path in self._folder.iterdir())
        if beside != ["inside", "sentinel"]:
            return f"files outside: {beside}"
        return ""

    def _size(self):
        return sum(path.stat().st_size for path in self.inside.rglob("*") if path.is_file())

    def clear(self):
        """Remove what a case has left."""
        for path in sorted(self.inside.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()


def limit_files():
    """Let no file grow beyond what a case may write: a full disk would take others down."""
    if sys.platform != "win32":
        _, highest = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4 * MOST_BYTES, highest))
    os.environ.setdefault("OMP_NUM_THREADS", "1")
