"""The program's own colours, dark and light."""

from dataclasses import dataclass

from PySide6.QtGui import QColor


@dataclass(frozen=True)
class Theme:
    """Colours by what they are for, as "#rrggbb".

    Attributes:
        window: behind everything.
        card: behind a group of controls.
        field: behind what can be typed into, and the empty part of bars.
        raised: buttons.
        border: around cards, fields and buttons.
        text: what is to be read.
        muted: what explains.
        accent: what is chosen, what is done, the main button.
        accent_text: on the accent.
        warning: sentences about fallbacks.
        danger: sentences about failures.
        mix: the mixture's lane.
        dx: dialogue; the three stems' colours stay apart for colour-blind eyes.
        fx: effects.
        mx: music.
        playhead: the position that is heard.
        selection: what is selected, drawn see-through.
        grid: lines of rulers and lanes.
        canvas: behind spectrograms and the picture; dark in both themes.
    """

    window: str
    card: str
    field: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    accent_text: str
    warning: str
    danger: str
    mix: str
    dx: str
    fx: str
    mx: str
    playhead: str
    selection: str
    grid: str
    canvas: str

    def colour(self, name: str) -> str:
        """The colour of a field, for tables that name what they are drawn in."""
        return str(getattr(self, name))


DARK = Theme(
    window="#16191f",
    card="#1e222a",
    field="#14171c",
    raised="#2a303b",
    border="#353c49",
    text="#e4e8ee",
    muted="#9ba5b4",
    accent="#62b6ae",
    accent_text="#0c1514",
    warning="#e2b56f",
    danger="#f0958b",
    mix="#a9b4c4",
    dx="#f0a63c",
    fx="#5ab4ec",
    mx="#c77dff",
    playhead="#ffffff",
    selection="#62b6ae",
    grid="#2c323d",
    canvas="#0b0d10",
)
LIGHT = Theme(
    window="#eef0f3",
    card="#ffffff",
    field="#f6f7f9",
    raised="#f2f4f7",
    border="#cfd5dd",
    text="#1b212c",
    muted="#566071",
    accent="#1c756f",
    accent_text="#ffffff",
    warning="#855600",
    danger="#b02a20",
    mix="#5b6778",
    dx="#a86200",
    fx="#1a6fae",
    mx="#7a3fc0",
    playhead="#ffffff",
    selection="#2fa79d",
    grid="#d9dee5",
    canvas="#14171c",
)


def between(first: str, second: str, share: float = 0.5) -> QColor:
    """A mixture of two colours, `share` of it the first."""
    a, b = QColor(first), QColor(second)
    pairs = ((a.red(), b.red()), (a.green(), b.green()), (a.blue(), b.blue()))
    return QColor(*(round(share * x + (1 - share) * y) for x, y in pairs))
