"""The averaged weights measured on a few fixed mixtures while the training runs."""

import csv
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from cass_core.clips import FloatArray
from cass_core.compute_device import choose_device
from cass_core.config import ModelConfig
from cass_core.evaluation.scoring.scene_sets import separate_scene, stem_scores
from cass_core.media.sound.wave_header import WaveEncoding
from cass_core.media.sound.wave_writer import WaveWriter
from cass_core.model.builders import build
from cass_core.request.settings import SeparationSettings
from cass_core.separation.separator import Separator
from cass_core.stem_names import STEM_CODES, STEMS
from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ, Catalog
from cass_core.synthesis.scenes.dataset import fixed_scenes
from cass_core.synthesis.scenes.mixer import Scene
from cass_core.training.run_folder import Learned, writing_to
from cass_core.training.stop_signals import StopRequest
from cass_core.training.train_settings import TrainSettings

_STEPS = (1, 2)
_SCENES, _SCENE_S, _SEED = 24, 10.0, 7  # the first of `starter-valid`; a mean of 8 hung on one
_KEPT_SCENES = 2  # whose stems can be listened to
_MOST_SHARE = 0.03  # of the time may go into measuring
_CURVE, _SAMPLES = "validation.csv", "samples"


@dataclass(frozen=True)
class ValidationRow:
    """One point of the curve.

    Attributes:
        step: optimiser steps, resumed ones included.
        audio_hours: hours of mixtures seen, resumed ones included.
        minutes: of this run.
        train_loss: mean since the last point.
        improvement_db: SI-SDR improvement, (number of steps of the flow, stem); NaN for none.
    """

    step: int
    audio_hours: float
    minutes: float
    train_loss: float
    improvement_db: FloatArray

    @staticmethod
    def header() -> list[str]:
        """Names of the columns."""
        stems = [*STEM_CODES, "mean"]
        return [
            *("step", "audio_hours", "minutes", "train_loss"),
            *(f"{stem}_{steps}" for steps in _STEPS for stem in stems),
        ]

    def values(self) -> list[str]:
        """The columns, as text."""
        scores = [[*row, row.mean()] for row in self.improvement_db]
        return [
            str(self.step),
            f"{self.audio_hours:.2f}",
            f"{self.minutes:.1f}",
            f"{self.train_loss:.4f}",
            *(f"{score:.2f}" for row in scores for score in row),
        ]

    def spoken(self) -> str:
        """The point as a line of the log."""
        scores = zip(_STEPS, self.improvement_db, strict=True)
        parts = (
            f"{steps} {'step' if steps == 1 else 'steps'}: "
            + " ".join(f"{s.value} {db:.2f}" for s, db in zip(STEMS, row, strict=True))
            + f" mean {row.mean():.2f} dB"
            for steps, row in scores
        )
        return f"step {self.step}  " + "  ".join(parts)


class Validation:
    """Measures now and then, in a small share of the time."""

    def __init__(self, config: ModelConfig, settings: TrainSettings, request: StopRequest) -> None:
        self.config, self.settings, self.request = config, settings, request
        self._scenes: list[Scene] = []
        self._every_s = 60 * settings.validate_every_min
        self._begun = time.monotonic()
        self._due = self._begun + self._every_s
        if not settings.resume:
            with writing_to(settings.out):
                (settings.out / _CURVE).unlink(missing_ok=True)  # another training's

    @property
    def due(self) -> bool:
        """Whether it is time to measure."""
        return self._every_s > 0 and self._due <= time.monotonic()

    @property
    def due_at_the_end(self) -> bool:
        """Whether the curve gets a last point: the run was long enough and is not in a hurry."""
        return 0 < self._every_s <= time.monotonic() - self._begun and not self.request.made

    def give_up(self) -> None:
        """Never measure again."""
        self._every_s = 0.0

    def measure(self, learned: Learned, losses: Sequence[float]) -> ValidationRow | None:
        """Separate the mixtures with the averaged weights; the row goes to the curve's file.

        Args:
            learned: by the training so far.
            losses: of the steps since the last measurement.

        Returns:
            The row; None where the training is to stop.
        """
        begun = time.monotonic()
        separator = self._separator(learned)
        scores: list[FloatArray] = []
        for number, scene in enumerate(self._mixtures()):
            if self.request.made:
                return None
            scores.append(self._score(separator, scene, number))
        now = time.monotonic()
        self._due = now + max(self._every_s, (now - begun) / _MOST_SHARE)
        row = ValidationRow(
            learned.step,
            learned.audio_hours,
            (begun - self._begun) / 60,
            float(np.mean(losses)),
            np.mean(scores, axis=0),
        )
        self._append(row)
        return row

    def _mixtures(self) -> list[Scene]:
        if not self._scenes:
            catalog, samples = Catalog.load(self.settings.corpus), round(_SCENE_S * CATALOG_RATE_HZ)
            self._scenes = list(fixed_scenes(catalog, "valid", _SCENES, samples, _SEED))
        return self._scenes

    def _separator(self, learned: Learned) -> Separator:
        with torch.random.fork_rng(devices=[]):  # measuring must not change what is learned
            network = build(self.config)
        network.load_state_dict(learned.master.average_state())
        return Separator(network.eval(), self.config, choose_device(self.settings.device))

    def _score(self, separator: Separator, scene: Scene, number: int) -> FloatArray:
        """(number of steps, stem) improvements in dB; the first mixtures' stems are kept."""
        before = stem_scores(np.broadcast_to(scene.mixture, scene.stems.shape), scene.stems)
        rows = []
        for steps in _STEPS:
            stems = separate_scene(separator, scene, SeparationSettings(steps=steps))
            rows.append(stem_scores(stems, scene.stems) - before)
        if number < _KEPT_SCENES:
            self._keep(f"{number + 1}-mixture", scene.mixture)
            for stem, samples in zip(STEMS, stems, strict=True):
                self._keep(f"{number + 1}-{stem.value}", samples)
        return np.array(rows)

    def _keep(self, name: str, samples: FloatArray) -> None:
        folder = self.settings.out / _SAMPLES
        with writing_to(folder):
            _write_wave(folder / f"{name}.wav", samples)

    def _append(self, row: ValidationRow) -> None:
        path = self.settings.out / _CURVE
        with writing_to(self.settings.out):
            new = not path.exists()
            with path.open("a", encoding="utf-8", newline="") as file:
                csv.writer(file).writerows(([row.header()] if new else []) + [row.values()])


def _write_wave(path: Path, samples: FloatArray) -> None:
    with WaveWriter(
        path, WaveEncoding.FLOAT_32,
        rate_hz=CATALOG_RATE_HZ, layout="mono", num_channels=1, num_samples=len(samples),
    ) as writer:  # fmt: skip
        writer.write(samples[None])
