"""Frequency axis, range of levels, colours and the way time is written."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QSize, Slot
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox

from app.dialogs.preference_pages.form_page import FormPage, choice_box
from app.project.seen.spectrogram_look import TRANSFORM_LENGTHS
from app.project.view_state import TimeFormat, ViewState
from app.tiles.colour_maps import COLOUR_MAPS, colour_map

_LOWEST_DB, _HIGHEST_DB, _LEAST_RANGE_DB = -160, 0, 20
_SWATCH_PX = QSize(96, 14)


class SpectrogramPage(FormPage):
    """Follows the view state, which menus change too."""

    def __init__(self, view: ViewState) -> None:
        """Show what is chosen.

        Args:
            view: that is changed.
        """
        super().__init__()
        self._view = view
        self.name_page(self.tr("Spectrogram"))
        self.scale = choice_box(
            {"mel": self.tr("Mel"), "log": self.tr("Logarithmic"), "linear": self.tr("Linear")}, ""
        )
        self.length = choice_box({str(n_fft): str(n_fft) for n_fft in TRANSFORM_LENGTHS}, "")
        self.floor, self.ceiling = _level_box(), _level_box()
        self.colours = self._colour_box()
        self.waveform = QCheckBox(self.tr("Draw the waveform over it"))
        self.time_format = choice_box(
            {
                TimeFormat.TIMECODE.value: self.tr("Timecode"),
                TimeFormat.SAMPLES.value: self.tr("Samples"),
                TimeFormat.MINUTES.value: self.tr("Minutes and seconds"),
            },
            "",
        )
        self._add_rows()
        self._connect()
        self._on_changed()

    def _add_rows(self) -> None:
        self.add_control(
            self.tr("Frequency axis"), self.scale, self.tr("How frequencies share the height")
        )
        self.add_control(
            self.tr("Transform length"),
            self.length,
            self.tr("Samples of a spectrum: few for fine time, many for fine pitch"),
        )
        self.add_control(
            self.tr("Floor"), self.floor, self.tr("Level that is drawn darkest, in dBFS")
        )
        self.add_control(
            self.tr("Ceiling"), self.ceiling, self.tr("Level that is drawn brightest, in dBFS")
        )
        self.add_control(
            self.tr("Colours"), self.colours, self.tr("From silent to loud; cividis for all eyes")
        )
        self.add_check(self.waveform, self.tr("The outline of the sound lies over its colours"))
        self.add_control(
            self.tr("Time format"), self.time_format, self.tr("How positions are written")
        )

    def _connect(self) -> None:
        for box in (self.scale, self.length, self.colours):
            box.activated.connect(self._on_look_chosen)
        self.floor.valueChanged.connect(self._on_floor_chosen)
        self.ceiling.valueChanged.connect(self._on_look_chosen)
        self.waveform.toggled.connect(self._on_look_chosen)
        self.time_format.activated.connect(self._on_format_chosen)
        self._view.look_changed.connect(self._on_changed)
        self._view.format_changed.connect(self._on_changed)

    def _colour_box(self) -> QComboBox:
        names = {
            "inferno": self.tr("Inferno"),
            "viridis": self.tr("Viridis"),
            "cividis": self.tr("Cividis (colour-blind safe)"),
            "grey": self.tr("Grey"),
        }
        box = choice_box({name: names.get(name, name) for name in COLOUR_MAPS}, "")
        box.setIconSize(_SWATCH_PX)
        for index, name in enumerate(COLOUR_MAPS):
            box.setItemIcon(index, _swatch(name))
        return box

    @Slot()
    def _on_floor_chosen(self) -> None:
        lowest = self.floor.value() + _LEAST_RANGE_DB
        if self.ceiling.value() < lowest:
            with QSignalBlocker(self.ceiling):
                self.ceiling.setValue(lowest)
        self._on_look_chosen()

    @Slot()
    def _on_look_chosen(self) -> None:
        ceiling = self.ceiling.value()
        floor = min(self.floor.value(), ceiling - _LEAST_RANGE_DB)
        self._view.set_look(
            replace(
                self._view.look,
                scale=self.scale.currentData(),
                floor_db=float(floor),
                ceiling_db=float(ceiling),
                colours=self.colours.currentData(),
                waveform=self.waveform.isChecked(),
                n_fft=int(self.length.currentData()),
            )
        )

    @Slot()
    def _on_format_chosen(self) -> None:
        self._view.set_time_format(TimeFormat(self.time_format.currentData()))

    @Slot()
    def _on_changed(self) -> None:
        look = self._view.look
        controls = (self.floor, self.ceiling, self.waveform)
        blockers = [QSignalBlocker(control) for control in controls]
        self.scale.setCurrentIndex(self.scale.findData(look.scale))
        self.length.setCurrentIndex(self.length.findData(str(look.n_fft)))
        self.floor.setValue(round(look.floor_db))
        self.ceiling.setValue(round(look.ceiling_db))
        self.colours.setCurrentIndex(max(self.colours.findData(look.colours), 0))
        self.waveform.setChecked(look.waveform)
        self.time_format.setCurrentIndex(self.time_format.findData(self._view.time_format.value))
        for blocker in blockers:
            blocker.unblock()


def _level_box() -> QSpinBox:
    box = QSpinBox()
    box.setRange(_LOWEST_DB, _HIGHEST_DB)
    box.setSuffix(" dBFS")
    box.setSingleStep(5)
    box.setMinimumWidth(110)
    return box


def _swatch(name: str) -> QIcon:
    """The whole map from left to right."""
    colours = colour_map(name).copy()
    row = QImage(colours.data, len(colours), 1, colours.nbytes, QImage.Format.Format_RGB888)
    return QIcon(QPixmap.fromImage(row.scaled(_SWATCH_PX)))
