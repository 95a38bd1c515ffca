"""The look of every kind of control; widgets name their part in the property `role`."""

from app.lanes import LANES
from app.look.colours import LIGHT, Theme, between
from cass_core.resource_files import resource

_SMALL_PX = 12
_LANE_COLOURS = tuple(dict.fromkeys(lane.colour for lane in LANES))


def style_sheet(theme: Theme) -> str:
    """Cards, buttons, fields, lists, bars and coloured sentences.

    Args:
        theme: the colours.

    Returns:
        A Qt style sheet.
    """
    parts = (_base, _frames, _buttons, _lamps, _fields, _sliders, _lists, _tabs, _bars, _menus)
    return "\n".join(part(theme) for part in parts)


def _faint(theme: Theme) -> str:
    """What cannot be used."""
    return between(theme.muted, theme.card, 0.6).name()


def _hover(theme: Theme) -> str:
    return between(theme.text, theme.raised, 0.1).name()


def _arrow(direction: str, theme: Theme) -> str:
    name = f"{direction}-{'light' if theme is LIGHT else 'dark'}.svg"
    return resource("icons", "arrows", name).as_posix()


def _base(theme: Theme) -> str:
    return f"""
    QMainWindow {{ background: {theme.window}; }}
    QDialog {{ background: {theme.card}; }}
    QToolTip {{ background: {theme.raised}; color: {theme.text}; padding: 4px 6px;
        border: 1px solid {theme.border}; font-size: {_SMALL_PX}px; }}
    QLabel[role="muted"] {{ color: {theme.muted}; }}
    QLabel[role="small"] {{ color: {theme.muted}; font-size: {_SMALL_PX}px; }}
    QLabel[role="heading"] {{ font-size: 15px; font-weight: 600; }}
    QLabel[role="title"] {{ font-size: 24px; font-weight: 600; }}
    QLabel[role="warning"] {{ color: {theme.warning}; }}
    QLabel[role="danger"] {{ color: {theme.danger}; }}
    QLabel[role="good"] {{ color: {theme.accent}; }}
    QLabel:disabled {{ color: {_faint(theme)}; }}
    QTextEdit[role] {{ background: transparent; border: none; padding: 0; }}
    QTextEdit[small="true"] {{ font-size: {_SMALL_PX}px; }}
    QTextEdit[role="muted"] {{ color: {theme.muted}; }}
    QTextEdit[role="warning"] {{ color: {theme.warning}; }}
    QTextEdit[role="danger"] {{ color: {theme.danger}; }}
    """


def _frames(theme: Theme) -> str:
    return f"""
    QFrame[role="card"] {{
        background: {theme.card}; border: 1px solid {theme.border}; border-radius: 6px; }}
    QFrame[role="card"][dropping="true"] {{ border-color: {theme.accent}; }}
    QFrame[role="bar"] {{ background: {theme.card}; border: none;
        border-top: 1px solid {theme.border}; }}
    QFrame[role="group"] {{ background: {theme.field}; border: 1px solid {theme.border};
        border-radius: 6px; }}
    QFrame[role="line"] {{ background: {theme.border}; border: none; }}
    QLabel[role="drop"], QFrame[role="drop"] {{ color: {theme.muted}; background: {theme.field};
        border: 1px dashed {_faint(theme)}; border-radius: 6px; padding: 24px; }}
    QLabel[role="drop"][dropping="true"], QFrame[role="drop"][dropping="true"] {{
        border-color: {theme.accent}; color: {theme.text}; }}
    QFrame[role="drop"] QLabel {{ border: none; background: transparent; }}
    QGroupBox {{ border: 1px solid {theme.border}; border-radius: 6px; margin-top: 18px;
        padding: 8px; }}
    QGroupBox::title {{ subcontrol-origin: margin; left: 2px; top: 0; color: {theme.muted};
        font-weight: 600; }}
    QSplitter::handle {{ background: {theme.window}; }}
    QSplitter::handle:hover, QSplitter::handle:pressed {{ background: {theme.accent}; }}
    QSplitter::handle:horizontal {{ width: 5px; }}
    QSplitter::handle:vertical {{ height: 5px; }}
    """


