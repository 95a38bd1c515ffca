"""Fit how evidence is weighed, on planted programmes."""

import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch

from cass_core.clips import FloatArray
from cass_core.errors import OutputError
from cass_core.evaluation.review.array_stems import ArrayStems
from cass_core.evaluation.review.planting import Plant, PlantedProgramme
from cass_core.review.cells.bands import CELLS_A_SECOND
from cass_core.review.cells.judged import JudgedCells
from cass_core.review.review import Reviewer
from cass_core.review.suspicion import FEATURES, PAIRS, Weights, pair_name, suspicion_features
from cass_core.stem_names import Stem
from cass_core.synthesis.film_sets.source_files import FILM_RATE_HZ
from cass_core.whole_files import write_text

_EVERY = 2  # frames between two that are learned from
_EDGE_FRAMES = 8  # around a plant nothing can be said
_MOST_WEIGHT, _FULL_FRAMES = 3.0, 50.0  # short plants count as much as long ones
_STEPS, _SHRINKING, _ALIKE = 150, 1e-4, 1e-3


def judged(programme: PlantedProgramme) -> JudgedCells:
    """The cells of a planted programme."""
    stems = ArrayStems(programme.stems, FILM_RATE_HZ, programme.layout)
    with tempfile.TemporaryDirectory() as folder, Reviewer(stems, Path(folder), "") as reviewer:
        for _ in reviewer.gather():
            pass
        return reviewer.cells.read(0, reviewer.cells.frames_done)


def fit_weights(programmes: Sequence[tuple[JudgedCells, Sequence[Plant]]]) -> Weights:
    """Logistic regression of whether a moment of a stem holds another's sound.

    Args:
        programmes: what was judged, and what was planted.

    Returns:
        The weights.
    """
    rows = [row for cells, plants in programmes for row in _rows(cells, plants)]
    features, labels, weights = (
        torch.from_numpy(np.concatenate([row[column] for row in rows])) for column in range(3)
    )
    pairs = torch.cat([torch.full((len(row[1]),), row[3]) for row in rows])
    common = torch.zeros(len(FEATURES), requires_grad=True)
    own = torch.zeros(len(PAIRS), len(FEATURES), requires_grad=True)
    bias = torch.full((len(PAIRS),), -4.0, requires_grad=True)
    optimiser = torch.optim.LBFGS(
        [common, own, bias], max_iter=_STEPS, line_search_fn="strong_wolfe"
    )

    def closure() -> float:
        optimiser.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(
            (features * (common + own[pairs])).sum(dim=1) + bias[pairs], labels, weights
        )
        # pairs differ from each other no more than their plants tell
        loss = loss + _SHRINKING * common.square().sum() + _ALIKE * own.square().sum()
        loss.backward()
        return float(loss.detach())

    optimiser.step(closure)
    slopes, found = (common + own).detach().numpy(), bias.detach().tolist()
    return Weights(dict(zip(PAIRS, slopes, strict=True)), dict(zip(PAIRS, found, strict=True)))


def save_weights(path: Path, weights: Weights, notes: str) -> None:
    """Write weights as the program reads them.

    Args:
        path: the file.
        weights: what was fitted.
        notes: on what.
    """
    values = {
        "notes": notes,
        "features": {
            pair_name(*pair): {n: round(float(v), 4) for n, v in zip(FEATURES, row, strict=True)}
            for pair, row in weights.features.items()
        },
        "bias": {pair_name(*pair): round(value, 4) for pair, value in weights.bias.items()},
    }
    try:
        write_text(path, json.dumps(values, indent=1) + "\n", durable=True)
    except OSError as error:
        raise OutputError(f"The weights cannot be written to {path}; choose another.") from error


def _rows(
    cells: JudgedCells, plants: Sequence[Plant]
) -> Iterator[tuple[FloatArray, FloatArray, FloatArray, int]]:
    """Features, labels, weights and number of each pair."""
    for number, (stem, owner, features) in enumerate(suspicion_features(cells)):
        labels, weights = _labels(len(features), stem, owner, plants)
        yield features[::_EVERY], labels[::_EVERY], weights[::_EVERY], number


def _labels(
    num_frames: int, stem: Stem, owner: Stem, plants: Sequence[Plant]
) -> tuple[FloatArray, FloatArray]:
    labels, weights = np.zeros(num_frames, np.float32), np.ones(num_frames, np.float32)
    for plant in plants:
        if (plant.stem, plant.belongs) != (stem, owner):
            continue
        edges = plant.span.start, plant.span.stop
        first, stop = (round(edge / FILM_RATE_HZ * CELLS_A_SECOND) for edge in edges)
        weights[max(first - _EDGE_FRAMES, 0) : stop + _EDGE_FRAMES] = 0
        if plant.counts:
            labels[first:stop] = 1
            weights[first:stop] = min(_MOST_WEIGHT, _FULL_FRAMES / max(stop - first, 1))
    return labels, weights
