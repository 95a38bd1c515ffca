"""The signal metrics of a scene, by the names that the user types."""

import importlib.util
from collections.abc import Callable, Sequence

import numpy as np

from cass_core.clips import FloatArray
from cass_core.errors import SettingsError
from cass_core.evaluation.scoring.conditions import KnownScene
from cass_core.metrics.bss import bss_eval
from cass_core.metrics.consistency_error import consistency_error_db
from cass_core.metrics.loudness_error import loudness_error_lu
from cass_core.metrics.pesq import pesq_wide_band
from cass_core.metrics.sdr import si_sdr, si_sdr_with_mean
from cass_core.stem_names import STEMS, Stem
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ

Values = dict[str, float]
_Measure = Callable[[KnownScene, FloatArray], list[Values]]

_PACKAGES = {"bss": "fast_bss_eval", "pesq": "pesq"}


def usable_metrics(names: Sequence[str]) -> tuple[list[str], list[str]]:
    """Metrics that can be measured here, and a sentence for each that cannot.

    Args:
        names: keys of `METRICS`.

    Returns:
        The names that are left and the sentences.

    Raises:
        SettingsError: there is no metric of such a name.
    """
    usable, sentences = [], []
    for name in names:
        if name not in METRICS:
            raise SettingsError(f"There is no metric '{name}'; choose among {', '.join(METRICS)}.")
        package = _PACKAGES.get(name)
        if package and importlib.util.find_spec(package) is None:
            sentences.append(
                f"The metric '{name}' is left out: its package is missing (pip install {package})."
            )
        else:
            usable.append(name)
    return usable, sentences


def scene_scores(names: Sequence[str], scene: KnownScene, estimates: FloatArray) -> list[Values]:
    """Measure the estimates of one scene.

    Args:
        names: keys of `METRICS`.
        scene: the mixture and its stems.
        estimates: (stem, sample).

    Returns:
        One dictionary a stem; what cannot be told, such as PESQ without speech, is left out.
    """
    found: list[Values] = [{} for _ in STEMS]
    for name in names:
        for all_values, values in zip(found, METRICS[name](scene, estimates), strict=True):
            finite = {key: round(value, 4) for key, value in values.items() if np.isfinite(value)}
            all_values.update(finite)
    return found


def _si_sdr(scene: KnownScene, estimates: FloatArray) -> list[Values]:
    rows = []
    for estimate, stem in zip(estimates, scene.stems, strict=True):
        value = si_sdr(estimate, stem)
        rows.append({"si_sdr": value, "si_sdri": value - si_sdr(scene.mixture, stem)})
    return rows


def _si_sdr_with_mean(scene: KnownScene, estimates: FloatArray) -> list[Values]:
    rows = []
    for estimate, stem in zip(estimates, scene.stems, strict=True):
        value = si_sdr_with_mean(estimate, stem)
        gained = value - si_sdr_with_mean(scene.mixture, stem)
        rows.append({"si_sdr_with_mean": value, "si_sdri_with_mean": gained})
    return rows


def _bss(scene: KnownScene, estimates: FloatArray) -> list[Values]:
    scores = bss_eval(estimates, scene.stems)
    rows = zip(scores.sdr, scores.sir, scores.sar, strict=True)
    return [{"sdr": float(a), "sir": float(b), "sar": float(c)} for a, b, c in rows]


def _pesq(scene: KnownScene, estimates: FloatArray) -> list[Values]:
    rows: list[Values] = [{} for _ in STEMS]
    place = STEMS.index(Stem.DX)
    score = pesq_wide_band(estimates[place], scene.stems[place])
    if score is not None:
        rows[place]["pesq"] = score
    return rows


def _loudness(scene: KnownScene, estimates: FloatArray) -> list[Values]:
    pairs = zip(estimates, scene.stems, strict=True)
    return [{"loudness_error": loudness_error_lu(e, s, CATALOG_RATE_HZ)} for e, s in pairs]


def _consistency(scene: KnownScene, estimates: FloatArray) -> list[Values]:
    error = consistency_error_db(scene.mixture, estimates)
    return [{"consistency_error": error} for _ in STEMS]


METRICS: dict[str, _Measure] = {
    "si-sdr": _si_sdr,
    "si-sdr-with-mean": _si_sdr_with_mean,
    "bss": _bss,
    "pesq": _pesq,
    "loudness": _loudness,
    "consistency": _consistency,
}
