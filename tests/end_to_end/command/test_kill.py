"""A few kills of `make kill`: nothing is broken, and every end is the same."""

import os
import random

import pytest

from tests.kills import run_kills
from tests.kills.delivery_works import PresetDelivery
from tests.kills.film_works import Export
from tests.kills.kept_works import ModelImport, ProjectSaving
from tests.kills.killed import ViolationError
from tests.kills.work import Work

pytestmark = [
    pytest.mark.media,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
]


def test_killed_writers_leave_nothing_broken(tmp_path):
    tallies = run_kills.kill(
        tmp_path, {Export: 2, PresetDelivery: 2, ModelImport: 2, ProjectSaving: 2}, seed=1
    )
    assert [tally.kills >= 2 for tally in tallies.values()] == [True] * 4


class CarelessWriting(Work):
    """Writes without care."""

    name = "careless writing"

    def steps(self, folder):
        return [lambda: self._write(folder)]

    def _write(self, folder):
        with (folder / "text").open("wb", buffering=0) as file:
            for _ in range(200):
                file.write(random.Random(0).randbytes(1 << 16))

    def found(self, folder):
        path = folder / "text"
        return path.stat().st_size if path.exists() else None


class CarelessReplacing(CarelessWriting):
    """Replaces only what a kill has not made unreadable."""

    name = "careless replacing"

    def _write(self, folder):
        (folder / "begun").touch()
        super()._write(folder)
        (folder / "begun").unlink()

    def files(self, folder):
        return {}

    def found(self, folder):
        return None if (folder / "begun").exists() else super().found(folder)

    def contents(self, folder):
        return {"a moment": os.urandom(8)}


@pytest.mark.parametrize(
    ("work", "words"),
    [(CarelessWriting, "text is broken under its final name"), (CarelessReplacing, "differs")],
)
def test_a_violation_is_found(tmp_path, work, words):
    with pytest.raises(ViolationError, match=words):
        run_kills.kill(tmp_path, {work: 5})
