"""The program's own colours on Qt's Fusion style, dark and light."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from app.indicators import CalmStyle


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

    def lane(self, name: str) -> str:
        """Colour of the lane "MIX", "DX", "FX" or "MX"."""
        return {"MIX": self.mix, "DX": self.dx, "FX": self.fx, "MX": self.mx}[name]


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
    mx="#d884b4",
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
    mx="#a03c78",
    playhead="#ffffff",
    selection="#2fa79d",
    grid="#d9dee5",
    canvas="#14171c",
)


def theme_for(scheme: Qt.ColorScheme) -> Theme:
    """The light theme where the desktop is light; editing rooms are dark, so else the dark one."""
    return LIGHT if scheme == Qt.ColorScheme.Light else DARK


def follow_desktop(application: QApplication) -> None:
    """Dress the application, now and whenever the desktop changes between dark and light."""
    application.setStyle(CalmStyle())
    hints = application.styleHints()

    def dress(scheme: Qt.ColorScheme) -> None:
        apply(application, theme_for(scheme))

    hints.colorSchemeChanged.connect(dress)
    dress(hints.colorScheme())


def active_theme() -> Theme:
    """The theme that the application wears; widgets that paint ask on each palette change."""
    return LIGHT if QApplication.instance().property("light_theme") else DARK  # type: ignore[union-attr]


def apply(application: QApplication, theme: Theme) -> None:
    """Dress the application in a theme."""
    application.setProperty("light_theme", theme is LIGHT)
    application.setPalette(palette(theme))
    application.setStyleSheet(style_sheet(theme))


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's roles, for all that the style sheet does not draw."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.field,
        role.AlternateBase: theme.card,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.muted,
        role.Text: theme.text,
        role.Button: theme.raised,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.Link: theme.accent,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.accent_text,
        role.Accent: theme.accent,
    }
    made = QPalette(QColor(theme.raised), QColor(theme.window))
    for which, colour in colours.items():
        made.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, which, _between(theme.muted, theme.card))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(theme.border))
    made.setColor(QPalette.ColorGroup.Disabled, role.PlaceholderText, QColor(theme.border))
    return made


def style_sheet(theme: Theme) -> str:
    """Cards, buttons, bars and coloured sentences; widgets name their part in the property `role`.

    Args:
        theme: the colours.

    Returns:
        A Qt style sheet.
    """
    faint = _between(theme.muted, theme.card).name()
    hover = _between(theme.text, theme.raised, 0.1).name()
    bright = _between(theme.text, theme.accent, 0.15).name()
    return f"""
    QFrame[role="card"] {{
        background: {theme.card}; border: 1px solid {theme.border}; border-radius: 10px; }}
    QFrame[role="card"][dropping="true"] {{ border-color: {theme.accent}; }}
    QLabel[role="drop"] {{ color: {theme.muted}; background: {theme.field};
        border: 1px dashed {faint}; border-radius: 8px; padding: 32px; }}
    QLabel[role="drop"][dropping="true"] {{ border-color: {theme.accent}; color: {theme.text}; }}
    QLabel[role="muted"] {{ color: {theme.muted}; }}
    QTextEdit[role] {{ background: transparent; border: none; padding: 0; }}
    QTextEdit[role="muted"] {{ color: {theme.muted}; }}
    QTextEdit[role="warning"] {{ color: {theme.warning}; }}
    QTextEdit[role="danger"] {{ color: {theme.danger}; }}
    QLabel:disabled {{ color: {faint}; }}
    QPushButton {{
        background: {theme.raised}; border: 1px solid {theme.border}; border-radius: 6px;
        padding: 6px 16px; min-height: 18px; }}
    QPushButton:hover {{ background: {hover}; }}
    QPushButton:pressed {{ background: {theme.field}; }}
    QPushButton:focus {{ border: 1px solid {theme.accent}; }}
    QPushButton:disabled {{ color: {faint}; background: {theme.card}; }}
    QPushButton[role="main"]:enabled {{
        background: {theme.accent}; color: {theme.accent_text}; border-color: {theme.accent}; }}
    QPushButton[role="main"]:enabled:hover {{ background: {bright}; }}
    QPushButton[role="main"]:enabled:focus {{ border: 2px solid {theme.text}; padding: 5px 15px; }}
    QLineEdit, QComboBox {{
        background: {theme.field}; border: 1px solid {theme.border}; border-radius: 6px;
        padding: 6px 8px; min-height: 18px; }}
    QLineEdit:focus, QComboBox:focus {{ border: 1px solid {theme.accent}; }}
    QLineEdit:disabled, QComboBox:disabled {{ color: {faint}; }}
    QComboBox::drop-down {{ border: none; width: 22px; }}
    QProgressBar {{ background: {theme.field}; border: none; border-radius: 3px;
        min-height: 6px; max-height: 6px; }}
    QProgressBar::chunk {{ background: {theme.accent}; border-radius: 3px; }}
    QSlider {{ min-height: 26px; }}
    QSlider::groove:horizontal {{ background: {theme.border}; height: 4px; border-radius: 2px; }}
    QSlider::sub-page:horizontal {{ background: {theme.accent}; border-radius: 2px; }}
    QSlider::sub-page:horizontal:disabled {{ background: {faint}; }}
    QSlider::handle:horizontal {{ background: {theme.text}; border: 2px solid {theme.card};
        width: 14px; height: 14px; margin: -7px 0; border-radius: 9px; }}
    QSlider::handle:horizontal:focus {{ border-color: {theme.accent}; }}
    QSlider::handle:horizontal:disabled {{ background: {faint}; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
    QScrollBar::handle:vertical {{ background: {theme.border}; border-radius: 3px;
        min-height: 32px; }}
    QScrollBar::handle:vertical:hover {{ background: {faint}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QMenuBar {{ background: {theme.window}; padding: 2px 6px; }}
    QMenuBar::item {{ padding: 4px 10px; border-radius: 4px; background: transparent; }}
    QMenuBar::item:selected {{ background: {theme.raised}; }}
    QMenu {{ background: {theme.card}; border: 1px solid {theme.border}; padding: 4px; }}
    QMenu::item {{ padding: 6px 24px 6px 16px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {theme.raised}; }}
    QMenu::item:disabled {{ color: {faint}; }}
    """


def _between(first: str, second: str, share: float = 0.5) -> QColor:
    """A mixture of two colours, `share` of it the first."""
    a, b = QColor(first), QColor(second)
    parts = [
        round(share * x + (1 - share) * y)
        for x, y in zip(a.getRgb()[:3], b.getRgb()[:3], strict=True)  # type: ignore[index]
    ]
    return QColor(*parts)
