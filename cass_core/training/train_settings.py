"""How to train, as the user says it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from cass_core.errors import SettingsError

Stage = Literal["both", "sound", "picture"]
Optimiser = Literal["muon", "adamw", "adam"]
Schedule = Literal["falling", "constant"]


@dataclass(frozen=True)
class TrainSettings:
    """How to train.

    The paper's way is `stage` "sound", then "picture" with `freeze_encoders`, both with Adam at a
    constant rate of 1e-4.

    Attributes:
        corpus: folder of the catalogue.
        out: folder of the run: the model and the state to go on from.
        minutes: time limit of this run.
        batch_scenes: scenes a step, each of `windows_per_scene` windows.
        windows_per_scene: windows cut from a scene.
        rate: full learning rate.
        optimiser: "muon", "adamw" or "adam".
        schedule: "falling" warms up and falls over the second half of this run.
        stage: "sound" trains without any picture, "picture" lets it join a model that knows
            sound, "both" does both at once.
        freeze_encoders: leave the picture encoders as they are.
        resume: go on from the state in `out`.
        start_from: folder of a model of the same size to begin with, if there is no state; one
            that hears only gets new ways for the picture.
        encoders: published files of picture encoders to begin with.
        device: "cpu" or "cuda".
        seed: of weights and scenes.
        save_every_s: seconds between checkpoints.
        validate_every_min: minutes between measurements; 0 for never.
        workers: processes that mix scenes; none mixes them between the steps.
        max_steps: stop after so many steps in this run; None for no limit.
    """

    corpus: Path
    out: Path
    minutes: float = 90.0
    batch_scenes: int = 3
    windows_per_scene: int = 2
    rate: float = 1e-3
    optimiser: Optimiser = "muon"
    schedule: Schedule = "falling"
    stage: Stage = "both"
    freeze_encoders: bool = False
    resume: bool = False
    start_from: Path | None = None
    encoders: tuple[Path, ...] = ()
    device: Literal["cpu", "cuda"] = "cpu"
    seed: int = 1
    save_every_s: float = 300.0
    validate_every_min: float = 20.0
    workers: int = 0
    max_steps: int | None = None

    def __post_init__(self) -> None:
        """Refuse what contradicts itself."""
        for name, value, known in (
            ("stage", self.stage, get_args(Stage)),
            ("optimiser", self.optimiser, get_args(Optimiser)),
            ("schedule", self.schedule, get_args(Schedule)),
        ):
            if value not in known:
                raise SettingsError(
                    f"There is no {name} '{value}'; choose one of {', '.join(known)}."
                )

    def refuse_new_weights(self) -> None:
        """SettingsError where this training needs weights that have learned something."""
        if self.stage == "picture":
            raise SettingsError(
                "The stage 'picture' goes on with a model that knows sound: "
                "give --resume or --start-from."
            )
        if self.freeze_encoders and self.stage != "sound" and not self.encoders:
            raise SettingsError(
                "New encoders that stay as they are learn nothing: "
                "give --resume, --start-from or --encoders with --freeze-encoders."
            )

    def refuse_other_encoders(self) -> None:
        """SettingsError where a run that is gone on with is to get other encoders."""
        if self.encoders:
            raise SettingsError(
                f"The state in {self.out} has its picture encoders: leave --encoders out, or begin "
                "anew with --start-from and another --out."
            )


@dataclass(frozen=True)
class TrainProgress:
    """One line of the training log.

    Attributes:
        step: optimiser steps, resumed ones included.
        loss: mean over the last steps.
        grad_norm: of the last step.
        audio_hours: hours of mixtures seen, resumed ones included.
        elapsed_s: of this run.
        share: of this run's time.
    """

    step: int
    loss: float
    grad_norm: float
    audio_hours: float
    elapsed_s: float
    share: float
