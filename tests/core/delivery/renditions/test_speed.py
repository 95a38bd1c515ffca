"""Sound pulled up and down: length, pitch, timecode, notes, and the sum that stays."""

from dataclasses import replace
from datetime import datetime
from fractions import Fraction

import numpy as np
import pytest
import soundfile
from wavinfo import WavInfoReader

from cass_core.clips import SampleSpan
from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_request import ExportRequest
from cass_core.delivery.renditions.rendition import Rendition
from cass_core.delivery.renditions.speed import SPEEDS, SpeedChange
from cass_core.delivery.stem_export import export
from cass_core.errors import SettingsError
from cass_core.programme.markers.marker import Marker
from cass_core.programme.timecode_choice import TimecodeChoice
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.line import LinePoint
from cass_core.stems.rebalance import Rebalance, StemGain
from tests.helpers.project.delivery import ArrayStems, facts
from tests.helpers.project.tiny_stems import sounds

LENGTH, RATE = 96_000, 48_000
MADE = datetime(2026, 3, 4, 5, 6, 7)


def pulled(speed, info, part=None, rate_hz=None):
    return Rendition(info, part or SampleSpan(0, info.num_samples), speed, rate_hz)


@pytest.mark.parametrize("keeps_pitch", [False, True])
@pytest.mark.parametrize("key", ["down-0.1", "24-25", "25-23.976"])
def test_pulled_set_still_nulls(tmp_path, key, keeps_pitch):
    stems, mixture = sounds(LENGTH, 2, seed=3, level=0.1)
    tone = 0.2 * np.sin(2 * np.pi * 1000 * np.arange(LENGTH) / RATE, dtype=np.float32)
    stems[0], mixture = stems[0] + tone, mixture + tone
    info = facts(LENGTH, fps=24, cues=(Marker(48_000, "Tür"),))
    change = pulled(SpeedChange(key, keeps_pitch), info)
    own = change.facts(TimecodeChoice())
    request = ExportRequest(("DX", "FX", "MX", "MIX"), change.span, Encoding(), tmp_path)
    reader = change.rendered(ArrayStems(stems, mixture))
    *_, last = export(request, reader, own, MADE)
    assert last.result.null_exact
    assert last.result.notices == own.speed_words
    speed = SPEEDS[key]
    read, _ = soundfile.read(last.result.paths["DX"])
    assert len(read) == -(-LENGTH * speed.denominator // speed.numerator)
    middle = read[20_000:70_000, 0] * np.hanning(50_000)
    heard_hz = np.argmax(np.abs(np.fft.rfft(middle, 1 << 20))) * RATE / (1 << 20)
    # fragments fit together within a part of a wave, which widens the peak by a fraction of a hertz
    assert heard_hz == pytest.approx(1000 if keeps_pitch else 1000 * float(speed), abs=0.5)
    notes = WavInfoReader(str(last.result.paths["DX"]), info_encoding="utf-8")
    assert own.speed_words[0] in notes.bext.coding_history
    assert own.speed_words[0].encode() in last.result.paths["DX"].read_bytes().split(b"<NOTE>")[1]
    assert notes.cues.cues[0].sample_offset == -(-48_000 * speed.denominator // speed.numerator)


@pytest.mark.parametrize("size", [1000, 65_536, LENGTH])
def test_stretched_sound_depends_on_no_block(size):
    stems, mixture = sounds(LENGTH, 6, seed=4)
    change = pulled(SpeedChange("25-24", True), facts(LENGTH, "5.1"), SampleSpan(4800, LENGTH))
    reader = change.rendered(ArrayStems(stems, mixture, "5.1"))
    whole = reader.read_mixture(change.span)
    parts = [reader.read_mixture(span) for span in change.span.blocks(size)]
    np.testing.assert_array_equal(np.concatenate(parts, 1), whole)
    total = sum(reader.read(stem, change.span).astype(np.float64) for stem in STEMS)
    assert np.abs(total - whole).max() < 1e-6
    assert not reader.read_mixture(SampleSpan(0, change.span.start)).any()


def test_stretched_sound_stays_in_sync():
    clicks = np.zeros((1, 20 * RATE), np.float32)
    clicks[:, RATE::RATE] = 0.9
    silent = np.zeros((3, 1, 20 * RATE))
    change = pulled(SpeedChange("24-25", True), facts(20 * RATE, "mono"))
    read = change.rendered(ArrayStems(silent, clicks, "mono")).read_mixture(change.span)[0]
    found = np.flatnonzero(np.abs(read) > 0.2)
    nearest = np.round(found / (RATE * 24 / 25)) * RATE * 24 / 25
    assert len(set(nearest)) == 19
    assert np.abs(found - nearest).max() < 0.01 * RATE  # a quarter of a frame


@pytest.mark.parametrize(("key", "fps", "drop", "before", "after", "reference"), [
    ("24-25", "24", False, "01:00:00:23", "01:00:00:23", 172_800_000 + 23 * 1920),
    ("25-24", "25", False, "01:00:00:24", "01:00:00:23", 172_800_000 + 23 * 2000),
    ("23.976-25", "24000/1001", False, "10:00:00:00", "10:00:00:00", 1_728_000_000),
    ("25-23.976", "25", False, "10:00:00:00", "10:00:00:00", 1_729_728_000),
    ("down-0.1", "24", False, "01:00:00:00", "01:00:00:00", 172_972_800),
    ("down-0.1", "30", False, "01:00:00:00", "01:00:00:00", 172_972_800),
    ("up-0.1", "30000/1001", True, "01:00:00;00", "01:00:00:00", 172_800_000),
    ("up-0.1", "60000/1001", False, "01:00:00:00", "01:00:00:00", 172_800_000),
    # 25 frames have no pulled rate; they are counted as before
    ("down-0.1", "25", False, "01:00:00:00", "01:00:00:00", 172_800_000),
])  # fmt: skip
def test_timecode_counts_the_new_rate(key, fps, drop, before, after, reference):
    clock = facts(LENGTH, fps=fps, drop=drop).start.counted_from(before)
    info = replace(facts(LENGTH), start=clock)
    own = pulled(SpeedChange(key), info).facts(TimecodeChoice())
    assert (own.start.start_timecode, own.start.reference) == (after, reference)
    assert own.picture is None


def test_sync_point_and_gain_lines_move_along():
    change = pulled(SpeedChange("24-25"), facts(LENGTH, fps=24))
    own = change.facts(TimecodeChoice("10:00:00:00", at=48_000))
    assert own.start.timecode_at(46_080) == "10:00:00:00"
    assert own.start.timecode_rate.fps == Fraction(25)
    line = (LinePoint(0, 0.0), LinePoint(48_000, -6.0))
    gains = Rebalance((StemGain(line=line), StemGain(), StemGain()))
    assert [p.sample for p in change.rebalance(gains)[Stem.DX].line] == [0, 46_080]


def test_speed_and_sample_rate_together():
    stems, mixture = sounds(LENGTH, 1, level=0.1)
    change = pulled(SpeedChange("24-25"), facts(LENGTH, "mono", fps=24), rate_hz=44_100)
    own = change.facts(TimecodeChoice("10:00:00:00", at=48_000))
    assert (own.num_samples, own.rate_hz) == (84_672, 44_100)
    assert own.start.timecode_at(42_336) == "10:00:00:00"
    reader = change.rendered(ArrayStems(stems, mixture, "mono"))
    whole = reader.read_mixture(change.span)
    total = sum(reader.read(stem, change.span).astype(np.float64) for stem in STEMS)
    assert whole.shape == (1, 84_672)
    assert np.abs(total - whole).max() < 1e-6


def test_unknown_change():
    with pytest.raises(SettingsError, match="no change of speed"):
        SpeedChange("2x")
