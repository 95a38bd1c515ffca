"""BandIt checkpoints, of both versions: what a Lightning system keeps, or the network alone."""

from collections.abc import Mapping
from typing import Any

from torch import Tensor

from cass_core.checkpoints.importers.layout import (
    PublishedLayout,
    Tensors,
    numbered,
    stems_named,
)
from cass_core.model.published.config import PublishedConfig

_FIRST, _SECOND = "bandit", "bandit2"
_RATE_HZ = {_FIRST: 44_100, _SECOND: 48_000}
_WINDOW_S = {_FIRST: 6.0, _SECOND: 8.0}  # both laid over each other as Hann windows
_HOP_S = {_FIRST: 0.5, _SECOND: 1.0}
_N_FFT, _HOP = 2048, 512
_FC = "band_split.norm_fc_modules.{}.fc.weight"


def _describe(kind: str, tensors: Tensors) -> PublishedConfig:
    """Sizes by the shapes; transform and windows are no weights and are the published ones."""
    names = _stem_names(tensors)
    rate_hz = _RATE_HZ[kind]
    first_mask = f"mask_estim.{names[0]}.norm_mlp.0.hidden.0.weight"
    return PublishedConfig(
        kind=kind,
        rate_hz=rate_hz,
        channels=1,
        sources=stems_named(names),
        window=round(_WINDOW_S[kind] * rate_hz),
        hop=round(_HOP_S[kind] * rate_hz),
        weighting="hann",
        sizes={
            "bands": numbered(tensors, _FC),
            "n_fft": _N_FFT,
            "hop": _HOP,
            "features": len(tensors[_FC.format(0)]),
            "recurrent": tensors["tf_model.seqband.0.rnn.weight_hh_l0"].shape[1],
            "layers": numbered(tensors, "tf_model.seqband.{}.fc.weight"),
            "hidden": len(tensors[first_mask]),
            "names": names,
        },
    )


def _stem_names(tensors: Tensors) -> list[str]:
    names = [name.split(".")[1] for name in tensors if name.startswith("mask_estim.")]
    return list(dict.fromkeys(names))


def _describe_first(tensors: Tensors, _settings: Mapping[str, Any]) -> PublishedConfig:
    return _describe(_FIRST, tensors)


def _describe_second(tensors: Tensors, _settings: Mapping[str, Any]) -> PublishedConfig:
    return _describe(_SECOND, second_renamed(tensors))


def first_renamed(tensors: Tensors) -> dict[str, Tensor]:
    """The first version's weights without the transform's windows."""
    return {name: value for name, value in tensors.items() if not _is_window(name)}


def second_renamed(tensors: Tensors) -> dict[str, Tensor]:
    """The second version's weights by the first one's names.

    Each mask's layers are there twice, the second time as one sequence "combined"; GRUs stand at
    even numbers, with transpositions between them.
    """
    renamed = {}
    for name, value in first_renamed(tensors).items():
        if ".norm_mlp." in name and ".combined." in name:
            continue
        name = name.replace(".combined.0.", ".norm.").replace(".combined.1.", ".fc.")
        parts = name.split(".")
        if parts[:2] == ["tf_model", "seqband"]:
            parts[2] = str(int(parts[2]) // 2)
        renamed[".".join(parts)] = value
    return renamed


def _is_window(name: str) -> bool:
    return name in ("stft.window", "istft.window")


FIRST = PublishedLayout(
    _FIRST,
    "BandIt",
    "CC-BY-NC-4.0 (Zenodo 10160698); another publisher's retraining may differ",
    "band_split.norm_fc_modules.0.fc.weight",
    _describe_first,
    first_renamed,
)
SECOND = PublishedLayout(
    _SECOND,
    "Bandit v2",
    "CC-BY-SA-4.0 (Zenodo 12701995)",
    "band_split.norm_fc_modules.0.combined.1.weight",
    _describe_second,
    second_renamed,
)
