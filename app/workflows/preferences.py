"""Preferences that other parts hold while the program runs: restored at its start, then kept."""

from dataclasses import fields
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from app.environment.settings import Settings
from app.lanes import LANES
from app.playback.devices.device_delay import DELAYS_S
from app.playback.playback import Playback
from app.project.seen.spectrogram_look import (
    SCALES,
    TRANSFORM_LENGTHS,
    WIDEST_DB,
    SpectrogramLook,
)
from app.project.view_state import TimeFormat, ViewState

_TAKES = "separation/take_folder"
_LOOK, _FORMAT, _FOLLOW = "look", "time_format", "follow"
_LANES = "shown_lanes"
_DEVICE, _RETURN, _MATCH = "playback/device", "playback/return_to_start", "playback/level_match"
_DELAYS = "playback/delays"


class PreferenceKeeper(QObject):
    """Writes what the user changes, wherever it is changed."""

    def __init__(
        self, settings: Settings, view: ViewState, playback: Playback, parent: QObject
    ) -> None:
        """Restore, then watch.

        Args:
            settings: where the values are kept.
            view: look of the spectrograms, time format, following, lanes.
            playback: device, level-matched comparison, return to start.
            parent: the window.
        """
        super().__init__(parent)
        self._settings, self._view, self._playback = settings, view, playback
        self._restore_view()
        self._restore_playback()
        view.look_changed.connect(self._keep_view)
        view.format_changed.connect(self._keep_view)
        view.follow_changed.connect(self._keep_view)
        view.lanes_changed.connect(self._keep_view)
        playback.transport.state_changed.connect(self._keep_playback)
        playback.comparison.switched.connect(self._keep_playback)
        playback.devices.changed.connect(self._keep_playback)

    def _restore_view(self) -> None:
        usual = SpectrogramLook()
        values = {
            field.name: self._settings.value(f"{_LOOK}/{field.name}", getattr(usual, field.name))
            for field in fields(SpectrogramLook)
        }
        look = SpectrogramLook(**values)
        is_range = -WIDEST_DB <= look.floor_db < look.ceiling_db <= WIDEST_DB
        is_possible = is_range and look.scale in SCALES and look.n_fft in TRANSFORM_LENGTHS
        self._view.set_look(look if is_possible else usual)
        names = {one.value: one for one in TimeFormat}
        name = self._settings.value(_FORMAT, TimeFormat.TIMECODE.value)
        self._view.set_time_format(names.get(name, TimeFormat.TIMECODE))
        self._view.set_follow(self._settings.value(_FOLLOW, True))
        optional = {lane.code for lane in LANES if lane.show is not None}
        self._view.show_lanes(optional.intersection(self._settings.value(_LANES, list[str]())))

    def _restore_playback(self) -> None:
        self._playback.transport.set_return_to_start(self._settings.value(_RETURN, False))
        self._playback.comparison.set_level_match(self._settings.value(_MATCH, True))
        self._playback.devices.use_delays(_read_delays(self._settings.value(_DELAYS, list[str]())))
        if device := self._settings.value(_DEVICE, ""):
            self._playback.devices.use(device)

    @Slot()
    def _keep_view(self) -> None:
        for field in fields(SpectrogramLook):
            self._settings.set_value(f"{_LOOK}/{field.name}", getattr(self._view.look, field.name))
        self._settings.set_value(_FORMAT, self._view.time_format.value)
        self._settings.set_value(_FOLLOW, self._view.follow)
        self._settings.set_value(_LANES, sorted(self._view.shown_lanes))

    @Slot()
    def _keep_playback(self) -> None:
        self._settings.set_value(_RETURN, self._playback.transport.return_to_start)
        self._settings.set_value(_MATCH, self._playback.comparison.level_match)
        self._settings.set_value(_DEVICE, self._playback.devices.name)
        delays = self._playback.devices.delays_s.items()
        self._settings.set_value(_DELAYS, [f"{delay_s} {name}" for name, delay_s in delays])


def _read_delays(lines: list[str]) -> dict[str, float]:
    """Seconds by the names of devices, from lines such as "0.2 Interface"; others are left out."""
    possible = {str(delay_s): delay_s for delay_s in DELAYS_S}
    parts = [line.partition(" ") for line in lines]
    return {name: possible[delay] for delay, _, name in parts if delay in possible}


def take_folder(settings: Settings) -> Path | None:
    """Where takes go when nobody says otherwise; None for beside the movie."""
    text = settings.value(_TAKES, "")
    is_name = "\0" not in text  # which no folder has
    return Path(text) if text and is_name and Path(text).is_absolute() else None


def set_take_folder(settings: Settings, folder: Path | None) -> None:
    """Keep another folder for the takes of movies that are opened from now on.

    Args:
        settings: where it is kept.
        folder: None for beside the movie.
    """
    settings.set_value(_TAKES, str(folder) if folder else "")
