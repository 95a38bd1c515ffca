"""Separate the mixtures of a built film-like set and measure what became of their sources."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from cass_core.clips import AudioClip, FloatArray
from cass_core.evaluation.kept_scores import KeptScores
from cass_core.evaluation.scoring.opened_model import OpenedModel
from cass_core.metrics.sdr import si_sdr
from cass_core.metrics.source_shares import source_shares
from cass_core.request.settings import SeparationSettings
from cass_core.shown_text import counted
from cass_core.stem_names import STEMS
from cass_core.synthesis.film_sets.building import BuiltScene
from cass_core.synthesis.film_sets.recipe import LAYERS
from cass_core.synthesis.film_sets.scene_drawing import LAYOUTS
from cass_core.synthesis.film_sets.source_files import FILM_RATE_HZ

FILM_SCORES = "film-scores.jsonl"
SCENE_KEY = ("test_set", "scene", "condition", "model")
"""What tells scores of mixtures apart: which mixture, and how which model has separated it."""

ALONE_DB = 60.0
"""From this SI-SDR of the mixture on a stem is nearly all of it and cannot be improved."""

_BARELY_HEARD = 1e-8  # mean power of -80 dBFS


@dataclass(frozen=True)
class FilmScore:
    """What was measured on one mixture.

    Attributes:
        test_set: name of the set.
        scene: number in it.
        kind: what the scene is like.
        layout: of its channels.
        condition: how it was separated.
        model: first digits of the checksum of the weights.
        seconds: length of the mixture.
        processor_s: processor time of separating it.
        si_sdri: improvement of each stem that is heard beside others, dB.
        energy: of each layer.
        found: share of each layer's energy found in each stem, in the order of `STEMS`.
        elsewhere: share of each layer's energy found in the sum of the stems that are not its own.
        residue_db: level of what is in the stems that should be silent, against the mixture.
    """

    test_set: str
    scene: int
    kind: str
    layout: str
    condition: str
    model: str
    seconds: float
    processor_s: float
    si_sdri: dict[str, float] = field(default_factory=dict)
    energy: dict[str, float] = field(default_factory=dict)
    found: dict[str, list[float]] = field(default_factory=dict)
    elsewhere: dict[str, float] = field(default_factory=dict)
    residue_db: dict[str, float] = field(default_factory=dict)


def score_film_set(
    test_set: str,
    scenes: Sequence[BuiltScene],
    model: OpenedModel,
    settings: SeparationSettings,
    folder: Path | None = None,
) -> Iterator[FilmScore]:
    """Separate and measure.

    Args:
        test_set: name of the set.
        scenes: its mixtures, or the first ones.
        model: the model under test.
        settings: how it separates.
        folder: where scores are kept; what stands there is not measured again.

    Yields:
        FilmScore: one a mixture.
    """
    condition = counted(settings.steps, "step")
    if settings.render != "faithful":
        condition += f", {settings.render}"
    kept = KeptScores(folder, FILM_SCORES, FilmScore, SCENE_KEY)
    for scene in scenes:
        if score := kept.get(test_set, scene.number, condition, model.short_checksum):
            yield score
            continue
        layers = scene_layers(scene)
        mixture = np.asarray(sum(layers.values()), np.float32)
        begun = time.process_time()
        estimates = model.separated(AudioClip(mixture, FILM_RATE_HZ, scene.layout), settings)
        score = FilmScore(
            test_set, scene.number, scene.kind, scene.layout, condition, model.short_checksum,
            scene.seconds, round(time.process_time() - begun, 3),
            **measured(estimates, mixture, layers),
        )  # fmt: skip
        yield kept.keep(score)


def measured(
    estimates: FloatArray, mixture: FloatArray, layers: dict[str, FloatArray]
) -> dict[str, Any]:
    """The numbers of a mixture, by the names of `FilmScore`.

    Args:
        estimates: (stem, channel, sample) in the order of `STEMS`.
        mixture: (channel, sample), the sum of the layers.
        layers: (channel, sample) of each, silent ones too.

    Returns:
        Rounded numbers; what cannot be told is not there.
    """
    stems = dict(zip(STEMS, true_stems(layers), strict=True))
    power = max(float(np.mean(mixture**2)), 1e-20)
    values: dict[str, Any] = {"si_sdri": {}, "residue_db": {}}
    for row, stem in enumerate(STEMS):
        if not np.any(stems[stem]):
            left = float(np.mean(estimates[row] ** 2)) / power
            values["residue_db"][stem.value] = round(10 * np.log10(max(left, 1e-12)), 2)
            continue
        if float(np.mean(stems[stem] ** 2)) < _BARELY_HEARD:
            continue
        before = si_sdr(mixture.reshape(-1), stems[stem].reshape(-1))
        if before < ALONE_DB:
            after = si_sdr(estimates[row].reshape(-1), stems[stem].reshape(-1))
            values["si_sdri"][stem.value] = round(after - before, 3)
    names = [name for name, samples in layers.items() if np.any(samples)]
    if not names:
        return values
    own = [STEMS.index(LAYERS[name]) for name in names]
    shares = source_shares(estimates, np.stack([layers[n] for n in names]), own, FILM_RATE_HZ)
    for row, name in enumerate(names):
        values.setdefault("energy", {})[name] = float(f"{shares.energy[row]:.4g}")
        values.setdefault("found", {})[name] = [round(float(v), 4) for v in shares.found[row]]
        values.setdefault("elsewhere", {})[name] = round(float(shares.elsewhere[row]), 5)
    return values


def true_stems(layers: dict[str, FloatArray]) -> FloatArray:
    """(stem, channel, sample) of all layers of a mixture, in the order of `STEMS`."""
    own = [[layers[name] for name, of in LAYERS.items() if of is stem] for stem in STEMS]
    return np.stack([np.asarray(sum(sounds), np.float32) for sounds in own])


def scene_layers(scene: BuiltScene) -> dict[str, FloatArray]:
    """All layers of a scene, silent ones too."""
    silence = np.zeros((LAYOUTS[scene.layout], round(scene.seconds * FILM_RATE_HZ)), np.float32)
    heard = scene.read()
    return {name: heard.get(name, silence) for name in LAYERS}
