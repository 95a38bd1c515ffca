"""Part of the export dialog: which tracks."""

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from app.dialogs.export.rows import GAP_PX, TIGHT_PX
from app.lanes import SOUND_LANES
from app.views.widgets.check_menu import CheckMenu
from cass_core.stem_names import DELIVERED_CODES, DERIVED_CODES, MIXTURE_CODE, REMIX_CODE

_STEM_LANES = tuple(lane for lane in SOUND_LANES if lane.stem is not None)
_MIXTURE_LANES = tuple(lane for lane in SOUND_LANES if lane.stem is None)


def derived_labels() -> dict[str, str]:
    """Words for the tracks that are sums and differences of others, by their codes."""
    translate = QCoreApplication.translate
    words = (
        translate("TrackBoxes", "Music and effects (ME)"),
        translate("TrackBoxes", "Mixture without effects (MIX-FX)"),
        translate("TrackBoxes", "Mixture without music (MIX-MX)"),
        translate("TrackBoxes", "Residual (RES)"),
    )
    return dict(zip(DERIVED_CODES, words, strict=True))


class TrackBoxes(QWidget):
    """A check box for each track, and whether stems carry their gains.

    Signals:
        changed: another choice.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes = {
            lane.code: QCheckBox(QCoreApplication.translate("Lanes", lane.track_label))
            for lane in (*_STEM_LANES, *_MIXTURE_LANES)
        }
        self._boxes[REMIX_CODE] = QCheckBox(self.tr("Remix (REMIX)"))
        self._boxes[MIXTURE_CODE].setToolTip(self.tr("The sound of the movie as it was"))
        self._boxes[REMIX_CODE].setToolTip(
            self.tr("The sum of the stems with gain, mute, solo and gain lines, as you hear it")
        )
        for lane in _STEM_LANES:
            self._boxes[lane.code].setToolTip(self.tr("This stem as a file of its own"))
        self._more = CheckMenu(derived_labels(), self.tr("Further tracks"))
        self._more.setAccessibleName(self.tr("Further tracks"))
        self._more.setToolTip(
            self.tr("Sums and differences of stems and mixture; in whole steps they null exactly")
        )
        self._gains = QCheckBox(self.tr("Stems with their gains"))
        self._gains.setToolTip(
            self.tr("Write stems as they are heard; they do not sum to the original mixture then")
        )
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GAP_PX)
        grid.setVerticalSpacing(TIGHT_PX)
        for column, lane in enumerate(_STEM_LANES):
            grid.addWidget(self._boxes[lane.code], 0, column)
        grid.addWidget(self._boxes[MIXTURE_CODE], 1, 0)
        grid.addWidget(self._boxes[REMIX_CODE], 1, 1)
        grid.addWidget(self._more, 1, 2)
        grid.addWidget(self._gains, 2, 0, 1, 3)
        grid.setColumnStretch(3, 1)
        for box in (*self._boxes.values(), self._gains):
            box.toggled.connect(self._on_toggled)
        self._more.changed.connect(self._on_toggled)

    @property
    def tracks(self) -> tuple[str, ...]:
        """The checked tracks."""
        checked = {name for name, box in self._boxes.items() if box.isChecked()}
        checked |= set(self._more.keys) if self._more.isEnabled() else set()
        return tuple(code for code in DELIVERED_CODES if code in checked)

    @property
    def apply_gains(self) -> bool:
        """Whether stems are written as they are heard."""
        return self._gains.isChecked()

    def show_choice(self, tracks: tuple[str, ...], apply_gains: bool) -> None:
        """Check the boxes."""
        for name, box in self._boxes.items():
            box.setChecked(name in tracks)
        self._more.check(set(tracks) & set(DERIVED_CODES))
        self._gains.setChecked(apply_gains)

    def allow_stems(self, is_separated: bool) -> None:
        """Leave only the mixture where nothing is separated."""
        for name, box in self._boxes.items():
            box.setEnabled(is_separated or name == MIXTURE_CODE)
            if not box.isEnabled():
                box.setChecked(False)
        self._more.setEnabled(is_separated)
        if not is_separated:
            self._boxes[MIXTURE_CODE].setChecked(True)
        self._on_toggled()

    @Slot()
    def _on_toggled(self) -> None:
        self._gains.setEnabled(bool(set(self.tracks) - {MIXTURE_CODE, REMIX_CODE}))
        self.changed.emit()
