import numpy as np
import pytest

from cass_core.checkpoints.downloads import DOWNLOADS
from cass_core.errors import ModelError, SettingsError
from cass_core.evaluation.scoring import reference_networks as listeners
from cass_core.evaluation.scoring.distribution import DistributionMeter, measure_distribution
from cass_core.metrics.label_divergence import label_divergence
from cass_core.metrics.taggers.tagger import load_tagger
from cass_core.stem_names import STEMS, Stem
from tests.helpers.corpus.tiny_tagger import write_tiny_tagger
from tests.helpers.separation.published_layouts import write_class_table


class Ears:
    """Hears level and sign changes; a stem is active where the sound holds its number."""

    label = "ears"
    divergence = staticmethod(label_divergence)

    def embeddings(self, samples):
        windows = samples.reshape(-1, 100)
        return np.stack([windows.std(axis=1), np.abs(np.diff(windows)).mean(axis=1)], axis=1)

    def clip_logits(self, samples):
        return np.array([samples.std(), np.abs(np.diff(samples)).mean(), 0.0], np.float32) * 10

    def active(self, samples):
        windows = samples.reshape(-1, 100)
        return np.stack([(np.rint(windows) == n).any(axis=1) for n in (1, 2, 3)], axis=1)


def scene(seed):
    return np.random.default_rng(seed).standard_normal((3, 1_000)).astype(np.float32)


def test_truth_has_no_distance_and_worse_is_further():
    found = []
    for damage in (0.0, 0.3, 1.5):
        meter = DistributionMeter(Ears())
        for seed in range(6):
            meter.add(scene(seed), scene(seed) + damage * scene(seed + 50))
        found.append(meter.scores())
    for stem in STEMS:
        assert found[0].fad[stem] == pytest.approx(0.0, abs=1e-7)
        assert found[0].fad[stem] < found[1].fad[stem] < found[2].fad[stem]
        assert found[0].kl[stem] == pytest.approx(0.0, abs=1e-4)
        assert found[1].kl[stem] < found[2].kl[stem]
    assert found[0].label == "ears"


def test_wrong_presence_is_of_the_estimates_alone():
    estimate = np.zeros((3, 1_000), np.float32)
    estimate[0, :500] = 1.0
    estimate[0, 300:500] = 2.0
    estimate[1, :100] = 2.0
    meter = DistributionMeter(Ears())
    meter.add(scene(0), estimate)
    wrong = meter.scores().wpr
    assert wrong[Stem.DX] == pytest.approx(100 * (2 / 5) / 2)
    assert wrong[Stem.FX] == 0.0
    assert np.isnan(wrong[Stem.MX]), "a silent output says nothing"


def test_means_are_plain():
    meter = DistributionMeter(Ears())
    for seed in range(3):
        meter.add(scene(seed), scene(seed + 9))
    scores = meter.scores()
    assert scores.means[0] == pytest.approx(sum(scores.fad.values()) / 3)


def test_shapes_must_agree():
    with pytest.raises(ValueError, match="do not compare"):
        DistributionMeter(Ears()).add(scene(0), scene(0)[:2])


def test_own_tagger_hears_lists(tmp_path, monkeypatch):
    folder = write_tiny_tagger(tmp_path / "tagger")
    monkeypatch.setattr(listeners, "load_tagger", lambda: load_tagger(folder))
    rng = np.random.default_rng(0)
    truth = [(0.1 * rng.standard_normal((3, 40_000))).astype(np.float32) for _ in range(2)]
    scores = measure_distribution("cass", truth, [t * 0.9 for t in truth])
    assert scores.label == "Cass tagger"
    assert all(np.isfinite(scores.fad[stem]) for stem in STEMS)
    with pytest.raises(ValueError, match="shorter"):
        measure_distribution("cass", truth, truth[:1])


def test_published_ears_say_which_file_is_missing(tmp_path, monkeypatch):
    monkeypatch.setenv("CASS_DATA", str(tmp_path))
    with pytest.raises(ModelError, match="class_labels_with_main_class.csv is not at hand"):
        DistributionMeter("published")
    folder = tmp_path / "downloads"
    folder.mkdir()
    write_class_table(folder / DOWNLOADS["wpr-classes"].file_name)
    with pytest.raises(ModelError, match=r"vggish-10086976.pth is not at hand"):
        DistributionMeter("published")


def test_unknown_ears():
    with pytest.raises(SettingsError, match="choose one of cass, published"):
        DistributionMeter("other")