def _buttons(theme: Theme) -> str:
    faint, hover = _faint(theme), _hover(theme)
    bright = between(theme.text, theme.accent, 0.15).name()
    lit = between(theme.accent, theme.raised, 0.25).name()
    return f"""
    QPushButton {{ background: {theme.raised}; border: 1px solid {theme.border};
        border-radius: 5px; padding: 0 12px; min-height: 24px; }}
    QPushButton:hover {{ background: {hover}; }}
    QPushButton:pressed {{ background: {theme.field}; }}
    QPushButton:checked {{ background: {lit}; border-color: {theme.accent}; }}
    QPushButton:focus {{ border: 1px solid {theme.accent}; }}
    QPushButton:disabled {{ color: {faint}; background: {theme.card}; }}
    QPushButton[role="main"]:enabled {{ background: {theme.accent}; color: {theme.accent_text};
        border-color: {theme.accent}; font-weight: 600; }}
    QPushButton[role="main"]:enabled:hover {{ background: {bright}; }}
    QPushButton[role="main"]:enabled:focus {{ border: 2px solid {theme.text}; padding: 0 11px;
        min-height: 22px; }}
    QPushButton::menu-indicator {{ image: url({_arrow("down", theme)}); width: 12px; height: 12px;
        subcontrol-origin: padding; subcontrol-position: right center; right: 6px; }}
    QPushButton[role="menu"] {{ padding: 0 26px 0 12px; }}
    QPushButton[role="link"] {{ background: transparent; border: 1px solid transparent;
        color: {theme.text}; text-align: left; padding: 0 6px; }}
    QPushButton[role="link"]:hover {{ background: {theme.raised}; }}
    QPushButton[role="link"]:focus {{ border: 1px solid {theme.accent}; }}
    QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 5px;
        padding: 2px; min-width: 20px; min-height: 20px; }}
    QToolButton:hover {{ background: {hover}; }}
    QToolButton:pressed {{ background: {theme.field}; }}
    QToolButton:checked {{ background: {lit}; border-color: {theme.accent}; }}
    QToolButton:focus {{ border: 1px solid {theme.accent}; }}
    QToolButton:disabled {{ color: {faint}; }}
    QToolButton::menu-indicator {{ image: none; }}
    QPushButton[role="segment"] {{ background: {theme.raised}; border: 1px solid {theme.border};
        padding: 0 8px; border-radius: 0; }}
    QPushButton[role="segment"]:hover {{ background: {hover}; }}
    QPushButton[role="segment"]:checked {{ background: {lit}; border-color: {theme.accent}; }}
    QPushButton[role="segment"]:focus {{ border: 1px solid {theme.text}; }}
    QPushButton[role="segment"]:disabled {{ background: {theme.card};
        border-color: {theme.border}; color: {faint}; }}
    QPushButton[role="segment"][end="left"] {{ border-top-left-radius: 5px;
        border-bottom-left-radius: 5px; }}
    QPushButton[role="segment"][end="right"] {{ border-top-right-radius: 5px;
        border-bottom-right-radius: 5px; }}
    """


