"""Exports as steps of a worker thread."""

from collections.abc import Generator, Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from cass_core.delivery.export_request import (
    ExportProgress,
    ExportRequest,
    MovieExport,
    ProgrammeFacts,
)
from cass_core.delivery.programme_stems import ProgrammeStems
from cass_core.delivery.remix import export_movie
from cass_core.delivery.stem_export import export
from cass_core.media.sound.growing_wave import GrowingWave
from cass_core.stems.patched_stems import PatchedStems

_NEWS_S = 0.04


@dataclass(frozen=True)
class ExportOrder:
    """All that an export needs, independent of what happens to the project meanwhile.

    Attributes:
        request: what is written.
        facts: the programme.
        sound: its decoded sound.
        takes: folders of stems, the lowest first.
    """

    request: ExportRequest | MovieExport
    facts: ProgrammeFacts
    sound: Path
    takes: tuple[Path, ...]


def export_steps(order: ExportOrder) -> Generator[ExportProgress | None, None, None]:
    """Write the files.

    Args:
        order: what is written.

    Yields:
        ExportProgress | None: news a few times a second, else None; the last one holds the result.
    """
    with ExitStack() as stack:
        mixture = stack.enter_context(GrowingWave(order.sound, order.facts.num_samples))
        stems = stack.enter_context(PatchedStems.open(order.takes)) if order.takes else None
        reader = ProgrammeStems(mixture, stems)
        if isinstance(order.request, MovieExport):
            steps = export_movie(order.request, reader, order.facts)
        else:
            steps = export(order.request, reader, order.facts)
        # closed before the files that it reads from are
        yield from _thinned(stack.enter_context(closing(steps)))


def _thinned(steps: Iterable[ExportProgress]) -> Iterator[ExportProgress | None]:
    """No more news than a bar can show: a movie has a step for each of its packets."""
    told_s = 0.0
    for step in steps:
        is_news = step.result is not None or monotonic() - told_s >= _NEWS_S
        if is_news:
            told_s = monotonic()
        yield step if is_news else None
