"""What to export, how and where to; says beforehand what would go wrong."""

from pathlib import Path

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.dialogs.export.delivery_boxes import DeliveryBoxes
from app.dialogs.export.forecast import Forecast
from app.dialogs.export.format_boxes import FormatBoxes
from app.dialogs.export.place_fields import PlaceFields
from app.dialogs.export.preset_box import PresetBox
from app.dialogs.export.range_buttons import RangeButtons, length_words
from app.dialogs.export.rows import GAP_PX, RowTable, row_of
from app.dialogs.export.session_menu import SessionMenu
from app.dialogs.export.speed_fields import SpeedFields
from app.dialogs.export.timecode_fields import TimecodeFields
from app.dialogs.export.track_boxes import TrackBoxes
from app.environment.settings import Settings
from app.jobs.export.export_order import ExportOrder
from app.project.project import Project
from app.project.view_state import ViewState
from app.workflows.export.export_choice import ExportChoice, remember, remembered
from app.workflows.export.export_planner import ExportPlanner
from app.workflows.export.export_sentences import ExportSentences
from app.workflows.export.preset_sessions import remember_sessions, with_remembered
from cass_core.clips import SampleSpan

_WIDTH_PX, _MARGIN_PX = 640, 20
_DELAY_MS = 120


class ExportDialog(QDialog):
    """Collects a choice; accepted with an `order` for `ExportRunner.start`."""

    def __init__(
        self,
        project: Project,
        view: ViewState,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        as_movie: bool = False,
        playhead: int = 0,
    ) -> None:
        """Show the last choice, as far as it fits; a programme must be open.

        Args:
            project: the document.
            view: holds the selection.
            settings: remembers the choice.
            parent: the window.
            as_movie: begin with the movie instead of sound files.
            playhead: the sample whose timecode can be said.
        """
        super().__init__(parent)
        self._settings, self._project = settings, project
        self._planner = ExportPlanner(project, view)
        self.setWindowTitle(self.tr("Export"))
        self._as_sound = QRadioButton(self.tr("Sound files"))
        self._as_movie = QRadioButton(self.tr("Movie with other sound"))
        self._tracks_of = {
            kind: remembered(settings, project, as_movie=kind).tracks for kind in (False, True)
        }
        self._tracks, self._format, self._place = TrackBoxes(), FormatBoxes(), PlaceFields()
        self._preset, self._delivery = PresetBox(), DeliveryBoxes()
        self._timecode = TimecodeFields(self._planner.facts.start, playhead)
        self._speed = SpeedFields()
        self._sessions = SessionMenu()
        self._range = RangeButtons(
            {name: self._times(span) for name, span in self._planner.spans.items()}
        )
        self._forecast = Forecast(self._planner, ExportSentences(project, self._planner.orders))
        self._replace = QCheckBox(self.tr("Replace existing files"))
        self._cancel = QPushButton(self.tr("Cancel"))
        self._export = QPushButton(self.tr("Export"))
        self._timer = QTimer(self)
        self._explain()
        self._lay_out()
        self._show_choice(remembered(settings, project), view, as_movie)
        self._connect()
        self._look_again()

    @property
    def choice(self) -> ExportChoice:
        """What is chosen."""
        folder = self._place.folder.text().strip()
        return ExportChoice(
            as_movie=self._as_movie.isChecked(),
            tracks=self._tracks.tracks,
            range=self._range.range,
            file_type=self._format.file_type.currentData(),
            bits=self._format.bits.currentData(),
            apply_gains=self._tracks.apply_gains,
            dither=self._format.dither.isChecked(),
            overs=self._format.overs.currentData(),
            movie_key=self._format.movie.currentData(),
            mono=self._format.mono.isChecked(),
            sessions=self._sessions.sessions,
            flags=self._sessions.flags,
            form=self._delivery.form,
            full_scale=self._delivery.full_scale,
            target=self._delivery.target,
            timecode=self._timecode.choice,
            speed=self._speed.speed,
            rate_hz=self._format.rate.currentData() or None,
            preset=self._preset.preset if self._preset.isEnabled() else "",
            folder=Path(folder).expanduser() if folder else Path(),
            template=self._place.template.text().strip(),
            overwrite=self._replace.isChecked() and not self._replace.isHidden(),
        )

    @property
    def order(self) -> ExportOrder:
        """What the worker is to write."""
        return self._planner.order(self.choice)

    @property
    def problem(self) -> str:
        """Why the choice cannot be exported; empty where it can."""
        trouble = "" if self._as_movie.isChecked() else self._timecode.problem
        return trouble or self._planner.problem(self.choice)

    def _explain(self) -> None:
        self._as_sound.setToolTip(self.tr("Stems, mixture or remix as WAV or FLAC"))
        self._as_movie.setToolTip(
            self.tr("A copy of the movie: the picture untouched, the chosen tracks as its sound")
        )
        self._replace.setToolTip(self.tr("Replace the files that are listed"))
        self._export.setToolTip(self.tr("Write the files; you can go on working meanwhile"))
        self._cancel.setToolTip(self.tr("Close without exporting"))
        self._export.setProperty("role", "main")
        self._export.setDefault(True)
        self._cancel.setAutoDefault(False)

    def _lay_out(self) -> None:
        group = QButtonGroup(self)
        group.addButton(self._as_sound)
        group.addButton(self._as_movie)
        self._preset_row = row_of(self._preset)
        self._session_row = row_of(self._sessions, *self._delivery.report)
        self._rows = RowTable()
        for caption, widget in (
            (self.tr("Export"), row_of(self._as_sound, self._as_movie)),
            (self.tr("Preset"), self._preset_row),
            (self.tr("Tracks"), self._tracks),
            (self.tr("Range"), self._range),
            (self.tr("Start timecode"), self._timecode),
            (self.tr("Speed"), self._speed),
            (self.tr("Format"), self._format),
            (self.tr("Delivery"), self._delivery),
            (self.tr("Sessions"), self._session_row),
            (self.tr("Folder, name"), self._place),
            (self.tr("Files"), self._forecast.names),
        ):
            self._rows.add_row(caption, widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(GAP_PX)
        column.addLayout(self._rows)
        column.addStretch(1)
        column.addWidget(self._forecast.sentences)
        column.addWidget(self._forecast.problem)
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addLayout(self._bottom())
        self.setMinimumWidth(max(_WIDTH_PX, column.minimumSize().width()))

    def _bottom(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_PX)
        buttons.addWidget(self._forecast.size)
        buttons.addStretch(1)
        buttons.addWidget(self._replace)
        buttons.addWidget(self._cancel)
        buttons.addWidget(self._export)
        return buttons

    def _show_choice(self, choice: ExportChoice, view: ViewState, as_movie: bool) -> None:
        is_separated = bool(self._planner.covered)
        can_movie = is_separated and self._planner.has_picture
        self._as_movie.setEnabled(can_movie)
        (self._as_movie if as_movie and can_movie else self._as_sound).setChecked(True)
        tracks = self._tracks_of[self._as_movie.isChecked()]
        self._tracks.show_choice(tracks, choice.apply_gains)
        self._tracks.allow_stems(is_separated)
        usual = "selection" if view.selection is not None else "whole"
        needs_part = is_separated and usual == "whole" and "separated" in self._planner.spans
        self._range.show_choice("separated" if needs_part else usual)
        self._format.show_file_type(choice.file_type, choice.bits)
        self._format.dither.setChecked(choice.dither)
        self._format.overs.setCurrentIndex(self._format.overs.findData(choice.overs))
        self._format.movie.setCurrentIndex(self._format.movie.findData(choice.movie_key))
        self._format.mono.setChecked(choice.mono)
        self._sessions.show_choice(choice.sessions, choice.flags)
        self._delivery.show_choice(choice.form, choice.full_scale, choice.target)
        self._preset.setEnabled(is_separated)
        self._preset.show_choice(choice.preset if is_separated else "")
        self._follow_preset()
        self._place.folder.setText(str(choice.folder))
        self._place.template.setText(choice.template)

    def _connect(self) -> None:
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._look_again)
        parts = (self._tracks, self._range, self._format, self._sessions, self._place)
        self._preset.changed.connect(self._follow_preset)
        for part in (*parts, self._preset, self._delivery, self._timecode, self._speed):
            part.changed.connect(self._on_changed)
        self._as_movie.toggled.connect(self._on_kind_changed)
        self._replace.toggled.connect(self._on_changed)
        self._project.decoded.connect(self._on_changed)
        self._cancel.clicked.connect(self.reject)
        self._export.clicked.connect(self.accept)

    def _times(self, span: SampleSpan) -> str:
        programme = self._project.programme
        assert programme is not None
        start, stop = map(programme.clock.timecode_at, (span.start, span.stop))
        seconds = span.num_samples / programme.rate_hz
        text = self.tr("{start} to {stop}, {length}")
        return text.format(start=start, stop=stop, length=length_words(seconds))

    @Slot(bool)
    def _on_kind_changed(self, as_movie: bool) -> None:
        """Movies and sound files have tracks of their own choice."""
        self._tracks_of[not as_movie] = self._tracks.tracks
        self._tracks.show_choice(self._tracks_of[as_movie], self._tracks.apply_gains)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        # the disk is asked when the typing pauses, not at every letter
        self._timer.start()
        self._show_parts()

    @Slot()
    def _follow_preset(self) -> None:
        """Show the sessions of the preset, as they were chosen for the last export by it."""
        preset = self._preset.chosen
        self._sessions.follow(preset and with_remembered(self._settings, preset))

    def _show_parts(self) -> None:
        choice = self.choice
        of_sound = (self._preset_row, self._range, self._timecode, self._speed, self._session_row)
        for widget in of_sound:
            self._rows.show_row(widget, not choice.as_movie)
        for widget in (self._tracks, self._format):
            self._rows.show_row(widget, not choice.is_by_preset)
        by_hand = not choice.as_movie and not choice.preset
        self._rows.show_row(self._delivery, by_hand)
        for part in self._delivery.report:
            part.setVisible(by_hand)
        self._place.allow_name(not choice.is_by_preset)
        self._format.show_parts(as_movie=choice.as_movie, has_remix=choice.has_remix)

    @Slot()
    def _look_again(self) -> None:
        """Ask the disk, and show names, size and what is in the way."""
        self._timer.stop()
        self._show_parts()
        existing = self._planner.existing(self.choice)
        self._replace.setVisible(bool(existing))
        problem = self.problem
        self._forecast.show_choice(self.choice, existing, problem)
        self._export.setEnabled(not problem)

    def _highest_px(self) -> int:
        """What all rows need together."""
        self._rows.show_all()
        for part in self._delivery.report:
            part.show()
        self._format.show_parts(as_movie=False, has_remix=True)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = layout.minimumSize().height()
        self._show_parts()
        return height

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room of all rows from the beginning: no button moves under the mouse."""
        super().showEvent(event)
        self.setMinimumHeight(self._highest_px())

    def accept(self) -> None:
        """Remember the choice and close, unless something has come in the way."""
        self._look_again()
        if self.problem:
            return
        choice, preset = self.choice, self._preset.chosen
        remember(self._settings, self._project, choice)
        if preset is not None and choice.is_by_preset:
            remember_sessions(self._settings, preset, choice.sessions, choice.flags)
        super().accept()
