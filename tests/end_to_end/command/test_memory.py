"""The length of a movie does not show in the memory that its separation takes."""

import re
import sys

import pytest

from tests.helpers.command_line import call_cass

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="peak memory is not measured there"),
]


def peak_mib(model, minutes):
    done = call_cass("bench", "--memory", minutes, "--model", model, "--steps", 1)
    assert done.code == 0, done.err
    found = re.match(r"peak memory: (\d+) MiB for ([\d.]+) minutes", done.out)
    assert float(found[2]) == pytest.approx(minutes, abs=0.06)
    return int(found[1])


def test_memory_does_not_grow_with_the_film(model):
    # not shorter: memory that is used again is taken in the first half minute
    short, long = peak_mib(model, 0.75), peak_mib(model, 2.25)
    assert short > 50
    # the longer mixture alone would take 99 MiB more, and its stems 297 more
    assert long < short + 60


def test_failure_of_the_measured_run_is_told(model, tmp_path):
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "model.json").write_bytes((model / "model.json").read_bytes())
    done = call_cass("bench", "--memory", "0.02", "--model", tmp_path / "m")
    assert done.code == 2
    assert done.err.startswith("cass: The separation that was measured failed: ")
    assert done.err.endswith("fetch the model again.\n")
