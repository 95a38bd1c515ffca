"""The project's own tagger: what is heard in each second of sound. Small, and it ships.

Its numbers are never the paper's: those need VGGish and PANNs, which cannot be shipped.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load
from torch import Tensor

from cass_core.checked.fields import Between, check_fields
from cass_core.checked.json_file import read_json
from cass_core.checked.json_table import BadValueError, JsonTable
from cass_core.clips import FloatArray
from cass_core.errors import ModelError
from cass_core.media.files.staged_files import restore_interrupted
from cass_core.metrics.taggers.log_mel import (
    PATCH_HOP_SAMPLES,
    PATCH_SAMPLES,
    log_mel_patches,
)
from cass_core.metrics.taggers.tagger_net import TaggerNet
from cass_core.resource_files import resource
from cass_core.stem_names import STEM_CODES, STEMS

TAGGER_WEIGHTS, TAGGER_DESCRIPTION = "tagger.safetensors", "tagger.json"
WINDOW_HOP_FRAMES = 48
WINDOW_HOP_SAMPLES = WINDOW_HOP_FRAMES * PATCH_HOP_SAMPLES  # 0.48 s

_VERSION = 1
_PATCHES_AT_ONCE = 64
_Width = Annotated[int, Between(1, 1 << 16)]


@dataclass(frozen=True)
class TaggerDescription:
    """What `tagger.json` says.

    Attributes:
        classes: names in the order of the outputs; the three stems come first.
        widths: channels of the network's convolutions.
        embedding_dim: size of the embedding.
        sha256: checksum of the weights file.
        licence: SPDX expression of the weights.
        notes: free facts: sources, accuracy on held-out clips.
    """

    classes: tuple[str, ...]
    widths: Annotated[tuple[_Width, ...], Between(1, 16)]
    embedding_dim: _Width
    sha256: str
    licence: str
    notes: dict[str, Any]

    def __post_init__(self) -> None:
        """Check types and ranges; ValueError, since no user types them."""
        check_fields(self)

    def build(self) -> TaggerNet:
        """A network of these sizes, with random weights."""
        return TaggerNet(self.widths, self.embedding_dim, len(self.classes))

    def to_json(self) -> dict[str, Any]:
        """Plain values, for the file."""
        return {
            "version": _VERSION,
            "classes": list(self.classes),
            "widths": list(self.widths),
            "embedding_dim": self.embedding_dim,
            "sha256": self.sha256,
            "licence": self.licence,
            "notes": self.notes,
        }


class Tagger:
    """Hears a mono sound in windows of 0.96 s, one every 0.48 s, to its very end.

    Every method takes (sample,) at `PATCH_RATE_HZ` and gives one row a window.
    """

    def __init__(self, network: TaggerNet, description: TaggerDescription) -> None:
        self.description = description
        self._network = network.eval()

    def embeddings(self, samples: FloatArray) -> FloatArray:
        """What the network makes of each window, (window, embedding)."""
        rows = [
            self._network.embed(patches) for patches in self._patches(samples, WINDOW_HOP_FRAMES)
        ]
        return _joined(rows)

    def class_logits(self, samples: FloatArray, hop_frames: int = WINDOW_HOP_FRAMES) -> FloatArray:
        """A logit for each window and class of the description.

        Args:
            samples: (sample,) at `PATCH_RATE_HZ`.
            hop_frames: distance of the windows in frames of 10 ms.

        Returns:
            (window, class).
        """
        rows = [self._network(patches) for patches in self._patches(samples, hop_frames)]
        return _joined(rows)

    def presence(self, samples: FloatArray) -> FloatArray:
        """Probability that each stem is heard, (window, stem) in the order of `STEMS`."""
        logits = torch.from_numpy(self.class_logits(samples)[:, : len(STEMS)])
        return logits.sigmoid().numpy()

    def _patches(self, samples: FloatArray, hop_frames: int) -> Iterator[Tensor]:
        """Batches (window, frame, mel) of a whole sound."""
        hop = hop_frames * PATCH_HOP_SAMPLES
        sound = torch.from_numpy(samples).float()
        over = max(0, len(sound) - PATCH_SAMPLES)
        hops = -(-over // hop)
        needed = PATCH_SAMPLES + hops * hop
        sound = torch.nn.functional.pad(sound, (0, needed - len(sound)))
        with torch.inference_mode():
            for first in range(0, hops + 1, _PATCHES_AT_ONCE):
                last = min(first + _PATCHES_AT_ONCE - 1, hops)
                start, stop = first * hop, last * hop + PATCH_SAMPLES
                yield log_mel_patches(sound[start:stop], hop_frames)


@lru_cache(maxsize=2)
def load_tagger(folder: Path | None = None) -> Tagger:
    """Load a tagger; ModelError with one sentence where it is missing or damaged.

    Args:
        folder: of its weights and description; the one that ships if None.

    Returns:
        The same object for the same folder.
    """
    return Tagger(*load_tagger_network(folder or resource("tagger")))


def load_tagger_network(folder: Path) -> tuple[TaggerNet, TaggerDescription]:
    """The network and description of a folder; ModelError as `load_tagger`."""
    description = load_tagger_description(folder)
    path = folder / TAGGER_WEIGHTS
    try:
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() != description.sha256:
            raise ModelError(f"{path} does not have the checksum of its description; get it again.")
        with torch.device("meta"):  # nothing is allocated for sizes that the weights do not have
            network = description.build()
        weights = {name: _wide(value) for name, value in load(content).items()}
        network.load_state_dict(weights, assign=True)
    except OSError as error:
        raise ModelError(f"There is no tagger in {folder} ({error.strerror}).") from error
    except (SafetensorError, RuntimeError, ValueError, TypeError) as error:
        raise ModelError(f"{path} is damaged or does not fit its description.") from error
    return network, description


def load_tagger_description(folder: Path) -> TaggerDescription:
    """Read `tagger.json`; ModelError with one sentence where it is missing or damaged."""
    restore_interrupted(folder)
    path = folder / TAGGER_DESCRIPTION
    try:
        table = JsonTable(read_json(path), "")
        if table.whole_number("version") != _VERSION:
            raise ModelError(f"{path} is of another version of this program; get it again.")
        classes = table.texts("classes")
        if classes[: len(STEM_CODES)] != STEM_CODES:
            raise ModelError(f"{path} does not begin its classes with DX, FX and MX.")
        return TaggerDescription(
            classes,
            table.counts("widths"),
            table.count("embedding_dim", 1),
            table.text("sha256"),
            table.text("licence"),
            table.dictionary("notes"),
        )
    except FileNotFoundError as error:
        raise ModelError(f"There is no tagger in {folder}; choose another folder.") from error
    except (OSError, ValueError, BadValueError) as error:
        raise ModelError(f"{path} is damaged ({error}); get the tagger again.") from error


def _wide(value: Tensor) -> Tensor:
    return value.float() if value.is_floating_point() else value


def _joined(rows: list[Tensor]) -> FloatArray:
    joined: FloatArray = torch.cat(rows).numpy()
    return joined
