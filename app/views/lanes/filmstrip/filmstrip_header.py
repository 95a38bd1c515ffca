"""The left end of the filmstrip: how far its pictures are apart, and what the marks mean."""

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.lanes import Lane
from app.views.lanes.filmstrip.filmstrip_canvas import (
    FACE_COLOUR,
    SPEAKER_COLOUR,
    FilmstripCanvas,
)
from app.views.lanes.filmstrip.strip_plan import Spacing
from app.views.lanes.header.plain_header import PlainHeader
from app.views.widgets.named_combo import NamedCombo


class FilmstripHeader(PlainHeader):
    """Chooses the spacing.

    Attributes:
        spacing: the choice.
    """

    def __init__(self, lane: Lane, canvas: FilmstripCanvas, parent: QWidget | None = None) -> None:
        """Show what is chosen.

        Args:
            lane: its row.
            canvas: whose pictures.
            parent: the widget around it.
        """
        super().__init__(lane, parent)
        self.setToolTip(self.tr("Pictures of the movie; a white line is a cut"))
        self._canvas = canvas
        self.spacing = NamedCombo()
        self.spacing.set_name(self.tr("Pictures of the filmstrip"))
        # the header is narrower than some languages' longest choice
        self.spacing.setSizeAdjustPolicy(
            NamedCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.spacing.setMinimumContentsLength(10)
        for words, spacing in (
            (self.tr("As many as fit"), Spacing()),
            (self.tr("One a shot"), Spacing(cuts_only=True)),
            (self.tr("Every 1 s"), Spacing(1.0)),
            (self.tr("Every 5 s"), Spacing(5.0)),
            (self.tr("Every 30 s"), Spacing(30.0)),
        ):
            self.spacing.addItem(words, spacing)
        self.spacing.currentIndexChanged.connect(self._on_chosen)
        self.rows.addWidget(self.spacing)
        self.rows.addStretch(1)
        legend = QHBoxLayout()
        legend.setSpacing(4)
        for colour, words in (
            (SPEAKER_COLOUR, self.tr("speaks")),
            (FACE_COLOUR, self.tr("face")),
        ):
            legend.addWidget(_swatch(colour))
            label = QLabel(words)
            label.setProperty("role", "small")
            legend.addWidget(label)
        legend.addStretch(1)
        self.rows.addLayout(legend)

    def _on_chosen(self) -> None:
        self._canvas.set_spacing(self.spacing.currentData())


def _swatch(colour: QColor) -> QLabel:
    label = QLabel()
    label.setFixedSize(10, 6)
    label.setStyleSheet(f"background: {colour.name()};")
    return label
