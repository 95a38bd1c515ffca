"""Stems opened as they are heard, from the folders of their separations."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from cass_core.repair.edited_stems import EditedStems
from cass_core.repair.edits import EditList
from cass_core.repair.other_takes import OtherTakes
from cass_core.repair.sensitivity.sensitive_stems import SensitiveStems
from cass_core.repair.sensitivity.sensitivity import Sensitivity
from cass_core.stems.patched_stems import PatchedStems


def edited_stems(
    takes: Sequence[Path],
    sensitivity: Sensitivity,
    edits: EditList,
    known_takes: Mapping[str, Path],
) -> EditedStems:
    """Open stems as they are heard: their masks decide first, then repairs move.

    Args:
        takes: folders of stems, the lowest first.
        sensitivity: how strict each stem is.
        edits: repairs of them.
        known_takes: folders of all separations by name, of which repairs take from some.

    Returns:
        The stems, to be closed by the caller.

    Raises:
        StemSetError: stems are missing or damaged.
    """
    with ExitStack() as opening:
        separated = opening.enter_context(PatchedStems.open(takes))
        stems = SensitiveStems(separated, sensitivity)
        names = EditList(edits.active).takes
        others = opening.enter_context(OtherTakes.of(names, known_takes, stems))
        opening.pop_all()
    return EditedStems(stems, edits, others=others)
