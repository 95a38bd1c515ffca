"""How much louder or softer the remix is than the mixture, measured once in the background."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from app.playback.engine.sound_tracks import SoundTracks
from cass_core.clips import SampleSpan
from cass_core.dsp.loudness import SILENCE_LUFS, gated_loudness, k_weighted, layout_weights
from cass_core.errors import CassError
from cass_core.stem_names import LANE_CODES, STEMS
from cass_core.stems.rebalance import LOWEST_DB, Rebalance

_log = logging.getLogger(__name__)

_STEP_S = 0.1
_EXCERPT_S = 4.0
_MOST_EXCERPTS = 60  # of a long programme some are measured, evenly spread
_HIGHEST_DB = 18.0

_Array = npt.NDArray[np.float64]


@dataclass(frozen=True)
class LoudnessProfile:
    """K-weighted powers from which the loudness of any remix follows without listening again.

    Attributes:
        places: (step,), programme sample in the middle of each step of 100 ms.
        products: (step, lane, lane), mean product of any two lanes, summed over the channels.
        cover: (step,), share of the stems against the mixture.
    """

    places: npt.NDArray[np.int64]
    products: _Array
    cover: _Array

    def match_db(self, rebalance: Rebalance) -> float:
        """Gain that makes the mixture as loud as the remix; 0 where either is silent."""
        gains = np.zeros((len(self.places), len(LANE_CODES)))
        gains[:, 0] = (1 - self.cover) * rebalance.mixture_factor
        for lane, stem in enumerate(STEMS, start=1):
            gains[:, lane] = self.cover * rebalance.factors(stem, self.places)
        remix = gated_loudness(np.einsum("si,sij,sj->s", gains, self.products, gains))
        mixture = gated_loudness(self.products[:, 0, 0])
        if remix <= SILENCE_LUFS or mixture <= SILENCE_LUFS or rebalance.master_db <= LOWEST_DB:
            return 0.0
        difference = remix - mixture + rebalance.master_db
        return float(np.clip(difference, LOWEST_DB, _HIGHEST_DB))


def measure_loudness(
    tracks: SoundTracks, span: SampleSpan, goes_on: Callable[[], bool]
) -> LoudnessProfile | None:
    """Listen to a span, or to excerpts of a long one.

    Args:
        tracks: what to measure.
        span: part of the programme.
        goes_on: asked between excerpts; False ends it.

    Returns:
        The profile; None when it was ended, or the span is too short for a loudness.
    """
    parts = []
    for excerpt in _excerpts(span, tracks.rate_hz):
        if not goes_on():
            return None
        parts.append(_profile(tracks, excerpt))
    if not parts:
        return None
    return LoudnessProfile(
        np.concatenate([part.places for part in parts]),
        np.concatenate([part.products for part in parts]),
        np.concatenate([part.cover for part in parts]),
    )


def _excerpts(span: SampleSpan, rate_hz: int) -> list[SampleSpan]:
    step = round(_STEP_S * rate_hz)
    blocks = [b for b in span.blocks(round(_EXCERPT_S * rate_hz)) if b.num_samples >= step]
    if len(blocks) <= _MOST_EXCERPTS:
        return blocks
    chosen = np.linspace(0, len(blocks) - 1, _MOST_EXCERPTS).round().astype(int)
    return [blocks[index] for index in chosen]


def _profile(tracks: SoundTracks, span: SampleSpan) -> LoudnessProfile:
    step = round(_STEP_S * tracks.rate_hz)
    # the filter rings in before the excerpt
    lanes = tracks.read(SampleSpan(span.start - 4 * step, span.stop))
    num_lanes, num_channels, _ = lanes.sound.shape
    rows = lanes.sound.reshape(num_lanes * num_channels, -1)
    weighted = k_weighted(rows, tracks.rate_hz)
    num_steps = span.num_samples // step
    here = slice(4 * step, (4 + num_steps) * step)
    weights = np.sqrt(_weights(tracks.layout, num_channels))
    sound = weighted[:, here].reshape(num_lanes, num_channels, num_steps, step)
    by_step = (
        (sound * weights[:, None, None]).transpose(2, 0, 1, 3).reshape(num_steps, num_lanes, -1)
    )
    places = span.start + step // 2 + step * np.arange(num_steps)
    cover = lanes.cover[here].reshape(num_steps, step).mean(axis=1, dtype=np.float64)
    return LoudnessProfile(places, by_step @ by_step.transpose(0, 2, 1) / step, cover)


def _weights(layout: str, num_channels: int) -> _Array:
    weights = layout_weights(layout, num_channels)
    return np.array(weights if len(weights) == num_channels else (1.0,) * num_channels)


class LoudnessMatch:
    """Measures in a thread; a new request takes the place of the former one."""

    def __init__(self, done: Callable[[LoudnessProfile], None]) -> None:
        """Prepare; nothing runs yet.

        Args:
            done: called in the measuring thread.
        """
        self._done = done
        self._newest: object = None

    def start(self, tracks: SoundTracks, span: SampleSpan) -> None:
        """Measure a span."""
        token = self._newest = object()
        threading.Thread(
            target=self._run, args=(tracks, span, token), name="loudness match", daemon=True
        ).start()

    def stop(self) -> None:
        """Give up what runs."""
        self._newest = None

    def _run(self, tracks: SoundTracks, span: SampleSpan, token: object) -> None:
        try:
            profile = measure_loudness(tracks, span, lambda: self._newest is token)
        except CassError as error:
            _log.warning("No loudness for the comparison: %s", error)
            return
        if profile is not None and self._newest is token:
            self._done(profile)
