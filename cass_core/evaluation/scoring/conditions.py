"""What is scored: the model at one setting, or a baseline; both answer the same question."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Protocol

from cass_core.checkpoints.kinds import kind_of
from cass_core.clips import FloatArray
from cass_core.evaluation.scoring.opened_model import OpenedModel
from cass_core.evaluation.scoring.scene_pictures import PictureChoice, picture_choice, scene_picture
from cass_core.evaluation.scoring.scene_sets import separate_mono
from cass_core.request.settings import SeparationSettings
from cass_core.shown_text import counted
from cass_core.stem_names import STEMS, Stem


@dataclass(frozen=True)
class KnownScene:
    """A mixture whose stems are known.

    Attributes:
        number: within its set.
        seed: of its set.
        mixture: (sample,) at `CATALOG_RATE_HZ`.
        stems: (stem, sample).
    """

    number: int
    seed: int
    mixture: FloatArray
    stems: FloatArray


@dataclass(frozen=True)
class ConditionFacts:
    """What a table says about a condition.

    Attributes:
        name: stands for the condition in all files.
        model: first digits of the checksum of the model's weights; empty for a baseline.
        steps: of the flow; 0 for a baseline and for a published model, which has none.
        picture: what the model sees; empty for those.
        stems: those that it claims to give; the others are not scored.
    """

    name: str
    model: str = ""
    steps: int = 0
    picture: str = ""
    stems: tuple[Stem, ...] = STEMS


class TestCondition(Protocol):
    """Gives stems of a scene."""

    @property
    def facts(self) -> ConditionFacts:
        """Name and setting."""

    def estimates(self, scene: KnownScene) -> FloatArray:
        """(stem, sample) in the order of `STEMS`."""


class ModelCondition:
    """The separator at one setting."""

    def __init__(
        self,
        model: OpenedModel,
        settings: SeparationSettings,
        picture: PictureChoice = "audio",
    ) -> None:
        """Name the condition.

        Args:
            model: the model under test.
            settings: how it separates.
            picture: what it sees.
        """
        self._model, self._settings, self._picture = model, settings, picture
        config, checksum = model.separator.config, model.short_checksum
        if not kind_of(config).takes_steps:
            self.facts = ConditionFacts(config.name, checksum)
            return
        words = [picture, counted(settings.steps, "step")]
        words += [settings.render] if settings.render != "faithful" else []
        words += [settings.method] if settings.method != "model" else []
        self.facts = ConditionFacts(", ".join(words), checksum, settings.steps, picture)

    def estimates(self, scene: KnownScene) -> FloatArray:
        """Separate through the users' door."""
        picture = scene_picture(scene.stems, self._picture, scene.seed, scene.number)
        return separate_mono(self._model.separator, scene.mixture, self._settings, picture)


def model_conditions(
    model: OpenedModel, pictures: Sequence[str], settings: Sequence[SeparationSettings]
) -> list[TestCondition]:
    """The model under every picture with every setting.

    Args:
        model: the model under test.
        pictures: what it sees, by the words that the user types.
        settings: how it separates.

    Returns:
        Picture by picture; SettingsError where a word is unknown.
    """
    seen = [picture_choice(word) for word in pictures]
    return [ModelCondition(model, setting, picture) for picture, setting in product(seen, settings)]
