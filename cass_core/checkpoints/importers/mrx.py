"""MRX checkpoints of merlresearch/cocktail-fork-separation: a plain state dict."""

from collections.abc import Mapping
from typing import Any

from cass_core.checkpoints.importers.layout import PublishedLayout, Tensors, numbered
from cass_core.model.published.config import PublishedConfig
from cass_core.stem_names import Stem

_RATE_HZ = 44_100
_MARK = "_cross_net.lstm.0.weight_ih_l0"


def _describe(tensors: Tensors, _settings: Mapping[str, Any]) -> PublishedConfig:
    """Sizes by the shapes; the hop is no weight and is the published one.

    The published script hears a file as a whole. Here windows of 12 s are cross-faded over 3 s:
    training heard 9 s at once.
    """
    resolutions = numbered(tensors, "_encoders.{}.layer.0.weight")
    bins = [len(tensors[f"_encoders.{i}.layer.0.weight"]) for i in range(resolutions)]
    return PublishedConfig(
        kind="mrx",
        rate_hz=_RATE_HZ,
        channels=1,
        sources=(Stem.MX, Stem.DX, Stem.FX),
        window=12 * _RATE_HZ,
        hop=9 * _RATE_HZ,
        weighting="linear",
        input_lufs=-27.0,
        sizes={
            "windows": [2 * (n - 1) for n in bins],
            "hop": 256,
            "hidden": len(tensors["_encoders.0.layer.1.weight"]),
            "layers": numbered(tensors, "_cross_net.lstm.0.weight_ih_l{}"),
        },
    )


LAYOUT = PublishedLayout("mrx", "MRX", "MIT", _MARK, _describe)
