"""The report of a delivery: what it measures, whether it passes, where it does not."""

import hashlib
import json
import shutil
import subprocess

import av
import numpy as np
import pytest
import soundfile
from wavinfo import WavInfoReader

from cass_core.clips import SampleSpan
from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_request import ExportRequest
from cass_core.delivery.loudness.targets import TARGETS, loudness_target
from cass_core.delivery.report.faults import FaultFinder
from cass_core.delivery.stem_export import export
from cass_core.errors import SettingsError
from tests.helpers.project.delivery import ArrayStems, facts
from tests.helpers.project.tiny_stems import identity

RATE_HZ = 48_000
TRACKS = ("DX", "FX", "MX", "ME", "MIX")


def scene(seconds=8.0, speech=(2.0, 5.0), level_db=-27.0):
    """Dialogue for some seconds over quiet effects and music."""
    count = round(seconds * RATE_HZ)
    times = np.arange(count) / RATE_HZ
    tone = np.sin(2 * np.pi * 1000 * times)
    speaks = (times >= speech[0]) & (times < speech[1])
    dx = 10 ** (level_db / 20) * tone * speaks
    quiet = 10 ** (-55 / 20)
    rng = np.random.default_rng(1)
    fx, mx = (quiet * rng.standard_normal((2, count)) for _ in range(2))
    stems = np.stack([np.tile(dx, (2, 1)), fx, mx]).astype(np.float32)
    return stems, stems.sum(axis=0, dtype=np.float64).astype(np.float32)


def delivered(folder, target, stems, mixture, tracks=TRACKS, **values):
    info = facts(mixture.shape[1], reference=3600 * RATE_HZ, made_from=(identity(),))
    span = SampleSpan(0, mixture.shape[1])
    wanted = ExportRequest(tracks, span, Encoding(), folder, target=target, **values)
    *_, last = export(wanted, ArrayStems(stems, mixture), info)
    return last.result


