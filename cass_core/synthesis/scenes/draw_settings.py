"""How often the drawn scenes carry which effect."""

from dataclasses import dataclass

MASTER_SD = 1.0
_MASTER_SD_AUGMENTED = 4.0


@dataclass(frozen=True)
class DrawSettings:
    """Shares of scenes or events that get an effect; all 0 gives the plain protocol.

    Attributes:
        speech_speed: turns with another speed.
        music_speed: pieces with another speed.
        effect_speed: effects with another speed.
        layered: effects with a second one on top.
        made_effects: scenes with sounds made from noise.
        room: scenes with a reverberant voice.
        narrow: scenes that lost their highest or lowest sound.
        tilted: scenes with another balance of high and low.
        inverted: events with the polarity turned round.
        missing: scenes that lose a stem, for each stem.
        master_sd: spread of the mixture's level, dB.
        device: turns through a telephone, a radio or a loudspeaker.
        far: turns from a distance.
        diegetic: pieces of music out of a small speaker.
        equalised: effects with another colour.
        echoing: effects in a room of their own.
        reshaped: effects in front with another beginning and end.
        drifting: effects whose pitch drifts.
        grains: effects behind made of shuffled pieces.
        reversed: effects behind that are played backwards.
        shared_room: scenes with a room in which the effects are too.
        walla: scenes with a crowd made of voices.
        cut: scenes in which music or effects behind change at one instant.
        silent: scenes in which a stem falls silent for a stretch.
        collapsed: scenes with a layer that was stereo and is summed to mono.
        ducking: scenes whose music makes room for the dialogue.
        hot: scenes pushed into their ceiling.
        codec: scenes that went through a lossy codec.
    """

    speech_speed: float = 0.0
    music_speed: float = 0.0
    effect_speed: float = 0.0
    layered: float = 0.0
    made_effects: float = 0.0
    room: float = 0.0
    narrow: float = 0.0
    tilted: float = 0.0
    inverted: float = 0.0
    missing: float = 0.0
    master_sd: float = MASTER_SD
    device: float = 0.0
    far: float = 0.0
    diegetic: float = 0.0
    equalised: float = 0.0
    echoing: float = 0.0
    reshaped: float = 0.0
    drifting: float = 0.0
    grains: float = 0.0
    reversed: float = 0.0
    shared_room: float = 0.0
    walla: float = 0.0
    cut: float = 0.0
    silent: float = 0.0
    collapsed: float = 0.0
    ducking: float = 0.0
    hot: float = 0.0
    codec: float = 0.0


PLAIN = DrawSettings()
AUGMENTED = DrawSettings(
    speech_speed=0.5, music_speed=0.3, effect_speed=0.6, layered=0.3, made_effects=0.15,
    room=0.2, narrow=0.1, tilted=0.2, inverted=0.5, missing=0.15,
    master_sd=_MASTER_SD_AUGMENTED,
    device=0.03, far=0.04, diegetic=0.03, equalised=0.3, echoing=0.06, reshaped=0.1,
    drifting=0.06, grains=0.06, reversed=0.08, shared_room=0.3, walla=0.02, cut=0.08,
    silent=0.1, collapsed=0.08, ducking=0.15, hot=0.05, codec=0.02,
)  # fmt: skip
