"""What to export, how and where to; says beforehand what would go wrong."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.dialogs.export_delivery import DeliveryBoxes, PresetBox
from app.dialogs.export_fields import (
    GAP_PX,
    FormatBoxes,
    RangeButtons,
    TrackBoxes,
    length_words,
)
from app.dialogs.export_place import PlaceFields
from app.dialogs.export_timecode import SpeedFields, TimecodeFields
from app.environment.library_sentences import translated
from app.environment.numbers import decimal
from app.environment.settings import Settings
from app.jobs.export_job import ExportOrder
from app.project.project import Project
from app.project.view_state import ViewState
from app.views.widgets.check_menu import CheckMenu
from app.workflows.export.export_choice import FLAGS_KEY, ExportChoice, remember, remembered
from app.workflows.export.export_planner import ExportPlanner
from cass_core.clips import SampleSpan
from cass_core.delivery.sessions.formats import SESSION_FORMATS
from cass_core.errors import CassError
from cass_core.programme.disk_room import free_bytes

_WIDTH_PX, _MARGIN_PX, _CAPTION_PX = 640, 20, 88
_DELAY_MS = 120
_NAMES_PX, _MOST_NAMES, _MOST_SHOWN = 480, 5, 8


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
        labels = {kind.key: translated(kind.label) for kind in SESSION_FORMATS}
        flags = {FLAGS_KEY: self.tr("Open places of the review as markers")}
        self._sessions = CheckMenu(labels | flags, self.tr("None"))
        self._range = RangeButtons(
            {name: self._times(span) for name, span in self._planner.spans.items()}
        )
        self._names, self._size, self._problem = QLabel(), QLabel(), QLabel()
        self._remix = QLabel()
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
            sessions=tuple(key for key in self._sessions.keys if key != FLAGS_KEY),
            flags=FLAGS_KEY in self._sessions.keys,
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
        self._sessions.setAccessibleName(self.tr("Sessions for editing programs"))
        self._sessions.setToolTip(
            self.tr(
                "Sessions with tracks, timecode, markers and levels beside the files; Pro Tools "
                "takes an AAF with the sound inside"
            )
        )
        self._replace.setToolTip(self.tr("Replace the files that are listed"))
        self._export.setToolTip(self.tr("Write the files; you can go on working meanwhile"))
        self._cancel.setToolTip(self.tr("Close without exporting"))
        self._names.setAccessibleName(self.tr("Names of the files"))
        for label in (self._names, self._size, self._remix):
            label.setProperty("role", "muted")
        for label in (self._names, self._problem):
            label.setWordWrap(True)
        self._names.setContentsMargins(0, 4, 0, 0)
        self._names.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._names.setMinimumHeight(_MOST_NAMES * self._names.fontMetrics().lineSpacing())
        self._problem.setProperty("role", "warning")
        policy = self._problem.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the buttons below stay where they are
        self._problem.setSizePolicy(policy)
        self._export.setProperty("role", "main")
        self._export.setDefault(True)
        self._cancel.setAutoDefault(False)

    def _lay_out(self) -> None:
        kind = _row(self._as_sound, self._as_movie)
        group = QButtonGroup(self)
        group.addButton(self._as_sound)
        group.addButton(self._as_movie)
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(GAP_PX)
        self._table.setVerticalSpacing(GAP_PX)
        self._table.setColumnMinimumWidth(0, _CAPTION_PX)
        self._table.setColumnStretch(1, 1)
        self._add(self.tr("Export"), kind)
        self._preset_row = _row(self._preset)
        self._preset_caption = self._add(self.tr("Preset"), self._preset_row)
        self._tracks_caption = self._add(self.tr("Tracks"), self._tracks)
        self._range_caption = self._add(self.tr("Range"), self._range)
        self._timecode_caption = self._add(self.tr("Start timecode"), self._timecode)
        self._speed_caption = self._add(self.tr("Speed"), self._speed)
        self._format_caption = self._add(self.tr("Format"), self._format)
        self._delivery_caption = self._add(self.tr("Delivery"), self._delivery)
        self._session_row = _row(self._sessions, *self._delivery.report)
        self._sessions_caption = self._add(self.tr("Sessions"), self._session_row)
        self._add(self.tr("Folder, name"), self._place)
        self._add(self.tr("Files"), self._names)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)
        column.setSpacing(GAP_PX)
        column.addLayout(self._table)
        column.addStretch(1)
        column.addWidget(self._remix)
        column.addWidget(self._problem)
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        column.addWidget(line)
        column.addLayout(self._bottom())
        self.setMinimumWidth(max(_WIDTH_PX, column.minimumSize().width()))

    def _add(self, caption: str, widget: QWidget) -> QLabel:
        """A row of the table; returns its caption."""
        label = QLabel(caption)
        label.setProperty("role", "muted")
        label.setMinimumHeight(24)
        row = self._table.rowCount()
        top = Qt.AlignmentFlag.AlignTop
        self._table.addWidget(label, row, 0, top)
        self._table.addWidget(widget, row, 1)
        return label

    def _bottom(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP_PX)
        buttons.addWidget(self._size)
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
        self._sessions.check((*choice.sessions, *((FLAGS_KEY,) if choice.flags else ())))
        self._delivery.show_choice(choice.form, choice.full_scale, choice.target)
        self._preset.setEnabled(is_separated)
        self._preset.show_choice(choice.preset if is_separated else "")
        self._place.folder.setText(str(choice.folder))
        self._place.template.setText(choice.template)

    def _connect(self) -> None:
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._look_again)
        parts = (self._tracks, self._range, self._format, self._sessions, self._place)
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

    @property
    def _of_sound_files(self) -> tuple[QWidget, ...]:
        """What a movie has no use for."""
        rows = self._range, self._preset_row, self._timecode, self._speed
        captions = self._range_caption, self._preset_caption
        of_time = self._timecode_caption, self._speed_caption
        return (*rows, *captions, *of_time, *self._by_hand)

    @property
    def _by_hand(self) -> tuple[QWidget, ...]:
        """What a preset says instead, and a movie has no use for."""
        captions = self._sessions_caption, self._delivery_caption
        return (self._session_row, self._delivery, *captions)

    @property
    def _of_both(self) -> tuple[QWidget, ...]:
        """What a preset says instead, and a movie asks for as well."""
        return self._tracks, self._tracks_caption, self._format, self._format_caption

    def _show_parts(self) -> None:
        choice = self.choice
        for widget in self._of_sound_files:
            widget.setVisible(not choice.as_movie)
        by_preset = bool(choice.preset) and not choice.as_movie
        if by_preset:
            for widget in self._by_hand:
                widget.hide()
        for widget in self._of_both:
            widget.setVisible(not by_preset)
        self._place.allow_name(not by_preset)
        self._format.show_parts(as_movie=choice.as_movie, has_remix=choice.has_remix)

    @Slot()
    def _look_again(self) -> None:
        """Ask the disk, and show names, size and what is in the way."""
        self._timer.stop()
        self._show_parts()
        existing = self._planner.existing(self.choice)
        self._replace.setVisible(bool(existing))
        choice, problem = self.choice, self.problem
        try:
            names = self._planner.names(choice)
        except CassError:
            names = ()
        taken = {path.name for path in existing}
        mark = self.tr("{name} (exists)")
        shown = [mark.format(name=name) if name in taken else name for name in names]
        metrics, middle = self._names.fontMetrics(), Qt.TextElideMode.ElideMiddle
        lines = [metrics.elidedText(line, middle, _NAMES_PX) for line in shown]
        if len(lines) > _MOST_SHOWN:
            more = self.tr("and {number} more").format(number=len(lines) - _MOST_SHOWN + 1)
            lines = [*lines[: _MOST_SHOWN - 1], more]
        self._names.setText("\n".join(lines) or "–")
        self._names.setToolTip("\n".join(shown))
        self._size.setText(self._size_words(choice))
        self._remix.setText(self._planner.gain_words(choice))
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        self._export.setEnabled(not problem)

    def _size_words(self, choice: ExportChoice) -> str:
        free = free_bytes(choice.folder) if choice.folder.is_absolute() else None
        compressed = choice.encoding.is_compressed and not (choice.as_movie or choice.preset)
        text = self.tr("Up to {size}") if compressed else self.tr("About {size}")
        words = text.format(size=_size(self._planner.num_bytes(choice)))
        if free is not None:
            words += self.tr(", {free} free").format(free=_size(free))
        return words

    def _highest_px(self) -> int:
        """What all rows need together."""
        for widget in (*self._of_sound_files, *self._of_both):
            widget.show()
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
        remember(self._settings, self._project, self.choice)
        super().accept()


def _row(*widgets: QWidget) -> QWidget:
    """Widgets beside each other, on the left."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2 * GAP_PX)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder


def _size(num_bytes: int) -> str:
    if num_bytes >= 1e9:
        return f"{decimal(num_bytes / 1e9, 1)} GB"
    return f"{decimal(num_bytes / 1e6, 1)} MB"
