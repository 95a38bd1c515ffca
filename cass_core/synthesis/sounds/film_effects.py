"""Numbers of what films do to sounds and to mixtures: the parts of a recipe that shape sound."""

from dataclasses import dataclass
from typing import Annotated

from cass_core.checked.fields import Between

# ranges that hold where a recipe is read; what is drawn lies well within them
Seconds = Annotated[float, Between(0.0, 60.0)]
Decibels = Annotated[float, Between(-200.0, 200.0)]
Hertz = Annotated[float, Between(0.0, 1e6)]
Seed = Annotated[int, Between(0, 1 << 64)]


@dataclass(frozen=True)
class Room:
    """Reverberation of the dialogue, or of one event.

    Attributes:
        decay_s: time in which the room rings out by 60 dB.
        wet_db: level of the room against the dry sound.
        delay_s: time before the first reflection.
        effects_wet_db: the same room on the effects in front, if they are in it.
    """

    decay_s: Seconds
    wet_db: Decibels
    delay_s: Seconds
    effects_wet_db: Decibels | None = None


@dataclass(frozen=True)
class Tone:
    """Colour of the whole mixture, the same for each stem: telephone, radio, old film.

    Attributes:
        low_hz: sound below it is lost.
        high_hz: sound above it is lost.
        tilt_db: an octave, around 1 kHz.
    """

    low_hz: Hertz = 0.0
    high_hz: Hertz = 8_000.0
    tilt_db: Decibels = 0.0


@dataclass(frozen=True)
class Treatment:
    """What one clip goes through before it is mixed, in the order of the attributes.

    Attributes:
        seed: of grains and of the room's noise.
        grain_s: length of the pieces that the clip is shuffled into; 0 leaves it whole.
        drift: share by which the speed changes slowly from the event's start to its end.
        reversed: played backwards.
        low_hz: sound below it is lost, as in a telephone.
        high_hz: sound above it is lost, as over a distance.
        bells: (Hz, dB, octaves) of an equaliser.
        drive_db: how far a small speaker is overdriven; 0 leaves it clean.
        attack_s: time of a soft beginning.
        decay_s: time in which the event dies away by 60 dB; 0 leaves it.
        room: a room of its own, whose tail outlasts the event.
    """

    seed: Seed = 0
    grain_s: Seconds = 0.0
    drift: Annotated[float, Between(-0.9, 0.9)] = 0.0
    reversed: bool = False
    low_hz: Hertz = 0.0
    high_hz: Hertz = 8_000.0
    bells: tuple[tuple[float, float, float], ...] = ()
    drive_db: Decibels = 0.0
    attack_s: Seconds = 0.0
    decay_s: Seconds = 0.0
    room: Room | None = None


@dataclass(frozen=True)
class Comb:
    """A layer that was stereo and is the sum of two unlike channels: its spectrum has gaps.

    Attributes:
        layer: value of the layer's `Submix`.
        taps: (delay in samples, gain) of the copies of the second channel.
    """

    layer: str
    taps: tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class Ducking:
    """Music that makes room for the dialogue.

    Attributes:
        depth_db: how far it goes down.
        attack_s: time in which it goes down.
        release_s: time in which it comes back.
    """

    depth_db: Decibels
    attack_s: Seconds
    release_s: Seconds


@dataclass(frozen=True)
class Hot:
    """A mixture pushed into its ceiling; every stem follows the mixture's gain.

    Attributes:
        drive_db: how far its loud peaks pass the ceiling.
        release_s: of a limiter; 0 clips softly, sample by sample.
    """

    drive_db: Decibels
    release_s: Seconds


@dataclass(frozen=True)
class Codec:
    """A lossy codec that the mixture went through.

    Attributes:
        name: a key of `CODECS` in `codec_artefacts`.
        bit_rate: bits a second.
    """

    name: str
    bit_rate: Annotated[int, Between(1000, 10_000_000)]
