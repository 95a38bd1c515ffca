"""Training of the network of cells on a corpus, until the time is up."""

import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from cass_core.review.cells.bands import CELL_RATE_HZ
from cass_core.review.cells.cell_net import CellNet
from cass_core.review.cells.cell_weights import CELLS_VERSION, load_cell_net
from cass_core.review.cells.grid import QUIETEST_DB
from cass_core.stem_names import STEMS
from cass_core.synthesis.corpus.catalog import Catalog
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.scenes.draw_settings import AUGMENTED
from cass_core.synthesis.scenes.mixer import render
from cass_core.synthesis.scenes.recipe_drawing import draw_recipe
from cass_core.training.placement.planting import PlantedCells, planted_cells
from cass_core.training.placement.saving import save_small_net
from cass_core.training.schedule import rate_factor

_SCENE_SAMPLES = 12 * CELL_RATE_HZ
_SCENES_A_STEP = 4
_RATE, _WEIGHT_DECAY = 3e-3, 1e-3
_LEVEL_SD_DB = 6.0
_WARMUP_STEPS = 60
_EVERY = 25
_KEPT_SCENES = 64


@dataclass(frozen=True)
class CellSettings:
    """How to train.

    Attributes:
        corpus: folder of the catalogue.
        out: the file of weights.
        minutes: time limit.
        seed: of weights and scenes.
        max_steps: stop after so many steps; None for no limit.
        start: weights to go on from; None begins anew.
        valid_scenes: scenes of held-out clips that the result is measured on.
    """

    corpus: Path
    out: Path
    minutes: float = 30.0
    seed: int = 1
    max_steps: int | None = None
    start: Path | None = None
    valid_scenes: int = 40


@dataclass(frozen=True)
class CellProgress:
    """One line of the training log.

    Attributes:
        step: optimiser steps.
        loss: mean over the last steps, nats a cell.
        elapsed_s: since the start.
    """

    step: int
    loss: float
    elapsed_s: float


def train_cells(settings: CellSettings) -> Iterator[CellProgress]:
    """Train; the weights, with the loss on held-out scenes, land in `out`.

    Args:
        settings: how to train.

    Yields:
        Progress every few steps, and after the last one.
    """
    torch.manual_seed(settings.seed)
    catalog = Catalog.load(settings.corpus)
    pool, rng = ClipPool(catalog, "train"), np.random.default_rng(settings.seed)
    network = _begin(settings.start)
    scenes = _Scenes(pool, rng)
    optimiser = torch.optim.AdamW(network.parameters(), _RATE, weight_decay=_WEIGHT_DECAY)
    started, recent, step = time.monotonic(), list[float](), 0
    for step in itertools.count():
        elapsed = time.monotonic() - started
        share = max(elapsed / (60 * settings.minutes), step / (settings.max_steps or np.inf))
        if share >= 1.0:
            break
        for group in optimiser.param_groups:
            group["lr"] = _RATE * rate_factor(step, share, _WARMUP_STEPS)
        optimiser.zero_grad()
        loss = _loss(network, scenes.batch())
        loss.backward()
        optimiser.step()
        recent.append(float(loss.detach()))
        if len(recent) == _EVERY:
            yield CellProgress(step + 1, float(np.mean(recent)), elapsed)
            recent.clear()
    if recent:
        yield CellProgress(step, float(np.mean(recent)), elapsed)
    notes = {
        "steps": step,
        "valid_loss": round(_valid_loss(network.eval(), catalog, settings.valid_scenes), 4),
    }
    save_small_net(settings.out, network, CELLS_VERSION, notes)


def _begin(start: Path | None) -> CellNet:
    """A network to train."""
    if start is None:
        return CellNet()
    network = CellNet()
    network.load_state_dict(load_cell_net(start).state_dict())
    return network


class _Scenes:
    """Scenes that are heard several times, since drawing one costs more than learning from it."""

    def __init__(self, pool: ClipPool, rng: np.random.Generator) -> None:
        self._pool, self._rng = pool, rng
        self._kept: list[PlantedCells] = []

    def batch(self) -> PlantedCells:
        """Scenes at another level each time, one of them new."""
        while len(self._kept) < _SCENES_A_STEP:
            self._kept.append(_scene(self._pool, self._rng))
        fresh = _scene(self._pool, self._rng)
        if len(self._kept) < _KEPT_SCENES:
            self._kept.append(fresh)
        else:
            self._kept[int(self._rng.integers(_KEPT_SCENES))] = fresh
        places = self._rng.choice(len(self._kept), _SCENES_A_STEP - 1, replace=False)
        chosen = [fresh, *(self._louder(self._kept[int(place)]) for place in places)]
        return _stacked(chosen)

    def _louder(self, scene: PlantedCells) -> PlantedCells:
        change = float(self._rng.normal(0, _LEVEL_SD_DB / 2))
        return scene._replace(levels=(scene.levels + change).clamp_min(QUIETEST_DB))


def _stacked(scenes: list[PlantedCells]) -> PlantedCells:
    return PlantedCells(*(torch.stack(column) for column in zip(*scenes, strict=True)))


def _scene(pool: ClipPool, rng: np.random.Generator) -> PlantedCells:
    stems = render(draw_recipe(pool, rng, _SCENE_SAMPLES, AUGMENTED), pool).stems
    gain = 10 ** (rng.normal(0, _LEVEL_SD_DB) / 20)
    balance = 10 ** (rng.normal(0, _LEVEL_SD_DB / 2, (len(STEMS), 1)) / 20)
    return planted_cells(torch.from_numpy((gain * balance * stems).astype(np.float32)), rng)


def _loss(network: CellNet, batch: PlantedCells) -> Tensor:
    """Cross-entropy of the shares, a weighted mean over cells, above what the shares allow."""
    logs = network(batch.levels).log_softmax(dim=2)
    surplus = torch.xlogy(batch.shares, batch.shares) - batch.shares * logs
    return (surplus.sum(dim=2) * batch.weights).sum() / batch.weights.sum().clamp_min(1.0)


@torch.no_grad()
def _valid_loss(network: CellNet, catalog: Catalog, num_scenes: int) -> float:
    """Mean loss on scenes of held-out clips."""
    pool, rng = ClipPool(catalog, "valid"), np.random.default_rng(0)
    scenes = (_stacked([_scene(pool, rng)]) for _ in range(num_scenes))
    return float(np.mean([float(_loss(network, scene)) for scene in scenes]))
