"""Where integers end: the last sample of a file decides whether all of its set is float."""

import numpy as np
import pytest
import soundfile

from cass_core.clips import SampleSpan
from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_request import ExportRequest
from cass_core.delivery.stem_export import export
from cass_core.stem_names import STEMS
from tests.helpers.project.delivery import ArrayStems, facts

TRACKS = ("DX", "FX", "MX", "MIX")
LENGTH = 70_000
STEP = 2.0**-23
HIGHEST, LOWEST = 1 - STEP, -1.0


def exported(stems, mixture, folder, layout="stereo"):
    length = mixture.shape[-1]
    wanted = ExportRequest(TRACKS, SampleSpan(0, length), Encoding(), folder)
    *_, last = export(wanted, ArrayStems(stems, mixture, layout), facts(length, layout))
    return last.result


def integers(path):
    samples, _ = soundfile.read(path, dtype="int32", always_2d=True)
    assert not (samples & 0xFF).any()
    return (samples >> 8).T.astype(np.int64)


@pytest.mark.parametrize(
    ("dx", "fx", "mix", "fits"),
    [
        (HIGHEST, 0.0, HIGHEST, True),
        (LOWEST, 0.0, LOWEST, True),
        (1.0, 0.0, 1.0, False),
        (HIGHEST, -STEP, LOWEST + STEP, False),  # the remainder is -2 + 3 steps
        (-0.5, 0.0, 0.5 - STEP, True),  # the remainder is the highest number
        (-0.5, 0.0, 0.5, False),  # the remainder is full scale
        (0.5, 0.0, -0.5, True),  # the remainder is the lowest number
        (0.5, STEP, -0.5, False),  # the remainder is one step below it
        (1.5, -1.0, 0.25, False),
        (0.25, 0.25, -1.25, False),
        (40.0, -40.0, 0.0, False),
    ],
)
def test_full_scale_decides_the_format(tmp_path, dx, fx, mix, fits):
    stems, mixture = np.zeros((3, 2, LENGTH)), np.zeros((2, LENGTH))
    stems[:, 0, -1] = dx, fx, mix - dx - fx
    mixture[0, -1] = mix
    result = exported(stems, mixture, tmp_path)
    assert bool(result.null_exact) is fits
    assert (result.notices == ()) is fits
    if fits:
        parts = [integers(result.paths[stem.value]) for stem in STEMS]
        np.testing.assert_array_equal(sum(parts), integers(result.paths["MIX"]))
        return
    assert "32-bit float" in result.notices[0]
    for track, samples in zip(TRACKS, (*stems, mixture), strict=True):
        assert soundfile.info(result.paths[track]).subtype == "FLOAT"
        read, _ = soundfile.read(result.paths[track], dtype="float32", always_2d=True)
        np.testing.assert_array_equal(read.T, samples.astype(np.float32))


def test_halves_are_rounded_to_even(tmp_path):
    halves = np.array([[0.5, 1.5, 2.5, -0.5, -1.5]]) * STEP
    result = exported(np.stack([halves, halves * 0, halves * 0]), halves, tmp_path, "mono")
    assert integers(result.paths["MIX"]).tolist() == [[0, 2, 2, 0, -2]]
