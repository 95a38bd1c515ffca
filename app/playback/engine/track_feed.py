"""Makes runs of playback from orders and reads ahead for them; used by the player's thread."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from app.playback.engine.play_run import PlayRun, RunPlan
from app.playback.engine.renderer import Renderer
from app.playback.engine.route import Route
from app.playback.engine.sound_tracks import SoundTracks
from cass_core.clips import FloatArray, SampleSpan
from cass_core.dsp.downmix import downmix_matrix
from cass_core.errors import SettingsError
from cass_core.media.files.layout_names import channel_names

READ_AHEAD_S = 0.5
_FIRST_S = 0.06  # read before a run may be heard
_MARGIN_S = 0.1  # a run that goes on without a jump takes over so far ahead
# a grain is whole until the next one takes over, also where that comes twice as late as usual
_GRAIN_S, _GRAIN_END_S = 0.1, 0.05
_GRAIN_LEAD_S = 0.024  # half of what is usually heard of it lies before its place


@dataclass(frozen=True)
class PlayOrder:
    """What to play.

    Attributes:
        serial: rises with each order.
        tracks: what to read.
        position: programme sample to start at.
        goes_on: take over from what is heard instead, without a jump, if anything is.
        forward: direction.
        speed: above 0.
        loop: range to stay in.
        grain: only a short grain around the position.
        until: programme sample at which it ends; None for the programme's end.
    """

    serial: int
    tracks: SoundTracks
    position: int
    goes_on: bool = False
    forward: bool = True
    speed: Fraction = Fraction(1)
    loop: SampleSpan | None = None
    grain: bool = False
    until: int | None = None


def begin_run(order: PlayOrder, renderer: Renderer) -> tuple[PlayRun, int | None]:
    """Make the first chunks of an order.

    Args:
        order: what to play.
        renderer: what will render it; knows what is heard now.

    Returns:
        The run, and the frame of the run that is heard now at which it takes over; None for now.
    """
    start, at_frame = order.position, None
    if order.goes_on and renderer.run is not None:
        at_frame = renderer.run.frames_taken + round(_MARGIN_S * renderer.rate_hz)
        start = round(renderer.run.position_at(at_frame))
    window = None
    if order.grain:
        window = _grain_window(renderer.rate_hz)
        start -= round(_GRAIN_LEAD_S * order.tracks.rate_hz)
    tracks = order.tracks
    end = tracks.num_samples if order.until is None else min(order.until, tracks.num_samples)
    route = Route(start, order.forward, end, None if order.grain else order.loop)
    matrix = _matrix(tracks, renderer.num_channels)
    plan = RunPlan(tracks, route, order.speed, renderer.rate_hz, matrix, window, order.serial)
    run = PlayRun(plan)
    read_ahead(run, _FIRST_S)
    return run, at_frame


def read_ahead(run: PlayRun, seconds: float = READ_AHEAD_S) -> None:
    """Make chunks until so much is ready or the run's end is made."""
    while not run.is_made and run.frames_ahead < seconds * run.plan.rate_hz:
        run.make()


def _grain_window(rate_hz: int) -> FloatArray:
    """(frame,), whole and then fading out; it begins with the renderer's crossfade."""
    end = round(_GRAIN_END_S * rate_hz)
    falling = np.hanning(2 * end + 1)[end + 1 :]
    return np.concatenate([np.ones(round(_GRAIN_S * rate_hz)), falling]).astype(np.float32)


def _matrix(tracks: SoundTracks, num_outputs: int) -> FloatArray:
    num_channels = tracks.mixture.num_channels
    try:
        names = channel_names(tracks.layout)
    except SettingsError:
        names = ()
    if len(names) != num_channels:
        names = ("NONE",) * num_channels
    return downmix_matrix(names, num_outputs)