def _lamps(theme: Theme) -> str:
    """A lane's name, solo and mute: `role` says which, `lane` whose colour it shows."""
    dark_on = theme.accent_text
    lamp = 'QAbstractButton[role="solo"], QAbstractButton[role="mute"]'
    solos = "\n".join(
        f'QAbstractButton[role="solo"][lane="{lane}"]:checked {{'
        f" background: {theme.colour(lane)}; border-color: {theme.colour(lane)}; }}"
        for lane in _LANE_COLOURS
    )
    names = "\n".join(
        f'QLabel[role="lane"][lane="{lane}"] {{ color: {theme.colour(lane)}; }}'
        for lane in _LANE_COLOURS
    )
    return f"""
    QLabel[role="lane"] {{ font-size: 14px; font-weight: 700; }}
    {names}
    {lamp} {{ background: {theme.raised}; border: 1px solid {theme.border}; border-radius: 4px;
        padding: 0; min-width: 22px; min-height: 22px; color: {theme.muted}; font-weight: 600;
        font-size: {_SMALL_PX}px; }}
    QAbstractButton[role="solo"]:hover, QAbstractButton[role="mute"]:hover {{
        background: {_hover(theme)}; color: {theme.text}; }}
    QAbstractButton[role="solo"]:checked {{ background: {theme.accent}; color: {dark_on};
        border-color: {theme.accent}; }}
    {solos}
    QAbstractButton[role="mute"]:checked {{ background: {theme.danger}; color: {dark_on};
        border-color: {theme.danger}; }}
    QAbstractButton[role="solo"]:focus, QAbstractButton[role="mute"]:focus {{
        border: 1px solid {theme.text}; }}
    QAbstractButton[role="solo"]:disabled, QAbstractButton[role="mute"]:disabled {{
        color: {_faint(theme)}; background: {theme.card}; }}
    """


def _fields(theme: Theme) -> str:
    faint = _faint(theme)
    kinds = ("QLineEdit", "QComboBox", "QAbstractSpinBox")
    return f"""
    {", ".join(kinds)} {{ background: {theme.field}; border: 1px solid {theme.border};
        border-radius: 5px; padding: 0 6px; min-height: 24px;
        selection-background-color: {theme.accent}; selection-color: {theme.accent_text}; }}
    {", ".join(f"{kind}:hover" for kind in kinds)} {{ border-color: {faint}; }}
    {", ".join(f"{kind}:focus" for kind in kinds)} {{ border: 1px solid {theme.accent}; }}
    {", ".join(f"{kind}:disabled" for kind in kinds)} {{ color: {faint};
        background: {theme.card}; }}
    QLineEdit[role="plain"] {{ background: transparent; border: 1px solid transparent; }}
    QAbstractSpinBox QLineEdit, QComboBox > QLineEdit {{ border: none;
        padding: 0 0 0 4px; min-height: 0; background: transparent; }}
    QPlainTextEdit, QTextEdit {{ background: {theme.field}; border: 1px solid {theme.border};
        border-radius: 5px; padding: 4px; }}
    QPlainTextEdit:focus, QTextEdit:focus {{ border-color: {theme.accent}; }}
    QComboBox::drop-down {{ border: none; width: 20px; }}
    QComboBox::down-arrow {{ image: url({_arrow("down", theme)}); width: 12px; height: 12px; }}
    QComboBox QAbstractItemView {{ background: {theme.card}; border: 1px solid {theme.border};
        padding: 2px; outline: 0; selection-background-color: {theme.raised};
        selection-color: {theme.text}; }}
    QAbstractSpinBox {{ padding-right: 18px; min-height: 22px; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; width: 16px;
        background: transparent; }}
    QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{
        background: {_hover(theme)}; border-radius: 3px; }}
    QAbstractSpinBox::up-arrow {{ image: url({_arrow("up", theme)}); width: 10px; height: 10px; }}
    QAbstractSpinBox::down-arrow {{ image: url({_arrow("down", theme)}); width: 10px;
        height: 10px; }}
    QCheckBox, QRadioButton {{ spacing: 8px; min-height: 24px; }}
    QCheckBox:focus, QRadioButton:focus {{ color: {theme.accent}; }}
    QCheckBox:disabled, QRadioButton:disabled {{ color: {faint}; }}
    """


def _sliders(theme: Theme) -> str:
    faint = _faint(theme)
    return f"""
    QSlider:horizontal {{ min-height: 24px; }}
    QSlider:vertical {{ min-width: 24px; }}
    QSlider::groove:horizontal {{ background: {theme.border}; height: 4px; border-radius: 2px; }}
    QSlider::groove:vertical {{ background: {theme.border}; width: 4px; border-radius: 2px; }}
    QSlider::sub-page:horizontal, QSlider::add-page:vertical {{ background: {theme.accent};
        border-radius: 2px; }}
    QSlider::sub-page:horizontal:disabled, QSlider::add-page:vertical:disabled {{
        background: {faint}; }}
    QSlider::handle {{ background: {theme.text}; border: 2px solid {theme.card};
        width: 12px; height: 12px; border-radius: 8px; }}
    QSlider::handle:horizontal {{ margin: -6px 0; }}
    QSlider::handle:vertical {{ margin: 0 -6px; }}
    QSlider::handle:focus {{ border-color: {theme.accent}; }}
    QSlider::handle:disabled {{ background: {faint}; }}
    """


