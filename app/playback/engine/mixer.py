"""Mixes the lanes of a chunk; everything that a fader, mute, solo or A/B does is done here."""

from dataclasses import dataclass

import numpy as np

from app.playback.engine.play_run import Chunk
from cass_core.clips import FloatArray
from cass_core.stem_names import LANE_CODES, STEMS
from cass_core.stems.rebalance import Rebalance, fader_amplitude

RAMP_S = 0.01
# what is ramped: the gain of each stem, then these
_FILL, _MASTER, _ORIGINAL, _MATCH = range(len(STEMS), len(STEMS) + 4)
_NUM_FACTORS = len(STEMS) + 4


@dataclass(frozen=True)
class MixSettings:
    """What is heard.

    Attributes:
        rebalance: gains, mute and solo.
        original: the mixture instead of the remix.
        original_db: gain of the mixture then, so that both are equally loud.
    """

    rebalance: Rebalance
    original: bool = False
    original_db: float = 0.0


@dataclass(frozen=True)
class Mixed:
    """What comes out.

    Attributes:
        sound: (device channel, frame).
        peaks: (lane,), largest amplitude of each lane as it is heard.
    """

    sound: FloatArray
    peaks: FloatArray


class Mixer:
    """Mixture and stems to what is heard; every change of a gain takes 10 ms, nothing is shifted.

    `settings` may be replaced from another thread at any time. `mix` looks at it once a call,
    `advance` then moves the ramp on.
    """

    def __init__(self, rate_hz: int, settings: MixSettings) -> None:
        """Begin with the gains of the settings, without a ramp.

        Args:
            rate_hz: of the device.
            settings: what is heard.
        """
        self.settings = settings
        self._ramp_frames = max(1, round(RAMP_S * rate_hz))
        self._active = settings
        self._held = np.zeros(_NUM_FACTORS, np.float32)
        self._last = self._held
        self._ramped = self._ramp_frames  # frames of the ramp that lie behind

    def look(self) -> None:
        """Take over changed settings; the ramp begins at what was heard last."""
        if self.settings is not self._active:
            self._active = self.settings
            self._held = self._last
            self._ramped = 0

    def settle(self) -> None:
        """End the ramp, because nothing is heard that could click."""
        self._ramped = self._ramp_frames

    def mix(self, chunk: Chunk) -> Mixed:
        """The sound of a chunk that begins where the ramp stands.

        Args:
            chunk: at least one frame.

        Returns:
            What is heard of it.
        """
        factors = self._factors(chunk)
        lanes = chunk.sound
        mixture = lanes[0]
        stems = lanes[1:] * factors[: len(STEMS), None]
        fill = factors[_FILL] * (1 - chunk.cover)
        remix = stems.sum(axis=0) * chunk.cover + mixture * fill
        remix *= factors[_MASTER]
        original = factors[_ORIGINAL]
        sound = (1 - original) * remix + original * factors[_MATCH] * mixture
        peaks = np.empty(len(LANE_CODES), np.float32)
        peaks[0] = np.abs(sound).max(initial=0.0)
        peaks[1:] = np.abs(stems).max(axis=(1, 2), initial=0.0)
        return Mixed(sound.astype(np.float32, copy=False), peaks)

    def advance(self, chunk: Chunk) -> None:
        """Move the ramp on by a chunk that was mixed."""
        self._last = self._factors(chunk.piece(chunk.num_frames - 1, 1), chunk.num_frames - 1)[
            :, -1
        ]
        self._ramped = min(self._ramped + chunk.num_frames, self._ramp_frames)

    def _factors(self, chunk: Chunk, ahead: int = 0) -> FloatArray:
        """(factor, frame) of a chunk that begins that many frames ahead of the ramp."""
        targets = np.empty((_NUM_FACTORS, chunk.num_frames), np.float32)
        rebalance = self._active.rebalance
        places = np.rint(chunk.start + chunk.step * np.arange(chunk.num_frames)).astype(np.int64)
        for index, stem in enumerate(STEMS):
            targets[index] = rebalance.factors(stem, places)
        targets[_FILL] = rebalance.mixture_factor
        targets[_MASTER] = rebalance.master_factor
        targets[_ORIGINAL] = self._active.original
        targets[_MATCH] = fader_amplitude(self._active.original_db)
        begun = self._ramped + ahead
        if begun >= self._ramp_frames:
            return targets
        share = np.arange(begun + 1, begun + 1 + chunk.num_frames, dtype=np.float32)
        share = np.minimum(share / self._ramp_frames, np.float32(1))
        held = self._held[:, None]
        # written so that the end of the ramp is exactly the target
        return (1 - share) * held + share * targets
