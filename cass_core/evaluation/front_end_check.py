"""Which front end and which size of heads the weights of AV-CASS want, measured on known mixtures.

No weight shows either (decision 028): a wrong one loads and sounds wrong.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path
from typing import get_args

import numpy as np
import torch
from torch import Tensor, nn

from cass_core.checkpoints.checkpoint import write_json
from cass_core.checkpoints.description import DESCRIPTION_NAME, ModelDescription
from cass_core.checkpoints.importers.avcass import with_front_end
from cass_core.clips import FloatArray
from cass_core.config import ModelConfig, SeparatorConfig
from cass_core.decibels import power_to_db
from cass_core.errors import OutputError, SettingsError
from cass_core.flow.noise import frame_noise
from cass_core.media.files.staged_files import StagedFiles
from cass_core.metrics.sdr import si_sdr
from cass_core.model.builders import build
from cass_core.model.released.front_ends import FrontEndName
from cass_core.model.velocity_net import NUM_STATE_CHANNELS, VelocityNet
from cass_core.separation.flow.released_chunks import chunk_samples, chunk_sound, chunk_states
from cass_core.synthesis.corpus.clip_decoding import decode_clip

_HEAD_DIMS = (8, 64)
_QUIETEST = 1e-12
_SEED = 0


@dataclass(frozen=True)
class Variant:
    """One way to run the same weights.

    Attributes:
        front_end: name of the front end.
        head_dim: channels of an attention head.
    """

    front_end: FrontEndName
    head_dim: int

    def of(self, config: ModelConfig) -> ModelConfig:
        """The configuration that runs so."""
        if config.attention is None:
            raise not_avcass(config)
        sizes = replace(config.attention, head_dim=self.head_dim)
        return with_front_end(replace(config, attention=sizes), self.front_end)


@dataclass(frozen=True)
class VariantScore:
    """What a variant reaches, as means over the mixtures.

    Attributes:
        variant: which.
        si_sdr: dB of each stem.
        level_db: level of each stem over its reference's.
        imaginary_share: energy of the imaginary over that of the real parts of what the network
            gives, brought back by the divisors; about 1 where they fit.
    """

    variant: Variant
    si_sdr: tuple[float, ...]
    level_db: tuple[float, ...]
    imaginary_share: float

    @property
    def mean_si_sdr(self) -> float:
        """Over the stems, in dB."""
        return float(np.mean(self.si_sdr))


def checkable(config: SeparatorConfig) -> ModelConfig:
    """The configuration of a model of AV-CASS; SettingsError for any other model."""
    if not isinstance(config, ModelConfig) or config.name not in ("av-cass", "ao-cass"):
        raise not_avcass(config)
    return config


def not_avcass(config: SeparatorConfig) -> SettingsError:
    """What to say of another model."""
    return SettingsError(
        f"There is nothing to check about the model size '{config.name}'; only imported "
        "checkpoints of AV-CASS leave a choice."
    )


def variants(config: ModelConfig) -> list[Variant]:
    """All that could be meant."""
    assert config.attention is not None
    sizes = config.attention
    heads = dict.fromkeys((sizes.head_dim, *_HEAD_DIMS))
    fitting = [dim for dim in heads if all(width % dim == 0 for width in sizes.widths)]
    return [Variant(name, dim) for name, dim in product(get_args(FrontEndName), fitting)]


def variant_of(config: ModelConfig) -> Variant:
    """How a model runs now."""
    return next(variant for variant in variants(config) if variant.of(config) == config)


def measured_variants(
    network: nn.Module,
    config: ModelConfig,
    stems: Sequence[FloatArray],
    steps: int,
    device: str = "cpu",
) -> Iterator[VariantScore]:
    """Separate known mixtures in every way, without a picture.

    Args:
        network: with the weights.
        config: its description.
        stems: (stem, sample) of each mixture at the model's rate, at least a window long.
        steps: of the flow.
        device: where to compute.

    Yields:
        A score for each variant.
    """
    for variant in variants(config):
        changed = variant.of(config)
        other = build(changed).eval()
        other.load_state_dict(network.state_dict())
        other.to(device)
        scores = [_scored(other, changed, sound, steps, device) for sound in stems]
        near, levels, shares = zip(*scores, strict=True)
        yield VariantScore(variant, _means(near), _means(levels), float(np.mean(shares)))


def cut_mixtures(files: Sequence[Path], config: ModelConfig, count: int) -> list[FloatArray]:
    """Known mixtures out of files with stems, those in which all stems are heard best.

    Args:
        files: dialogue, effects and music, of the same start.
        config: of the model.
        count: how many at most.

    Returns:
        (stem, sample) of each, one window long.
    """
    sounds = [decode_clip(file).samples for file in files]
    size, length = chunk_samples(config), min(len(sound) for sound in sounds)
    whole = np.stack([sound[:length] for sound in sounds])
    pieces = [whole[:, start : start + size] for start in range(0, length - size + 1, size)]
    if not pieces:
        raise SettingsError(
            f"The stems last {length / config.rate_hz:.1f} s and the model hears "
            f"{config.window_s:.1f} s at once; choose longer ones."
        )
    return sorted(pieces, key=lambda piece: -float(_power(piece).min()))[:count]


def recommended(scores: Sequence[VariantScore]) -> VariantScore:
    """The one whose stems are nearest to the known ones."""
    return max(scores, key=lambda score: score.mean_si_sdr)


def apply_variant(folder: Path, description: ModelDescription, variant: Variant) -> None:
    """Let a model run in another way from now on; its weights stay.

    Args:
        folder: of the model.
        description: what stands there now.
        variant: the other way.

    Raises:
        OutputError: the description cannot be written; the former one is kept.
    """
    changed = replace(description, config=variant.of(checkable(description.config)))
    try:
        with StagedFiles([folder / DESCRIPTION_NAME]) as staged:
            write_json(staged.temporary(folder / DESCRIPTION_NAME), changed.to_json())
            staged.publish()
    except OSError as error:
        raise OutputError(
            f"The model cannot be written to {folder} ({error.strerror}); choose another folder."
        ) from error


def _scored(
    network: VelocityNet, config: ModelConfig, stems: FloatArray, steps: int, device: str
) -> tuple[list[float], list[float], float]:
    """SI-SDR and level of each stem in dB, and the share of the imaginary parts."""
    sound = torch.from_numpy(np.ascontiguousarray(stems[:, : chunk_samples(config)]))
    noise = frame_noise(
        _SEED, 0, config.window_frames, NUM_STATE_CHANNELS, config.spectrogram.num_bins
    )
    *_, state = chunk_states(network, config, sound.sum(dim=0), steps, noise, device=device)
    found = chunk_sound(config, state.cpu()).numpy()
    near = [si_sdr(estimate, known) for estimate, known in zip(found, sound.numpy(), strict=True)]
    levels = power_to_db((_power(found) + _QUIETEST) / (_power(sound.numpy()) + _QUIETEST))
    return near, list(levels), _imaginary_share(config, state.cpu())


def _means(rows: Sequence[list[float]]) -> tuple[float, ...]:
    return tuple(float(value) for value in np.mean(rows, axis=0))


def _power(sound: FloatArray) -> FloatArray:
    return np.asarray(np.mean(np.square(sound, dtype=np.float64), axis=1))


def _imaginary_share(config: ModelConfig, state: Tensor) -> float:
    parts = state.unflatten(0, (-1, 2))  # (stem, re and im, bin, frame)
    if config.spectrogram.divisors is not None:
        parts = parts * torch.tensor(config.spectrogram.divisors[:-2]).reshape(-1, 2, 1, 1)
    real, imaginary = parts.square().sum(dim=(0, 2, 3))
    return float(imaginary / real.clamp_min(_QUIETEST))
