"""Which windows a model leaves to the user, and a model with other ones; read without PyTorch."""

from dataclasses import replace

from cass_core.config import ModelConfig, SeparatorConfig
from cass_core.errors import SettingsError
from cass_core.model.published.config import PublishedConfig
from cass_core.request.windows import (
    LONGEST_WINDOW_S,
    SHORTEST_HOP_S,
    SHORTEST_WINDOW_S,
    Windows,
)

_RESIZABLE = ("tiger-dnr",)  # networks that hear windows of other lengths than in training
_ROUNDING_S = 1e-9
_RELEASED = ("av-cass", "ao-cass")
_LONGEST_RELEASED_FRAMES = 510  # the release's: neighbours share two frames, 16 ms


def windows_of(config: SeparatorConfig) -> Windows | None:
    """The windows of a model; None where it has none that may be chosen."""
    if isinstance(config, PublishedConfig):
        window_s, hop_s = config.window / config.rate_hz, config.hop / config.rate_hz
        return Windows(window_s, hop_s, config.kind in _RESIZABLE)
    if isinstance(config, ModelConfig) and config.name in _RELEASED:
        a_second = config.spectrogram.frames_per_second
        most = _LONGEST_RELEASED_FRAMES / config.window_frames
        return Windows(config.window_s, config.hop_frames / a_second, most_of_window=most)
    return None


def with_windows(
    config: SeparatorConfig, window_s: float | None = None, hop_s: float | None = None
) -> SeparatorConfig:
    """A configuration with other windows.

    Args:
        config: of the model.
        window_s: seconds that the network hears at once; None for its own. The next one follows
            as before in proportion.
        hop_s: seconds from one window to the next; None for its own.

    Returns:
        The configuration.

    Raises:
        SettingsError: the model has no such choice, or not this one.
    """
    if window_s:
        config = _resized(config, window_s)
    return _moved_on(config, hop_s) if hop_s else config


def _resized(config: SeparatorConfig, window_s: float) -> SeparatorConfig:
    windows = windows_of(config)
    if windows is None or not windows.is_resizable or not isinstance(config, PublishedConfig):
        raise SettingsError(
            f"Windows of {config.name} are as long as in its training; leave --window out."
        )
    if not SHORTEST_WINDOW_S <= window_s <= LONGEST_WINDOW_S:
        raise SettingsError(
            f"A window of {config.name} can last {SHORTEST_WINDOW_S:g} to {LONGEST_WINDOW_S:g} s, "
            f"not {window_s:g}."
        )
    window = round(window_s * config.rate_hz)
    return replace(config, window=window, hop=round(config.hop * window / config.window))


def _moved_on(config: SeparatorConfig, hop_s: float) -> SeparatorConfig:
    windows = windows_of(config)
    if windows is None:
        raise SettingsError(
            f"Windows of {config.name} follow each other as it was trained; leave --hop out."
        )
    if not SHORTEST_HOP_S <= hop_s <= windows.longest_hop_s + _ROUNDING_S:
        raise SettingsError(
            f"Windows of {config.name} last {windows.window_s:.3g} s, so the way to the next must "
            f"be {SHORTEST_HOP_S:g} to {windows.longest_hop_s:.3g} s, not {hop_s:g}."
        )
    if isinstance(config, PublishedConfig):
        return replace(config, hop=round(hop_s * config.rate_hz))
    assert isinstance(config, ModelConfig)
    return replace(config, window_hop=round(hop_s * config.spectrogram.frames_per_second))
