"""Which sound track of the movie is open, and which of its channels."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.project.programme import Programme
from app.project.project import Project
from app.views.panels.sound_text import (
    channel_words,
    group_words,
    numbered_words,
    track_words,
)
from app.views.widgets.card import muted_label
from app.views.widgets.named_combo import NamedCombo
from app.views.widgets.text_labels import ElidedLabel
from app.workflows.separation.separation_runner import SeparationRunner
from cass_core.programme.track_groups import TrackGroup, usual_groups

_GAP_PX, _LEAST_LETTERS = 8, 12


class SoundChoice(QWidget):
    """One row, to be seen only where there is something to choose from.

    Signals:
        chosen: another track or other channels are wanted: number of the track, numbers of its
            channels from 0, none for all; those of a mono track are counted on through the tracks
            behind it. What is open stays shown until it is another.
        channels_wanted: the user wants to choose among many channels.
    """

    chosen = Signal(int, object)
    channels_wanted = Signal()

    def __init__(
        self, project: Project, separation: SeparationRunner, parent: QWidget | None = None
    ) -> None:
        """Build the row.

        Args:
            project: what is open.
            separation: while it works, nothing can be chosen.
            parent: the widget around it.
        """
        super().__init__(parent)
        self._project, self._separation = project, separation
        self._groups: tuple[TrackGroup, ...] = ()
        self.tracks, self.sides = QComboBox(), NamedCombo()
        self.what, self._name = ElidedLabel(), muted_label(self.tr("Track"))
        self.channels = QPushButton(self.tr("Channels…"))
        self._describe()
        self._lay_out()
        self.tracks.activated.connect(self._on_track_activated)
        self.sides.activated.connect(self._on_side_activated)
        self.channels.clicked.connect(self.channels_wanted)
        project.programme_changed.connect(self.show_open)
        separation.changed.connect(self._show_possible)
        self._show_possible()
        self.show_open()

    def set_values_px(self, values_px: int) -> None:
        """Stand in line with a form below, whose values begin there."""
        self._name.setFixedWidth(max(values_px - _GAP_PX, self._name.sizeHint().width()))

    @Slot()
    def show_open(self) -> None:
        """Show what is open."""
        programme = self._project.programme
        self.setVisible(programme is not None and self._has_choice(programme))
        if programme is None:
            return
        tracks, track = programme.info.audio, programme.info.audio[programme.audio_stream]
        opened = programme.track_group
        groups = dict.fromkeys((*usual_groups(programme.info), *([opened] if opened else ())))
        self._groups = tuple(groups)
        self.tracks.clear()
        self.tracks.addItems([numbered_words(one) for one in tracks])
        self.tracks.addItems([group_words(group) for group in self._groups])
        self.tracks.setCurrentIndex(
            len(tracks) + self._groups.index(opened) if opened else programme.audio_stream
        )
        self.tracks.setVisible(len(tracks) > 1)
        self.what.show_text(track_words(track))
        self.what.setVisible(len(tracks) == 1)
        self.sides.setCurrentIndex(programme.channels[0] + 1 if programme.channels else 0)
        self.sides.setVisible(track.num_channels == 2)
        self.channels.setVisible(track.num_channels > 2)
        self.channels.setText(f"{channel_words(programme) or self.tr('Channels')}…")

    @staticmethod
    def _has_choice(programme: Programme) -> bool:
        tracks = programme.info.audio
        return len(tracks) > 1 or tracks[programme.audio_stream].num_channels > 1

    def _describe(self) -> None:
        self.channels.setAccessibleName(self.tr("Channels"))
        self.tracks.setAccessibleName(self.tr("Sound track"))
        self.sides.set_name(self.tr("Channels"))
        self._name.setBuddy(self.tracks)
        self.sides.addItems([self.tr("Both channels"), self.tr("Left only"), self.tr("Right only")])
        self.tracks.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.tracks.setMinimumContentsLength(_LEAST_LETTERS)
        self.tracks.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP_PX)
        row.addWidget(self._name)
        row.addWidget(self.tracks, 1)
        row.addWidget(self.what, 1)
        row.addWidget(self.sides)
        row.addWidget(self.channels)

    @Slot()
    def _show_possible(self) -> None:
        is_free = not self._separation.busy
        wait = self.tr("Wait until the separation has ended")
        tips = {
            self.tracks: self.tr("Which sound of the movie is opened and separated"),
            self.sides: self.tr("Which channels are opened and separated"),
            self.channels: self.tr("Choose which channels are opened and separated"),
        }
        for control, tip in tips.items():
            control.setEnabled(is_free)
            control.setToolTip(tip if is_free else wait)

    @Slot(int)
    def _on_track_activated(self, number: int) -> None:
        programme = self._project.programme
        if programme is None:
            return
        num_tracks, opened = len(programme.info.audio), programme.track_group
        group = self._groups[number - num_tracks] if number >= num_tracks else None
        if group is not None and group != opened:
            self.chosen.emit(group.stream, group.channels)
        elif group is None and (opened or number != programme.audio_stream):
            self.chosen.emit(number, ())

    @Slot(int)
    def _on_side_activated(self, index: int) -> None:
        programme = self._project.programme
        channels = (index - 1,) if index else ()
        if programme is not None and channels != programme.channels:
            self.chosen.emit(programme.audio_stream, channels)
