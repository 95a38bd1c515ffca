"""Stems folded down, resampled, led: read in any blocks, they sum to the mixture."""

from fractions import Fraction

import numpy as np
import pytest
import soundfile

from cass_core.clips import SampleSpan
from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_request import ExportRequest
from cass_core.delivery.renditions.folded_stems import FoldedStems, check_fold_down
from cass_core.delivery.renditions.led_stems import LedStems, leader_of
from cass_core.delivery.renditions.resampled_stems import ResampledStems
from cass_core.delivery.stem_export import export
from cass_core.dsp.aligned_resample import RateChange
from cass_core.errors import SettingsError
from cass_core.media.files.timecode import TimecodeRate
from cass_core.programme.clock import ProgrammeClock
from cass_core.stem_names import STEMS
from tests.helpers.project.delivery import ArrayStems, facts
from tests.helpers.project.tiny_stems import sounds

LENGTH = 9000


def six():
    return ArrayStems(*sounds(LENGTH, 6), layout="5.1")


FORMS = {
    "loro": lambda: FoldedStems(six(), "5.1", "loro"),
    "ltrt": lambda: FoldedStems(six(), "5.1", "ltrt"),
    "resampled": lambda: ResampledStems(six(), RateChange(48_000, 44_100, quality="VHQ")),
}


@pytest.mark.parametrize("form", FORMS)
def test_any_block_is_that_of_the_whole_and_sums(form):
    stems = FORMS[form]()
    stop = stems.covered[-1].stop
    whole = stems.read_mixture(SampleSpan(0, stop))
    for span in (SampleSpan(0, 700), SampleSpan(3001, 5002), SampleSpan(stop - 5, stop)):
        block = stems.read_mixture(span)
        np.testing.assert_allclose(block, whole[:, span.start : span.stop], atol=2e-7)
        total = sum(stems.read(stem, span).astype(np.float64) for stem in STEMS)
        np.testing.assert_allclose(total, block, atol=1e-6)


def alone(channel, tone, layout="5.1", channels=6):
    mixture = np.zeros((channels, len(tone)), np.float32)
    mixture[channel] = tone
    return ArrayStems(np.zeros((3, *mixture.shape)), mixture, layout)


@pytest.mark.parametrize(
    ("channel", "left", "right"),
    [(0, 1, 0), (1, 0, 1), (2, 0.7071, 0.7071), (3, 0, 0), (4, 0.7071, 0), (5, 0, 0.7071)],
)
def test_weights_of_lo_ro(channel, left, right):
    tone = np.ones(100, np.float32)
    read = FoldedStems(alone(channel, tone), "5.1", "loro").read_mixture(SampleSpan(0, 100))
    np.testing.assert_allclose(read[:, 50], [left, right], atol=1e-4)


@pytest.mark.parametrize(("channel", "left", "right"), [(4, 0.8165, 0.5774), (5, 0.5774, 0.8165)])
def test_surrounds_are_turned_against_each_other_in_lt_rt(channel, left, right):
    times = np.arange(48_000) / 48_000
    tone = np.cos(2 * np.pi * 500 * times).astype(np.float32)
    span = SampleSpan(12_000, 36_000)
    read = FoldedStems(alone(channel, tone), "5.1", "ltrt").read_mixture(span)
    turned = np.sin(2 * np.pi * 500 * times[12_000:36_000])
    np.testing.assert_allclose(read, [-left * turned, right * turned], atol=2e-3)
    # the front is not turned
    read = FoldedStems(alone(0, tone), "5.1", "ltrt").read_mixture(span)
    np.testing.assert_allclose(read[0], tone[12_000:36_000], atol=1e-6)


@pytest.mark.parametrize("layout", ["mono", "stereo", "7.1.4", "6 channels"])
def test_layouts_without_a_fold_down(layout):
    with pytest.raises(SettingsError, match="no fold-down"):
        check_fold_down(layout)


@pytest.mark.parametrize(
    ("fps", "drop", "begin", "pop"),
    [
        ("25", False, "00:59:52:00", "00:59:58:00"),
        ("24000/1001", False, "00:59:52:00", "00:59:58:00"),
        ("30000/1001", False, "00:59:52:00", "00:59:58:00"),
    ],
)
def test_pop_stands_two_seconds_before_the_first_frame(tmp_path, fps, drop, begin, pop):
    rate = TimecodeRate(Fraction(fps), drop)
    reference = round(3600 * rate.nominal / rate.fps * 48_000)
    clock = ProgrammeClock.of_reference(reference, 48_000, rate)
    leader = leader_of(clock, LENGTH)
    led = clock.shifted(leader.head)
    assert led.timecode_at(0) == begin
    assert led.timecode_at(leader.pops[0].start) == pop
    assert led.timecode_at(leader.head) == "01:00:00:00"
    assert led.reference_at(leader.head) == reference
    assert leader.pops[0].num_samples == round(48_000 / rate.fps)


def test_led_files_null_and_carry_their_pops(tmp_path):
    stems, info = six(), facts(LENGTH, "5.1", reference=48_000 * 3600)
    leader = leader_of(info.start, LENGTH)
    led = LedStems(stems, leader, SampleSpan(1000, 8000))
    wanted = ExportRequest(
        ("DX", "FX", "MX", "ME", "MIX"), SampleSpan(0, led.num_samples), Encoding(), tmp_path,
        pops=leader.pops[:1], target="none",
    )  # fmt: skip
    *_, last = export(wanted, led, facts(led.num_samples, "5.1"))
    assert last.result.null_exact
    for track in ("DX", "ME", "MIX"):
        read, _ = soundfile.read(last.result.paths[track], always_2d=True)
        tone = read[leader.pops[0].start : leader.pops[0].stop]
        assert np.abs(tone[:, [0, 1, 2, 4, 5]]).max() == pytest.approx(0.1, abs=1e-3)
        assert not tone[:, 3].any()
        assert not read[: leader.pops[0].start].any()
    mixture = stems.read_mixture(SampleSpan(1000, 8000)).T
    np.testing.assert_allclose(read[leader.head : leader.head + 7000], mixture, atol=1e-7)
    assert not any("gaps" in sentence for sentence in last.result.report.warnings)
