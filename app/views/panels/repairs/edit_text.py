"""What an edit does, in a few words."""

from PySide6.QtCore import QCoreApplication

from cass_core.repair.edits import Edit
from cass_core.repair.operations import Fill, Gate, Move, Replace, ShareOut
from cass_core.stem_names import Stem

translate = QCoreApplication.translate


def edit_words(edit: Edit) -> str:
    """An edit as it stands in the list, such as "DX → FX  80 %".

    Args:
        edit: what is described.

    Returns:
        Its name where it has one, else what is moved where to.
    """
    operation = edit.operation
    if isinstance(operation, Move):
        source = operation.source.code if operation.source else _others(operation.target)
        words = f"{source} → {operation.target.code}"
    elif isinstance(operation, ShareOut):
        words = translate("EditText", "{stem} shared out").format(stem=operation.source.code)
    elif isinstance(operation, Gate):
        words = translate("EditText", "{source} → {target} below {level} dB").format(
            source=operation.source.code,
            target=operation.target.code,
            level=f"{operation.level_db:.0f}",
        )
    elif isinstance(operation, Replace):
        words = translate("EditText", "From {take}").format(take=operation.take)
    else:
        assert isinstance(operation, Fill)
        words = translate("EditText", "{target} filled from {source}").format(
            source=operation.source.code, target=operation.target.code
        )
    return f"{edit.note or words}  {100 * operation.amount:.0f} %"


def _others(target: Stem) -> str:
    return "+".join(stem.code for stem in Stem if stem is not target)
