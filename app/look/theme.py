"""The program's own look on Qt's Fusion style: dark, light, or as the desktop is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from app.environment.settings import Settings
from app.look.colours import DARK, LIGHT, Theme, between
from app.look.indicator_style import IndicatorStyle
from app.look.style_sheet import style_sheet

__all__ = [
    "CHOICES",
    "DARK",
    "LIGHT",
    "Theme",
    "active_theme",
    "apply",
    "choose_theme",
    "chosen_theme",
    "palette",
    "style_sheet",
    "tabular",
    "theme_for",
    "apply_chosen_theme",
]

CHOICES = ("dark", "light", "desktop")
"""What the user can choose; editing rooms are dark, so dark is the usual."""

_TEXT_PX, _POINTS_AN_INCH = 13, 72
_KEY, _PROPERTY, _FOLLOWED = "theme", "theme_choice", "theme_followed"


def theme_for(scheme: Qt.ColorScheme) -> Theme:
    """The light theme where the desktop is light; editing rooms are dark, so else the dark one."""
    return LIGHT if scheme == Qt.ColorScheme.Light else DARK


def chosen_theme(settings: Settings) -> str:
    """What the user chose: one of `CHOICES`."""
    choice = settings.value(_KEY, CHOICES[0])
    return choice if choice in CHOICES else CHOICES[0]


def choose_theme(application: QApplication, settings: Settings, choice: str) -> None:
    """Keep another choice and apply it at once.

    Args:
        application: that gets it.
        settings: where the choice is kept.
        choice: one of `CHOICES`.
    """
    settings.set_value(_KEY, choice)
    _wear(application, choice)


def apply_chosen_theme(application: QApplication, settings: Settings) -> None:
    """Dress the application at its start, and again whenever the desktop changes.

    Args:
        application: to dress.
        settings: where the user's choice is kept.
    """
    _follow(application)
    _wear(application, chosen_theme(settings))


def active_theme() -> Theme:
    """The theme that is applied; widgets that paint ask on each palette change."""
    application = QApplication.instance()
    return LIGHT if application and application.property("light_theme") else DARK


def apply(application: QApplication, theme: Theme) -> None:
    """Dress the application in a theme."""
    application.setProperty("light_theme", theme is LIGHT)
    application.setFont(_text_font(application))
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
        made.setColor(QPalette.ColorGroup.Disabled, which, between(theme.muted, theme.card))
    made.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(theme.border))
    made.setColor(QPalette.ColorGroup.Disabled, role.PlaceholderText, QColor(theme.border))
    return made


def tabular(font: QFont) -> QFont:
    """A font whose figures are equally wide, so that a running time does not tremble."""
    even = QFont(font)
    even.setFeature(QFont.Tag("tnum"), 1)
    return even


def _text_font(application: QApplication) -> QFont:
    """The desktop's font at our size, in points because style sheets and headings scale those."""
    font = QFont(application.font())
    dpi = application.primaryScreen().logicalDotsPerInch()
    font.setPointSizeF(_TEXT_PX * _POINTS_AN_INCH / dpi)
    return font


def _follow(application: QApplication) -> None:
    if application.property(_FOLLOWED):
        return
    application.setProperty(_FOLLOWED, True)
    application.setStyle(IndicatorStyle())
    hints = application.styleHints()

    def dress(_scheme: Qt.ColorScheme) -> None:
        if application.property(_PROPERTY) == "desktop":
            _wear(application, "desktop")

    hints.colorSchemeChanged.connect(dress)


def _wear(application: QApplication, choice: str) -> None:
    application.setProperty(_PROPERTY, choice)
    chosen = {"dark": DARK, "light": LIGHT}
    theme = chosen.get(choice) or theme_for(application.styleHints().colorScheme())
    if application.styleSheet() != style_sheet(theme):
        apply(application, theme)
