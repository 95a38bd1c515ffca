"""TIGER-DnR's `model.safetensors`: three networks of one shape, under a name each."""

from collections.abc import Mapping
from typing import Any

from cass_core.checkpoints.importers.layout import PublishedLayout, Tensors, numbered
from cass_core.model.published.config import PublishedConfig
from cass_core.stem_names import Stem

_RATE_HZ = 44_100
_WINDOW_S, _HOP_S = 12, 10
_MARK = "dialog.separator.concat_block.0.weight"
_PATH = "dialog.separator.freq_path"


def _describe(tensors: Tensors, _settings: Mapping[str, Any]) -> PublishedConfig:
    """Sizes by the shapes; hop of the spectrogram and rounds are no weights, but as published.

    The published script hears 12 s every 4 s, so that all goes through the network three times.
    Here windows follow each other after 10 s and are cross-faded over 2 s, for two fifths of the
    time.
    """
    bands = numbered(tensors, "dialog.BN.{}.0.weight")
    project = tensors[f"{_PATH}.0.proj_1x1.conv.weight"]
    return PublishedConfig(
        kind="tiger-dnr",
        rate_hz=_RATE_HZ,
        channels=1,
        sources=(Stem.DX, Stem.FX, Stem.MX),
        window=_WINDOW_S * _RATE_HZ,
        hop=_HOP_S * _RATE_HZ,
        weighting="linear",
        sizes={
            "widths": [len(tensors[f"dialog.BN.{i}.0.weight"]) // 2 for i in range(bands)],
            "hop": 512,
            "features": project.shape[1],
            "hidden": project.shape[0],
            "scales": numbered(tensors, _PATH + ".0.spp_dw.{}.conv.weight"),
            "heads": numbered(tensors, _PATH + ".1.Queries.{}.conv.weight"),
            "query": len(tensors[f"{_PATH}.1.Queries.0.conv.weight"]),
            "rounds": 8,
        },
    )


LAYOUT = PublishedLayout(
    "tiger-dnr",
    "TIGER-DnR",
    "Apache-2.0",
    _MARK,
    _describe,
)
