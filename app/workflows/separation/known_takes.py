"""The takes of the project as decisions about the queue see them: plain sets of names."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # decisions are made without Qt
    from app.project.project import Project


@dataclass(frozen=True)
class KnownTakes:
    """The takes of the project, by name.

    Attributes:
        parts: takes of a part of the programme.
        wholes: takes of the whole programme.
        wanted: takes that a version or a repair names.
        complete: takes with nothing left to separate.
    """

    parts: frozenset[str] = frozenset()
    wholes: frozenset[str] = frozenset()
    wanted: frozenset[str] = frozenset()
    complete: frozenset[str] = frozenset()


def known_takes(project: "Project") -> KnownTakes:
    """The takes that a project has now."""
    takes, whole = project.versions.takes, project.whole
    named = {name for version in project.versions.versions for name in version.takes}
    named |= project.repairs.edits.takes
    return KnownTakes(
        parts=frozenset(take.name for take in takes if take.span != whole),
        wholes=frozenset(take.name for take in takes if take.span == whole),
        wanted=frozenset(take.name for take in takes if take.name in named),
        complete=frozenset(take.name for take in takes if take.is_complete),
    )