def _lists(theme: Theme) -> str:
    chosen = between(theme.accent, theme.field, 0.22).name()
    return f"""
    QAbstractItemView {{ background: {theme.field}; alternate-background-color: {theme.card};
        border: 1px solid {theme.border}; border-radius: 5px; outline: 0; }}
    QAbstractItemView:focus {{ border-color: {theme.accent}; }}
    QAbstractItemView[role="plain"] {{ background: transparent; border: none; }}
    QListView::item, QTreeView::item, QTableView::item {{ padding: 0 6px; border: none; }}
    QListView::item {{ border-radius: 4px; }}
    QListView::item:hover, QTreeView::item:hover, QTableView::item:hover {{
        background: {between(theme.text, theme.field, 0.06).name()}; }}
    QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {{
        background: {chosen}; color: {theme.text}; }}
    QTableView {{ gridline-color: {theme.grid}; }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{ background: {theme.card}; color: {theme.muted}; border: none;
        border-bottom: 1px solid {theme.border}; padding: 4px 6px; font-weight: 600; }}
    QTableCornerButton::section {{ background: {theme.card}; border: none; }}
    QScrollArea {{ background: transparent; border: none; }}
    QScrollArea > QWidget > QWidget {{ background: transparent; }}
    """


def _tabs(theme: Theme) -> str:
    return f"""
    QTabWidget::pane {{ border: 1px solid {theme.border}; border-radius: 6px; top: -1px;
        background: {theme.card}; }}
    QTabBar::tab {{ background: transparent; color: {theme.muted}; padding: 5px 12px;
        border: none; border-bottom: 2px solid transparent; }}
    QTabBar::tab:hover {{ color: {theme.text}; }}
    QTabBar::tab:selected {{ color: {theme.text}; border-bottom: 2px solid {theme.accent}; }}
    QTabBar::tab:focus {{ color: {theme.accent}; }}
    """


def _bars(theme: Theme) -> str:
    return f"""
    QProgressBar {{ background: {theme.field}; border: none; border-radius: 3px;
        min-height: 6px; max-height: 6px; }}
    QProgressBar::chunk {{ background: {theme.accent}; border-radius: 3px; }}
    QStatusBar {{ background: {theme.window}; color: {theme.muted}; font-size: {_SMALL_PX}px; }}
    QStatusBar::item {{ border: none; }}
    QScrollBar {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ width: 10px; margin: 2px; }}
    QScrollBar:horizontal {{ height: 10px; margin: 2px; }}
    QScrollBar::handle {{ background: {theme.border}; border-radius: 3px; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {_faint(theme)}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _menus(theme: Theme) -> str:
    return f"""
    QMenuBar {{ background: {theme.window}; padding: 2px 6px; }}
    QMenuBar::item {{ padding: 4px 10px; border-radius: 4px; background: transparent; }}
    QMenuBar::item:selected {{ background: {theme.raised}; }}
    QMenu {{ background: {theme.card}; border: 1px solid {theme.border}; padding: 4px; }}
    QMenu::item {{ padding: 5px 24px 5px 26px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {theme.raised}; }}
    QMenu::item:disabled {{ color: {_faint(theme)}; }}
    QMenu::separator {{ height: 1px; background: {theme.border}; margin: 4px 8px; }}
    QMenu::indicator {{ width: 14px; height: 14px; left: 7px; }}
    QMenu::right-arrow {{ image: url({_arrow("right", theme)}); width: 12px; height: 12px;
        right: 6px; }}
    """
