"""A mixture as data: which clips, when, how loud, with which effects; replayed exactly."""

import json
from dataclasses import asdict, dataclass
from enum import Enum

from cass_core.errors import MediaError
from cass_core.stem_names import Stem


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
    """

    submix: Submix
    clip: str
    clip_start: int
    start: int
    num_samples: int
    gain_db: float
    speed: float = 1.0
    inverted: bool = False
    looped: bool = False


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
    seed: int
    start: int
    num_samples: int
    level_lufs: float


@dataclass(frozen=True)
class Room:
    """Reverberation of the dialogue.

    Attributes:
        decay_s: time in which the room rings out by 60 dB.
        wet_db: level of the room against the voice.
        delay_s: time before the first reflection.
    """

    decay_s: float
    wet_db: float
    delay_s: float


@dataclass(frozen=True)
class Tone:
    """Colour of the whole mixture, the same for each stem: telephone, radio, old film.

    Attributes:
        low_hz: sound below it is lost.
        high_hz: sound above it is lost.
        tilt_db: an octave, around 1 kHz.
    """

    low_hz: float = 0.0
    high_hz: float = 8_000.0
    tilt_db: float = 0.0


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
    """

    seed: int
    num_samples: int
    clips: tuple[ClipEvent, ...]
    noises: tuple[NoiseEvent, ...]
    submix_lufs: tuple[float, float, float, float]
    master_lufs: float
    room: Room | None = None
    tone: Tone | None = None

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self), default=lambda submix: submix.value)

    @classmethod
    def from_json(cls, text: str) -> "SceneRecipe":
        """Rebuild from `to_json`; MediaError where it is not a recipe."""
        try:
            values = json.loads(text)
            for key, event in (("clips", ClipEvent), ("noises", NoiseEvent)):
                values[key] = tuple(
                    event(**{**item, "submix": Submix(item["submix"])}) for item in values[key]
                )
            values["submix_lufs"] = tuple(values["submix_lufs"])
            values["room"] = Room(**values["room"]) if values["room"] else None
            values["tone"] = Tone(**values["tone"]) if values["tone"] else None
            return cls(**values)
        except (ValueError, KeyError, TypeError) as error:
            raise MediaError(
                f"The scene recipe is damaged ({error}); draw it again from the catalogue."
            ) from error
