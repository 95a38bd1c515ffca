"""Training of the network that weighs the review's evidence, in minutes, on a corpus."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor
from torch.nn import functional as F

from cass_core.clips import FloatArray, SampleSpan
from cass_core.evaluation.review.array_stems import ArrayStems
from cass_core.evaluation.review.planting import Plant, planted_programmes
from cass_core.metrics.taggers.tagger import load_tagger
from cass_core.review.cells.bands import CELL_HOP, CELL_RATE_HZ
from cass_core.review.cells.cell_judge import Hearing, judge_cells
from cass_core.review.cells.cell_net import CellNet
from cass_core.review.cells.cell_weights import load_cell_net
from cass_core.review.cells.judged import JudgedCells, packed, unpacked
from cass_core.review.evidence.heard_stems import HeardStems
from cass_core.review.suspicion.evidence import PAIRS, evidence_rows
from cass_core.review.suspicion.suspicion_net import FRAMES_A_STEP, SuspicionNet
from cass_core.review.suspicion.suspicion_weights import SUSPICION_VERSION
from cass_core.synthesis.corpus.catalog import Catalog
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.film_sets.building import read_built_set
from cass_core.synthesis.film_sets.source_files import FILM_RATE_HZ
from cass_core.synthesis.scenes.draw_settings import AUGMENTED
from cass_core.synthesis.scenes.mixer import render
from cass_core.synthesis.scenes.recipe_drawing import draw_recipe
from cass_core.training.placement.moved_sounds import MovedSound, moved_scene
from cass_core.training.placement.saving import save_small_net
from cass_core.training.schedule import rate_factor

_SCENE_FRAMES = 1_000  # 20 s
_CUT_SHARE, _CUT_FRAMES = 0.3, (300, 700)  # scenes in which everything changes at once, and where
_LEVEL_SD_DB, _BALANCE_SD_DB = 4.0, 3.0
_COUNTS_DB = -20.0  # fainter ones may be told or not
_EDGE_FRAMES = 3  # around a move nothing can be said
_MOST_WEIGHT, _FULL_FRAMES = 4.0, 60.0  # short moves count as much as long ones
_BATCH, _LESSON_STEPS = 48, 150
_MOVED_SHARE, _OWN_PAIR_SHARE = 0.6, 0.75
_MISSING_SHARE = 0.15  # of the evidence, so that the network leans on no single row
_RATE, _WEIGHT_DECAY, _WARMUP_STEPS, _MOST_GRADIENT = 3e-3, 1e-2, 50, 1.0
_EVERY = 50
_FILM_TIMES = 3  # a film-like programme counts as much as so many scenes
# lessons are fuller of moved sounds than films are, and the network is too sure of what it says
_DOUBT_LOGIT, _CALM = 3.0, 0.7


HalfArray = npt.NDArray[np.float16]


@dataclass(frozen=True)
class WeighingSettings:
    """How to train.

    Attributes:
        corpus: folder of the catalogue.
        out: the file of weights.
        scenes: how many are made; each takes about a second.
        film_set: folder of a built film-like set that is learned from, too; None for none.
        programmes: of that set.
        steps: of the optimiser.
        seed: of weights and scenes.
    """

    corpus: Path
    out: Path
    scenes: int = 600
    film_set: Path | None = None
    programmes: int = 40
    steps: int = 900
    seed: int = 1


@dataclass(frozen=True)
class WeighingProgress:
    """One line of the log.

    Attributes:
        scenes: made so far.
        step: of the optimiser; 0 while scenes are made.
        loss: mean over the last steps, nats a moment; not a number before.
        elapsed_s: since the start.
    """

    scenes: int
    step: int
    loss: float
    elapsed_s: float


class JudgedScene(NamedTuple):
    """What the network learns from, in steps of `FRAMES_A_STEP` frames.

    Attributes:
        rows: (row, step) of `evidence_rows`, in half precision.
        labels: (pair, step) 1 where the stem holds the owner's sound.
        weights: (pair, step) how much a moment counts.
        moved: its sounds in wrong stems, as far as they count.
    """

    rows: HalfArray
    labels: FloatArray
    weights: FloatArray
    moved: tuple[MovedSound, ...]


class _Lessons(NamedTuple):
    """A batch.

    Attributes:
        steps: (b, row, step).
        pairs: (b,) numbers in `PAIRS`.
        labels: (b, step).
        weights: (b, step).
    """

    steps: Tensor
    pairs: Tensor
    labels: Tensor
    weights: Tensor


def train_weighing(settings: WeighingSettings) -> Iterator[WeighingProgress]:
    """Train; the weights land in `out`.

    Args:
        settings: how to train.

    Yields:
        Progress every few scenes and steps, and at the end.
    """
    started = time.monotonic()
    rng = np.random.default_rng(settings.seed)
    pool = ClipPool(Catalog.load(settings.corpus), "train")
    judge, tagger = load_cell_net(), load_tagger()
    scenes: list[JudgedScene] = []
    while len(scenes) < settings.scenes:
        scenes.append(_judged_scene(pool, rng, judge, tagger))
        if len(scenes) % _EVERY == 0:
            yield WeighingProgress(len(scenes), 0, float("nan"), time.monotonic() - started)
    for scene in _film_scenes(settings, judge, tagger):
        scenes += _FILM_TIMES * [scene]
    torch.manual_seed(settings.seed)
    network, recent = SuspicionNet(), list[float]()
    optimiser = torch.optim.AdamW(network.parameters(), _RATE, weight_decay=_WEIGHT_DECAY)
    for step in range(settings.steps):
        for group in optimiser.param_groups:
            group["lr"] = _RATE * rate_factor(step, step / settings.steps, _WARMUP_STEPS)
        optimiser.zero_grad()
        loss = _loss(network, _lessons(scenes, rng))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), _MOST_GRADIENT)
        optimiser.step()
        recent.append(float(loss.detach()))
        if len(recent) == _EVERY or step + 1 == settings.steps:
            elapsed = time.monotonic() - started
            yield WeighingProgress(len(scenes), step + 1, float(np.mean(recent)), elapsed)
            recent.clear()
    _settle(network)
    notes = {"scenes": len(scenes), "steps": settings.steps, "seed": settings.seed}
    save_small_net(settings.out, network.eval(), SUSPICION_VERSION, notes)


@torch.no_grad()
def _settle(network: SuspicionNet) -> None:
    """Let 0.5 mean on film-like programmes what it says; chosen on `film-valid`."""
    network.end.weight *= _CALM
    if network.end.bias is not None:
        network.end.bias -= _DOUBT_LOGIT
        network.end.bias *= _CALM


def _judged_scene(
    pool: ClipPool, rng: np.random.Generator, judge: CellNet, tagger: Hearing
) -> JudgedScene:
    """A scene with moved sounds, as the program judges it."""
    if rng.random() < _CUT_SHARE:
        first = int(rng.integers(*_CUT_FRAMES))
        parts = [_stems(pool, rng, count) for count in (first, _SCENE_FRAMES - first)]
        stems = np.concatenate(parts, axis=1)
    else:
        stems = _stems(pool, rng, _SCENE_FRAMES)
    scene = moved_scene(stems, rng)
    # as it is kept beside stems, in steps of half a dB
    return _lesson(unpacked(packed(judge_cells(judge, tagger, scene.stems))), scene.moved)


def _film_scenes(
    settings: WeighingSettings, judge: CellNet, tagger: Hearing
) -> Iterator[JudgedScene]:
    """Planted programmes of a film-like set."""
    if settings.film_set is None:
        return
    _, built = read_built_set(settings.film_set)
    for programme in planted_programmes(built, settings.programmes, settings.seed):
        stems = ArrayStems(programme.stems, FILM_RATE_HZ, programme.layout)
        heard = HeardStems(stems)
        frames = heard.num_frames // FRAMES_A_STEP * FRAMES_A_STEP
        cells = judge_cells(judge, tagger, heard.read(0, frames))
        moved = [_at_cell_rate(plant) for plant in programme.plants]
        yield _lesson(unpacked(packed(cells)), moved)


def _at_cell_rate(plant: Plant) -> MovedSound:
    edges = plant.span.start, plant.span.stop
    span = SampleSpan(*(edge * CELL_RATE_HZ // FILM_RATE_HZ for edge in edges))
    return MovedSound(plant.stem, plant.belongs, span, plant.relative_db)


def _lesson(cells: JudgedCells, moved: Sequence[MovedSound]) -> JudgedScene:
    labels, weights = moved_labels(moved, len(cells.levels))
    counted = tuple(sound for sound in moved if sound.relative_db >= _COUNTS_DB)
    rows = _steps(evidence_rows(cells)).astype(np.float16)
    return JudgedScene(rows, np.rint(_steps(labels)), _steps(weights), counted)


def _steps(rows: FloatArray) -> FloatArray:
    """(row, frame) as (row, step)."""
    whole = rows[:, : rows.shape[1] // FRAMES_A_STEP * FRAMES_A_STEP]
    return np.asarray(whole.reshape(len(rows), -1, FRAMES_A_STEP).mean(axis=2), np.float32)


def _stems(pool: ClipPool, rng: np.random.Generator, num_frames: int) -> FloatArray:
    stems = render(draw_recipe(pool, rng, num_frames * CELL_HOP, AUGMENTED), pool).stems
    level_db = rng.normal(0, _LEVEL_SD_DB) + rng.normal(0, _BALANCE_SD_DB, (len(stems), 1))
    return np.asarray(stems * 10 ** (level_db / 20), np.float32)


def moved_labels(moved: Sequence[MovedSound], num_frames: int) -> tuple[FloatArray, FloatArray]:
    """What should be answered of a scene, and how much each answer counts.

    Args:
        moved: its sounds in wrong stems.
        num_frames: its length in cells.

    Returns:
        Labels and weights, (pair, frame).
    """
    labels = np.zeros((len(PAIRS), num_frames), np.float32)
    weights = np.ones_like(labels)
    for sound in moved:
        pair = PAIRS.index((sound.stem, sound.belongs))
        edges = sound.span.start, sound.span.stop
        first, stop = (round(edge / CELL_HOP) for edge in edges)
        if sound.relative_db < _COUNTS_DB:
            weights[pair, first:stop] = 0
        else:
            labels[pair, first:stop] = 1
            weights[pair, first:stop] = min(_MOST_WEIGHT, _FULL_FRAMES / max(stop - first, 1))
        for edge in (first, stop):
            weights[:, max(edge - _EDGE_FRAMES, 0) : edge + _EDGE_FRAMES] = 0
    return labels, weights


def _lessons(scenes: Sequence[JudgedScene], rng: np.random.Generator) -> _Lessons:
    """Pieces of scenes, each looked at for one pair; most with a moved sound in them."""
    rows, pairs = list[FloatArray](), list[int]()
    labels, weights = list[FloatArray](), list[FloatArray]()
    while len(rows) < _BATCH:
        scene = scenes[int(rng.integers(len(scenes)))]
        last = scene.rows.shape[1] - _LESSON_STEPS
        first, pair = int(rng.integers(last + 1)), int(rng.integers(len(PAIRS)))
        if scene.moved and rng.random() < _MOVED_SHARE:
            sound = scene.moved[int(rng.integers(len(scene.moved)))]
            at = int(rng.integers(sound.span.start, sound.span.stop)) // (CELL_HOP * FRAMES_A_STEP)
            first = min(max(at - int(rng.integers(_LESSON_STEPS)), 0), last)
            if rng.random() < _OWN_PAIR_SHARE:
                pair = PAIRS.index((sound.stem, sound.belongs))
        here = slice(first, first + _LESSON_STEPS)
        rows.append(scene.rows[:, here].astype(np.float32))
        pairs.append(pair)
        labels.append(scene.labels[pair, here])
        weights.append(scene.weights[pair, here])
    told, asked, counted = (torch.from_numpy(np.stack(part)) for part in (rows, labels, weights))
    return _Lessons(told, torch.tensor(pairs), asked, counted)


def _loss(network: SuspicionNet, lessons: _Lessons) -> Tensor:
    """Cross-entropy, a weighted mean over moments; some evidence is missing each time."""
    kept = torch.rand(*lessons.steps.shape[:2], 1) > _MISSING_SHARE
    logits = network.weigh(lessons.steps * kept, lessons.pairs)
    losses = F.binary_cross_entropy_with_logits(logits, lessons.labels, reduction="none")
    return (losses * lessons.weights).sum() / lessons.weights.sum().clamp_min(1.0)
