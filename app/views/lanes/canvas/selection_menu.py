"""What the right button offers for what is selected: the same actions as the menu bar."""

from PySide6.QtWidgets import QMenu, QWidget

_GROUPS = (
    ("play_selection", "play_selected_only", "play_all_but"),
    (
        "move_dx",
        "move_fx",
        "move_mx",
        "share_out",
        "gate",
        "gate_silent",
        "fill",
        "separate_here",
        "switch_repair",
    ),
    ("guide_dx", "guide_fx", "guide_mx"),
    ("zoom_selection", "loop", "selection_here", "separate_selection", "export"),
    ("select_all", "select_none"),
)


def selection_menu(canvas: QWidget) -> QMenu:
    """The menu of a lane.

    Args:
        canvas: of the lane; its window has the actions.

    Returns:
        A menu that is not shown yet.
    """
    menu = QMenu(canvas)
    actions = {action.objectName(): action for action in canvas.window().actions()}
    for group in _GROUPS:
        menu.addSeparator()
        for name in group:
            if name in actions:
                menu.addAction(actions[name])
    return menu
