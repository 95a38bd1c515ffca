"""Training of the project's own tagger on a corpus, until the time is up."""

import itertools
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from cass_core.checkpoints.checkpoint import file_sha256, save_tensors, write_json
from cass_core.errors import ModelError, OutputError
from cass_core.media.files.staged_files import StagedFiles
from cass_core.metrics.taggers.tagger import (
    TAGGER_DESCRIPTION,
    TAGGER_WEIGHTS,
    TaggerDescription,
    load_tagger_network,
)
from cass_core.metrics.taggers.tagger_net import TaggerNet
from cass_core.synthesis.corpus.catalog import Catalog
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.scenes.draw_settings import AUGMENTED
from cass_core.training.schedule import rate_factor
from cass_core.training.tagger.examples import TaggerExamples, draw_examples, joined_examples
from cass_core.training.tagger.scoring import score_tagger
from cass_core.training.tagger.sound_kinds import CLASSES

_WIDTHS, _EMBEDDING_DIM = (32, 64, 128, 192, 256), 128
_LICENCE = "CC-BY-SA-4.0"
_ATTRIBUTION = (
    "Trained on the starter corpus; `cass corpus show` lists its packages and their licences."
)
_SCENES_A_STEP = 3
_RATE, _WEIGHT_DECAY = 2e-3, 1e-2
_EVERY = 50
_SCENES_EVENED = 20
_SIZES = TaggerDescription(CLASSES, _WIDTHS, _EMBEDDING_DIM, "", _LICENCE, {})


@dataclass(frozen=True)
class TaggerSettings:
    """How to train the tagger.

    Attributes:
        corpus: folder of the catalogue.
        out: folder that gets weights and description.
        minutes: time limit.
        seed: of weights and scenes.
        max_steps: stop after so many steps; None for no limit.
        splits: splits to score the result on.
        scored_scenes: how many scenes of each.
        start: folder of a tagger to go on from; None begins anew.
    """

    corpus: Path
    out: Path
    minutes: float = 12.0
    seed: int = 1
    max_steps: int | None = None
    splits: tuple[str, ...] = ("valid", "test")
    scored_scenes: int = 60
    start: Path | None = None


@dataclass(frozen=True)
class TaggerProgress:
    """One line of the training log.

    Attributes:
        step: optimiser steps.
        loss: mean over the last steps.
        elapsed_s: since the start.
    """

    step: int
    loss: float
    elapsed_s: float


def train_tagger(settings: TaggerSettings) -> Iterator[TaggerProgress]:
    """Train; weights and description, with the scores on held-out scenes, land in `out`.

    Args:
        settings: how to train.

    Yields:
        Progress every few steps, and after the last one.
    """
    torch.manual_seed(settings.seed)
    catalog = Catalog.load(settings.corpus)
    pool, rng = ClipPool(catalog, "train"), np.random.default_rng(settings.seed)
    network, steps_before = _begin(settings.start)
    network = network.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    optimiser = torch.optim.AdamW(network.parameters(), _RATE, weight_decay=_WEIGHT_DECAY)
    started, recent = time.monotonic(), list[float]()
    for step in itertools.count():
        elapsed = time.monotonic() - started
        share = max(elapsed / (60 * settings.minutes), step / (settings.max_steps or np.inf))
        if share >= 1.0:
            break
        batch = joined_examples(draw_examples(pool, rng, AUGMENTED) for _ in range(_SCENES_A_STEP))
        recent.append(_step(network, optimiser, batch, _RATE * rate_factor(step, share)))
        if len(recent) == _EVERY:
            yield TaggerProgress(step + 1, float(np.mean(recent)), elapsed)
            recent.clear()
    if recent:
        yield TaggerProgress(step, float(np.mean(recent)), elapsed)
    network = network.eval().to(memory_format=torch.contiguous_format)
    even_out(
        network, joined_examples(draw_examples(pool, rng, AUGMENTED) for _ in range(_SCENES_EVENED))
    )
    scores = {
        split: asdict(score_tagger(network, catalog, split, settings.scored_scenes))
        for split in settings.splits
    }
    notes = {"attribution": _ATTRIBUTION, "steps": steps_before + step, "scores": scores}
    save_tagger(settings.out, network, replace(_SIZES, notes=notes))


def save_tagger(folder: Path, network: TaggerNet, description: TaggerDescription) -> None:
    """Write weights in half precision and their description; the checksum is filled in."""
    tensors = {k: v.half() if v.is_floating_point() else v for k, v in network.state_dict().items()}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paths = [folder / TAGGER_WEIGHTS, folder / TAGGER_DESCRIPTION]
        with StagedFiles(paths) as staged:
            weights, described = map(staged.temporary, paths)
            save_tensors(weights, tensors)
            write_json(described, replace(description, sha256=file_sha256(weights)).to_json())
            staged.publish()
    except OSError as error:
        raise OutputError(
            f"The tagger cannot be written to {folder} ({error.strerror}); choose another folder."
        ) from error


@torch.no_grad()
def even_out(network: TaggerNet, windows: TaggerExamples) -> None:
    """Give each number of the embedding a spread of 1; what is classified stays the same.

    Distances between embeddings then depend neither on the length of the training nor on the
    few numbers that happen to be large.

    Args:
        network: in evaluation mode.
        windows: sounds to measure the spread on.
    """
    spread = torch.cat([network.embed(part) for part in windows.patches.split(64)]).std(dim=0)
    spread.clamp_min_(1e-3)
    network.embedding.weight.div_(spread[:, None])
    network.embedding.bias.div_(spread)
    network.classifier.weight.mul_(spread)


def _begin(start: Path | None) -> tuple[TaggerNet, int]:
    """A network to train, and the steps that it has behind it."""
    if start is None:
        return _SIZES.build(), 0
    network, description = load_tagger_network(start)
    if (description.classes, description.widths) != (_SIZES.classes, _SIZES.widths):
        raise ModelError(f"The tagger in {start} has other classes or sizes: begin anew.")
    return network, int(description.notes.get("steps", 0))


def _step(
    network: TaggerNet, optimiser: torch.optim.Optimizer, batch: TaggerExamples, rate: float
) -> float:
    for group in optimiser.param_groups:
        group["lr"] = rate
    optimiser.zero_grad()
    with torch.autocast("cpu", torch.bfloat16):
        logits = network(batch.patches)
    loss = _loss(logits.float(), batch)
    loss.backward()
    optimiser.step()
    return float(loss.detach())


def _loss(logits: Tensor, batch: TaggerExamples) -> Tensor:
    """Mean cross-entropy over what is known."""
    return F.binary_cross_entropy_with_logits(
        logits, batch.heard, weight=batch.known, reduction="sum"
    ) / batch.known.sum().clamp_min(1.0)
