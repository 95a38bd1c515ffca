"""HT Demucs checkpoints as MVSEP-CDX23 published them: the network's arguments and its state."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from cass_core.checkpoints.importers.layout import (
    PublishedLayout,
    Tensors,
    numbered,
    stems_named,
)
from cass_core.model.published.config import PublishedConfig

_OVERLAP = Fraction(4, 5)  # of the published script
_STRIDE = 4
_SOURCES = ["music", "effect", "dialog"]
_SEGMENT_S, _RATE_HZ = 10, 44_100  # where the file does not tell them
# arguments that the shapes do not show and that the network here has as published
_EXPECTED: dict[str, Any] = {
    "cac": True, "rewrite": True, "kernel_size": 8, "stride": _STRIDE, "context": 1,
    "context_enc": 0, "multi_freqs": None, "t_emb": "sin", "t_norm_in": True,
    "t_norm_in_group": False, "t_group_norm": False, "t_norm_first": True, "t_norm_out": True,
    "t_layer_scale": True, "t_gelu": True, "t_cross_first": False, "t_sparse_self_attn": False,
    "t_sparse_cross_attn": False, "t_max_period": 10000.0, "t_weight_pos_embed": 1.0,
    "t_sin_random_shift": 0,
}  # fmt: skip


def _describe(tensors: Tensors, settings: Mapping[str, Any]) -> PublishedConfig:
    for name, value in _EXPECTED.items():
        # an empty list is as good as none
        if (settings.get(name, value) or None) != (value or None):
            raise ValueError(f"{name} is {settings[name]}")
    rate_hz = int(settings.get("samplerate", _RATE_HZ))
    window = int(settings.get("segment", _SEGMENT_S) * rate_hz)
    return PublishedConfig(
        kind="mvsep-cdx23",
        rate_hz=rate_hz,
        channels=tensors["tencoder.0.conv.weight"].shape[1],
        sources=stems_named(list(settings.get("sources", _SOURCES))),
        window=window,
        hop=int((1 - _OVERLAP) * window),
        weighting="triangle",
        sizes=_sizes(tensors, settings),
    )


def _sizes(tensors: Tensors, settings: Mapping[str, Any]) -> dict[str, Any]:
    depth = numbered(tensors, "encoder.{}.conv.weight")
    width, second = (len(tensors[f"encoder.{i}.conv.weight"]) for i in (0, 1))
    bottom = tensors.get("channel_upsampler.bias", ())
    frequency_scale = settings.get("freq_emb", 0.2) * settings.get("emb_scale", 10)
    return {
        "width": width,
        "growth": second // width,
        "depth": depth,
        "n_fft": 2 * _STRIDE * len(tensors["freq_emb.embedding.weight"]),
        "shrink": width // len(tensors["encoder.0.dconv.layers.0.0.weight"]),
        "branches": numbered(tensors, "encoder.0.dconv.layers.{}.0.weight"),
        "decoder_branches": numbered(tensors, "decoder.0.dconv.layers.{}.0.weight"),
        "bottom": len(bottom),
        "layers": numbered(tensors, "crosstransformer.layers.{}.linear1.weight"),
        "heads": int(settings.get("t_heads", 8)),
        "hidden": len(tensors["crosstransformer.layers.0.linear1.weight"]),
        "frequency_weight": float(frequency_scale),
    }


LAYOUT = PublishedLayout(
    "mvsep-cdx23",
    "MVSEP-CDX23 (HT Demucs)",
    "none stated by the publisher",
    "tencoder.0.conv.weight",
    _describe,
)
