"""Exports as steps of a worker thread."""

from collections.abc import Generator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from cass_core.delivery.export_request import (
    ExportProgress,
    ExportRequest,
    MovieRequest,
    ProgrammeFacts,
)
from cass_core.delivery.programme_stems import ProgrammeStems
from cass_core.delivery.remix import export_movie
from cass_core.delivery.stem_export import export
from cass_core.media.growing_sound import GrowingSound
from cass_core.stems.patched_stems import PatchedStems


@dataclass(frozen=True)
class ExportOrder:
    """All that an export needs, independent of what happens to the project meanwhile.

    Attributes:
        request: what is written.
        facts: the programme.
        sound: its decoded sound.
        takes: folders of stems, the lowest first.
    """

    request: ExportRequest | MovieRequest
    facts: ProgrammeFacts
    sound: Path
    takes: tuple[Path, ...]


def export_steps(order: ExportOrder) -> Generator[ExportProgress, None, None]:
    """Write the files.

    Args:
        order: what is written.

    Yields:
        ExportProgress: the last one holds the result.
    """
    with ExitStack() as stack:
        mixture = stack.enter_context(GrowingSound(order.sound, order.facts.num_samples))
        stems = stack.enter_context(PatchedStems.open(order.takes)) if order.takes else None
        reader = ProgrammeStems(mixture, stems)
        if isinstance(order.request, MovieRequest):
            steps = export_movie(order.request, reader, order.facts)
        else:
            steps = export(order.request, reader, order.facts)
        # closed before the files that it reads from are
        yield from stack.enter_context(closing(steps))
