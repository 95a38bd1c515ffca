"""The sound of something in the picture, from the movie to a region of its programme."""

from bisect import bisect_left
from collections.abc import Generator, Sequence
from typing import cast

import torch
from torch import Tensor

from cass_core.checkpoints.checkpoint import load_model
from cass_core.clips import SampleSpan
from cass_core.compute_device import choose_device
from cass_core.errors import MediaError, SettingsError
from cass_core.model.davis.config import DavisConfig
from cass_core.model.davis.network import DavisNetwork
from cass_core.programme.opened_movie import OpenedMovie, open_movie
from cass_core.relayed import relayed
from cass_core.repair.grid import Grid
from cass_core.repair.region import Region
from cass_core.request.object_query import LONGEST_S, SHORTEST_S, ObjectQuery
from cass_core.separation.object_sound.mask_region import region_of_mask
from cass_core.separation.object_sound.models import object_model
from cass_core.separation.object_sound.object_mask import frame_grid, joined_masks
from cass_core.separation.object_sound.query_pictures import features_seen
from cass_core.separation.object_sound.query_sound import query_sound

_LOOKING = 0.2  # share of the work


def find_object_sound(
    query: ObjectQuery, movie: OpenedMovie | None = None
) -> Generator[float, None, Region | None]:
    """Look at what is in a box, and find its sound; close the generator to cancel.

    Args:
        query: what is looked for.
        movie: opened already.

    Returns:
        A generator of the share that is done, which returns the region; None where the network
        hears nothing of what is there.

    Raises:
        ModelError: there is no such model, or it is none for this.
        MediaError: the movie has no picture there, or cannot be read.
        SettingsError: the span is too long or too short.
    """
    folder, description = object_model(query.model)
    movie = movie or open_movie(query.movie, query.audio_stream, query.channels)
    _check(query, movie)
    network = cast(DavisNetwork, load_model(folder)[0])
    network.to(choose_device(query.device).kind)
    yield 0.0
    config, rate_hz = network.config, movie.track.rate_hz
    first = query.span.start * config.rate_hz // (rate_hz * config.hop)
    last = -(-query.span.stop * config.rate_hz // (rate_hz * config.hop))
    grid = frame_grid(config, first - _lead(config, last - first), _covered(config, last - first))
    seen = yield from relayed(
        _seen(network, query, movie, [grid.start(n) for n in range(grid.num_windows)]),
        lambda share: _LOOKING * share,
    )
    start = grid.first * config.hop
    length = (grid.num_windows - 1) * grid.hop * config.hop + config.window
    sound = query_sound(query, movie.track, SampleSpan(start, start + length), config.rate_hz)
    steps = query.steps or description.default_steps
    mask = yield from relayed(
        joined_masks(network, sound, grid, seen, steps, query.seed),
        lambda share: _LOOKING + (1 - _LOOKING) * share,
    )
    place = query.span.start * config.rate_hz / (rate_hz * config.hop) - grid.first
    return region_of_mask(
        mask, config.rate_hz / config.hop, config.rate_hz / config.n_fft, query.span,
        Grid(rate_hz), place,
    )  # fmt: skip


def _check(query: ObjectQuery, movie: OpenedMovie) -> None:
    seconds = query.span.num_samples / movie.track.rate_hz
    if not SHORTEST_S <= seconds <= LONGEST_S:
        raise SettingsError(
            f"The sound of what is seen can be looked for in {SHORTEST_S:g} to {LONGEST_S:g} s at "
            f"once, not in {seconds:.1f} s; choose another span."
        )
    if not movie.info.video:
        raise MediaError(f"{query.movie.name} has no picture to look at; open the movie itself.")


def _covered(config: DavisConfig, num_frames: int) -> int:
    """Frames that the windows lie over: a whole window at least."""
    return max(num_frames + 2, config.frames)


def _lead(config: DavisConfig, num_frames: int) -> int:
    """Frames before the span: a short one lies in the middle of its window."""
    return max(config.frames - num_frames, 2) // 2


def _seen(
    network: DavisNetwork, query: ObjectQuery, movie: OpenedMovie, starts: Sequence[int]
) -> Generator[float, None, list[Tensor]]:
    """What each window shows, (feature,); no picture outside the span is looked at."""
    config, rate_hz = network.config, movie.track.rate_hz
    frame_s = config.hop / config.rate_hz
    fps = config.num_pictures / (config.frames * frame_s)
    span_s = query.span.start / rate_hz, query.span.stop / rate_hz
    fps = max(fps, 2 / (span_s[1] - span_s[0]))
    times, features = yield from features_seen(
        network, movie.info.path, query.box, movie.track.start_s, span_s, fps
    )
    seen = []
    for start in starts:
        low = bisect_left(times, start * frame_s)
        high = bisect_left(times, (start + config.frames) * frame_s)
        low = min(low, len(times) - 1)
        own = features[low : max(high, low + 1)]
        with torch.inference_mode():
            seen.append(network.gathered(own[None].to(next(network.parameters()).device))[0].cpu())
    return seen