def test_files_and_report_tell_the_same(tmp_path):
    result = delivered(tmp_path, "netflix", *scene())
    values = json.loads(result.paths["REPORT.json"].read_text("utf-8"))
    assert values["start_timecode"] == "01:00:00:00"
    assert values["null"] == "The tracks sum to the mixture bit for bit."
    assert [track["track"] for track in values["tracks"]] == list(TRACKS)
    for track in values["tracks"]:
        (file,) = track["files"]
        path = tmp_path / file["name"]
        assert file["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
        assert file["md5"] == hashlib.md5(path.read_bytes()).hexdigest()
        bext = WavInfoReader(str(path)).bext
        assert bext.loudness_value == pytest.approx(track["integrated_lufs"], abs=0.006)
        assert bext.max_true_peak == pytest.approx(track["true_peak_dbtp"], abs=0.006)
        assert bext.loudness_range == pytest.approx(track["range_lu"], abs=0.006)
    assert values["made_from"][0]["model"] == "av_cass_starter"
    page = result.paths["REPORT.html"].read_text("utf-8")
    assert page.count("<polyline") == len(TRACKS)
    assert page.count(">01:00:04:00</text>") == len(TRACKS)  # the middle of 8 s
    for rule in values["rules"]:
        assert rule["rule"] in page


def test_dialogue_counts_where_somebody_speaks(tmp_path):
    stems, mixture = scene()
    values = delivered(tmp_path, "netflix", stems, mixture).report.to_json()
    dialogue = values["dialogue_estimate"]
    assert dialogue["share"] == pytest.approx(3 / 8, abs=0.06)
    # a tone in both channels of -27 dBFS has -27 LUFS; its edges count a little less
    assert dialogue["loudness_lufs"] == pytest.approx(-27, abs=0.4)
    rules = {rule["rule"]: rule["passes"] for rule in values["rules"]}
    assert rules["dialogue -29 to -25 LUFS"]
    assert rules["true peak at most -2 dBTP"]
    assert "integrated -26 to -22 LUFS" not in rules
    few = delivered(tmp_path / "few", "netflix", *scene(speech=(2.0, 2.4))).report
    assert "integrated -26 to -22 LUFS" in {v.rule.words for v in few.verdicts}
    assert not few.passes


def test_places_that_fail_have_timecodes(tmp_path):
    stems, mixture = scene()
    stems[1, 0, 4 * RATE_HZ + 100], mixture[0, 4 * RATE_HZ + 100] = 0.95, 0.95
    mixture = stems.sum(axis=0, dtype=np.float64).astype(np.float32)
    report = delivered(tmp_path, "r128", stems, mixture).report
    (verdict,) = [v for v in report.verdicts if v.rule.measure == "true peak"]
    assert not verdict.passes
    assert report.times(verdict.spans[0]).startswith("01:00:04:00 to 01:00:04:0")
    # what only measures demands nothing
    assert delivered(tmp_path / "b", "none", stems, mixture).report.verdicts == ()


@pytest.mark.parametrize("target", [target.key for target in TARGETS])
def test_every_target_is_asked(tmp_path, target):
    report = delivered(tmp_path, target, *scene(3.0)).report
    known = loudness_target(target)
    assert len(report.verdicts) == sum(rule.speech in ("any", "much") for rule in known.rules)


def test_target_that_does_not_exist(tmp_path):
    with pytest.raises(SettingsError, match="no loudness target 'loud'"):
        delivered(tmp_path, "loud", *scene(0.5))
    assert not list(tmp_path.iterdir())


def found(samples, highest=1.0, block=1000):
    finder = FaultFinder(RATE_HZ, len(samples), highest)
    for start in range(0, samples.shape[1], block):
        finder.hear(samples[:, start : start + block].astype(np.float32))
    finder.finish()
    return finder


def noise(seconds=2.0, channels=2):
    return 0.1 * np.random.default_rng(2).standard_normal((channels, round(seconds * RATE_HZ)))


def test_sound_without_faults():
    finder = found(noise())
    counts = [places.count for places in (finder.clipped, finder.gaps, finder.opposed)]
    assert counts == [0, 0, 0]
    assert not finder.is_dual_mono


def test_faults_are_found_where_they_are():
    sound = noise()
    sound[1, 30_998:31_003] = 1.0  # over a border of blocks
    sound[:, 50_000:50_300] = 0.0
    sound[:, 60_000:60_100] = 0.0  # 2 ms: no gap
    sound[:, :4_800] = sound[:, -9_600:] = 0.0
    finder = found(sound)
    assert [(p.start, p.stop) for p in finder.gaps.spans] == [(50_000, 50_300)]
    assert finder.clipped.count == 1
    assert finder.clipped.spans[0].stop == 31_003
    assert (finder.head, finder.tail) == (
        pytest.approx(4_800, abs=20),
        pytest.approx(9_600, abs=20),
    )


def test_phase_and_dual_mono():
    (one,) = noise(2.0, 1)
    assert found(np.stack([one, one])).is_dual_mono
    finder = found(np.stack([one, -one]))
    assert not finder.is_dual_mono
    assert finder.opposed.count >= 1
    assert found(np.zeros((2, 100))).is_silent


def test_clipped_film_is_told(tmp_path):
    stems, mixture = scene(3.0)
    stems[0, 0, 5000:5010] = 1 - 2.0**-23
    stems[1:, 0, 5000:5010] = 0
    mixture = stems.sum(axis=0, dtype=np.float64).astype(np.float32)
    report = delivered(tmp_path, "none", stems, mixture).report
    assert "Mixture is clipped at 01:00:00:02." in report.warnings
    read, _ = soundfile.read(tmp_path / report.delivered.track("MIX").files[0].path.name)
    assert np.abs(read).max() == 1 - 2.0**-23


@pytest.mark.skipif(not shutil.which("chromium"), reason="needs Chromium")
@pytest.mark.parametrize("width", [1024, 480])
def test_page_as_a_browser_shows_it(tmp_path, width):
    """Every track has its curve, what fails is red, and nothing lies beyond a narrow window."""
    result = delivered(tmp_path, "r128", *scene())
    shot, page = tmp_path / "page.png", result.paths["REPORT.html"].as_uri()
    how = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    how += [f"--user-data-dir={tmp_path / 'profile'}", f"--window-size={width},2600"]
    command = ["chromium", *how, f"--screenshot={shot}", page]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with av.open(str(shot)) as picture:
        image = next(picture.decode(video=0)).to_ndarray(format="rgb24").astype(int)
    is_curve = image[..., 2] - image[..., 0] > 60  # blue, also where it lies between pixels
    rows = np.flatnonzero(is_curve.any(axis=1))
    assert np.count_nonzero(np.diff(rows) > 20) + 1 == len(TRACKS)
    is_failed = np.abs(image - (0xB3, 0x26, 0x1E)).sum(axis=2) < 60
    assert is_failed.any()
    assert (image[:, -4:] > 250).all()  # the margin
