"""The kinds of models at the sizes in which they are published, as the importers describe them."""

from functools import cache

from cass_core.checkpoints.description import load_description
from cass_core.checkpoints.registry import DEFAULT_MODEL, find_model
from cass_core.config import SeparatorConfig
from cass_core.model.builders import av_cass_paper
from cass_core.model.published.config import PublishedConfig
from cass_core.stem_names import Stem

_BANDIT = {
    "bands": 64, "n_fft": 2048, "hop": 512, "features": 128, "recurrent": 256, "layers": 16,
    "hidden": 512,
}  # fmt: skip
_HT_DEMUCS = {
    "width": 48, "growth": 2, "depth": 4, "n_fft": 4096, "shrink": 8, "branches": 2,
    "decoder_branches": 2, "bottom": 512, "layers": 5, "heads": 8, "hidden": 2048,
    "frequency_weight": 2.0,
}  # fmt: skip
_MRX = {"windows": [1024, 2048, 8192], "hop": 256, "hidden": 512, "layers": 3}
_TIGER = {
    "widths": [2] * 20 + [4] * 10 + [11] * 8 + [23] * 8 + [46] * 8 + [92] * 2 + [121],
    "hop": 512, "features": 132, "hidden": 256, "scales": 5, "heads": 4, "query": 4, "rounds": 8,
}  # fmt: skip
_DX, _FX, _MX = Stem.DX, Stem.FX, Stem.MX


@cache
def published_sizes() -> dict[str, SeparatorConfig]:
    """The configuration of each kind at its published size, as the importers make it."""
    published = (
        PublishedConfig("mrx", 44_100, 1, (_MX, _DX, _FX), *_windows(44_100, 12, 9), "linear",
                        -27.0, _MRX),
        PublishedConfig("mvsep-cdx23", 44_100, 2, (_MX, _FX, _DX), *_windows(44_100, 7.8, 5.85),
                        "triangle", None, _HT_DEMUCS),
        PublishedConfig("tiger-dnr", 44_100, 1, (_DX, _FX, _MX), *_windows(44_100, 12, 10),
                        "linear", None, _TIGER),
        PublishedConfig("bandit", 44_100, 1, (_DX, _MX, _FX), *_windows(44_100, 6, 0.5), "hann",
                        None, _BANDIT | {"names": ["speech", "music", "effects"]}),
        PublishedConfig("bandit2", 48_000, 1, (_DX, _MX, _FX), *_windows(48_000, 8, 1), "hann",
                        None, _BANDIT | {"names": ["speech", "music", "sfx"]}),
    )  # fmt: skip
    starter = load_description(find_model(DEFAULT_MODEL)).config
    flows: dict[str, SeparatorConfig] = {DEFAULT_MODEL: starter, "av-cass": av_cass_paper()}
    return flows | {config.kind: config for config in published}


def _windows(rate_hz: int, window_s: float, hop_s: float) -> tuple[int, int]:
    return round(window_s * rate_hz), round(hop_s * rate_hz)
