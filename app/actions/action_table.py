"""Every action of the program as one row of a table, in the order of the menus."""

from app.actions.rows.document_rows import DOCUMENT_ROWS
from app.actions.rows.repair_rows import REPAIR_ROWS
from app.actions.rows.review_rows import REVIEW_ROWS
from app.actions.rows.row import Menu
from app.actions.rows.stem_rows import STEM_ROWS
from app.actions.rows.transport_rows import TRANSPORT_ROWS
from app.actions.rows.view_rows import VIEW_ROWS
from app.environment.translation import QT_TRANSLATE_NOOP

MENUS = (
    Menu("file", QT_TRANSLATE_NOOP("Actions", "&File")),
    Menu("edit", QT_TRANSLATE_NOOP("Actions", "&Edit")),
    Menu("view", QT_TRANSLATE_NOOP("Actions", "&View")),
    Menu("lanes", QT_TRANSLATE_NOOP("Actions", "&Visible lanes"), "view"),
    Menu("scale", QT_TRANSLATE_NOOP("Actions", "&Frequency axis"), "view", gap=True),
    Menu("length", QT_TRANSLATE_NOOP("Actions", "Transform length"), "view"),
    Menu("format", QT_TRANSLATE_NOOP("Actions", "&Time format"), "view"),
    Menu("theme", QT_TRANSLATE_NOOP("Actions", "T&heme"), "view"),
    Menu("transport", QT_TRANSLATE_NOOP("Actions", "&Transport")),
    Menu("stems", QT_TRANSLATE_NOOP("Actions", "&Stems")),
    Menu("repair", QT_TRANSLATE_NOOP("Actions", "&Repair")),
    Menu("review", QT_TRANSLATE_NOOP("Actions", "Rev&iew")),
    Menu("separation", QT_TRANSLATE_NOOP("Actions", "Se&paration")),
    Menu("help", QT_TRANSLATE_NOOP("Actions", "&Help")),
)
"""In the order of the menu bar."""

ACTIONS = (*DOCUMENT_ROWS, *VIEW_ROWS, *TRANSPORT_ROWS, *STEM_ROWS, *REPAIR_ROWS, *REVIEW_ROWS)
"""In the order of the menus."""
