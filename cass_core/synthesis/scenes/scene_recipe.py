"""A mixture as data: which clips, when, how loud, with which effects; replayed exactly."""

import json
from dataclasses import asdict, dataclass
from enum import Enum
from typing import Annotated, Any

from cass_core.checked.fields import Between, check_tree
from cass_core.checked.json_file import parsed
from cass_core.checked.json_table import BadValueError
from cass_core.errors import MediaError
from cass_core.stem_names import Stem
from cass_core.synthesis.sounds.film_effects import (
    Codec,
    Comb,
    Decibels,
    Ducking,
    Hertz,
    Hot,
    Room,
    Seed,
    Tone,
    Treatment,
)

Samples = Annotated[int, Between(0, 3600 * 16_000)]
"""Of a scene that is read: an hour at most, since all of it is mixed in memory."""


class Submix(Enum):
    """The four layers of a film's sound; effects in front and behind share a stem."""

    SPEECH = "speech"
    MUSIC = "music"
    FX_FRONT = "fx-front"
    FX_BACK = "fx-back"

    @property
    def stem(self) -> Stem:
        """The stem that this layer belongs to."""
        return {"speech": Stem.DX, "music": Stem.MX}.get(self.value, Stem.FX)


@dataclass(frozen=True)
class ClipEvent:
    """A stretch of a clip in the scene.

    Attributes:
        submix: the layer.
        clip: the clip's key in a `ClipPool`.
        clip_start: first sample within the clip, at the clip's own speed.
        start: first sample in the scene.
        num_samples: length in the scene.
        gain_db: change of level.
        speed: 1.1 plays faster and higher, as a tape would.
        inverted: polarity turned round.
        looped: the clip repeats, cross-faded, until the event ends.
        treatment: what else happens to the clip, if anything.
    """

    submix: Submix
    clip: str
    clip_start: Samples
    start: Samples
    num_samples: Samples
    gain_db: Decibels
    speed: Annotated[float, Between(0.1, 10.0)] = 1.0
    inverted: bool = False
    looped: bool = False
    treatment: Treatment | None = None


@dataclass(frozen=True)
class NoiseEvent:
    """A sound made from noise.

    Attributes:
        submix: the layer.
        kind: one of `NOISE_KINDS` in `procedural`.
        seed: of the noise and of the kind's free parameters.
        start: first sample in the scene.
        num_samples: length in the scene.
        level_lufs: level, about.
    """

    submix: Submix
    kind: str
    seed: Seed
    start: Samples
    num_samples: Samples
    level_lufs: Decibels


@dataclass(frozen=True)
class Walla:
    """A crowd behind the action: three or more voices that nobody can follow, an effect.

    Attributes:
        clips: the voices' clips.
        room: what blurs them.
        low_hz: sound below it is lost.
        high_hz: sound above it is lost.
        level_lufs: level among the effects behind, about.
    """

    clips: tuple[ClipEvent, ...]
    room: Room
    low_hz: Hertz
    high_hz: Hertz
    level_lufs: Decibels


@dataclass(frozen=True)
class SceneRecipe:
    """Everything needed to make a mixture again, given the clips.

    Attributes:
        seed: of the noise that effects need.
        num_samples: length of the scene.
        clips: the clips of all layers.
        noises: the made sounds of all layers.
        submix_lufs: level of each layer, in the order of `Submix`.
        master_lufs: level of the mixture.
        room: of the dialogue, if any.
        tone: of the mixture, if any.
        walla: a crowd, if any.
        combs: layers whose sound is the sum of two unlike channels.
        ducking: of the music under the dialogue, if any.
        hot: a limiter on the mixture, if any.
        codec: what the mixture was coded with, if anything.
    """

    seed: Seed
    num_samples: Samples
    clips: tuple[ClipEvent, ...]
    noises: tuple[NoiseEvent, ...]
    submix_lufs: Annotated[tuple[float, ...], Between(4, 4)]
    master_lufs: Decibels
    room: Room | None = None
    tone: Tone | None = None
    walla: Walla | None = None
    combs: tuple[Comb, ...] = ()
    ducking: Ducking | None = None
    hot: Hot | None = None
    codec: Codec | None = None

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self), default=lambda submix: submix.value)

    @classmethod
    def from_json(cls, text: str) -> "SceneRecipe":
        """Rebuild from `to_json`; MediaError where it is not a recipe."""
        try:
            values: Any = parsed(text)
            values["clips"] = _clip_events(values["clips"])
            values["noises"] = tuple(
                NoiseEvent(**{**item, "submix": Submix(item["submix"])})
                for item in values["noises"]
            )
            values["submix_lufs"] = tuple(values["submix_lufs"])
            values["combs"] = tuple(_comb(item) for item in values.get("combs", ()))
            values["walla"] = _walla(values.get("walla"))
            for key, effect in _SCENE_EFFECTS.items():
                values[key] = effect(**values[key]) if values.get(key) else None
            recipe = cls(**values)
            check_tree(recipe)
            return recipe
        except (ValueError, KeyError, TypeError, AttributeError, BadValueError) as error:
            raise MediaError(
                f"The scene recipe is damaged ({error}); draw it again from the catalogue."
            ) from error


_SCENE_EFFECTS: dict[str, type] = {
    "room": Room,
    "tone": Tone,
    "ducking": Ducking,
    "hot": Hot,
    "codec": Codec,
}


def _clip_events(items: list[dict[str, Any]]) -> tuple[ClipEvent, ...]:
    return tuple(
        ClipEvent(
            **{
                **item,
                "submix": Submix(item["submix"]),
                "treatment": _treatment(item.get("treatment")),
            }
        )
        for item in items
    )


def _treatment(values: dict[str, Any] | None) -> Treatment | None:
    if values is None:
        return None
    room = Room(**values["room"]) if values.get("room") else None
    bells = tuple((hz, db, octaves) for hz, db, octaves in values.get("bells", ()))
    return Treatment(**{**values, "room": room, "bells": bells})


def _comb(values: dict[str, Any]) -> Comb:
    taps = tuple((int(delay), float(gain)) for delay, gain in values["taps"])
    return Comb(Submix(values["layer"]).value, taps)


def _walla(values: dict[str, Any] | None) -> Walla | None:
    if values is None:
        return None
    clips, room = _clip_events(values["clips"]), Room(**values["room"])
    return Walla(**{**values, "clips": clips, "room": room})
