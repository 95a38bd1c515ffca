"""Review the stems of a programme: gather evidence, and let every measure look at it."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from cass_core.clips import FloatArray
from cass_core.closable import Closable
from cass_core.metrics.taggers.tagger import load_tagger
from cass_core.request.identity import StemSetIdentity
from cass_core.review.cells.bands import band_edges_hz
from cass_core.review.cells.cell_weights import load_cell_net
from cass_core.review.evidence.cell_store import CellReader
from cass_core.review.evidence.gathering import Gathered, cells_told, gather, witness_told
from cass_core.review.evidence.heard_stems import HeardStems
from cass_core.review.evidence.row_store import RowReader, RowWriter
from cass_core.review.evidence.source import Subject, Witness
from cass_core.review.flag import Flag, most_urgent_first
from cass_core.review.joining import joined
from cass_core.review.measures.combining import Weighed
from cass_core.review.measures.measure import Material, Measure
from cass_core.review.measures.names import CELLS
from cass_core.review.measures.table import DEFAULT_MEASURES, SOURCES
from cass_core.review.misplaced_ratio import misplaced_ratios
from cass_core.review.places import FINDERS, Finding, Stretch
from cass_core.review.reviewing import review_folder
from cass_core.spans import longest_covered
from cass_core.stems.patched_stems import PatchedStems

DEFAULT_THRESHOLD = 0.5

_VERSION = 1  # of everything that changes what the cells hold
_TOUCHING_S = 0.1


class _Further(NamedTuple):
    """Evidence beside the cells."""

    witness: Witness
    reader: RowReader
    writer: RowWriter


class Reviewer(Closable):
    """Holds a programme's evidence and asks the measures; a run that was stopped goes on."""

    def __init__(
        self,
        subject: Subject,
        folder: Path,
        fingerprint: str,
        measures: Sequence[Measure] = DEFAULT_MEASURES,
    ) -> None:
        """Open what is there already.

        Args:
            subject: what is reviewed, of any length.
            folder: where the evidence is kept.
            fingerprint: of the stems; evidence of others is not used.
            measures: what looks; those whose evidence is missing are left out.
        """
        self.stems = subject.stems
        self._heard = HeardStems(self.stems)
        self._cells = CellReader(folder, self._heard.num_frames)
        self._writer = RowWriter(self._cells, fingerprint)
        needed = frozenset[str]().union(*(measure.needs for measure in measures))
        self._further: dict[str, _Further] = {}
        for source in SOURCES:
            witness = source.call(subject) if source.name in needed else None
            if witness is not None:
                reader = RowReader(folder, source.name, (source.columns,), self._heard.num_frames)
                writer = RowWriter(reader, f"{fingerprint} {witness.key}")
                self._further[source.name] = _Further(witness, reader, writer)
        known = {CELLS, *self._further}
        self.measures = tuple(measure for measure in measures if measure.needs <= known)

    @property
    def cells(self) -> CellReader:
        """What is judged."""
        return self._cells

    def gather(self) -> Iterator[float]:
        """Judge what is not judged yet, and ask for what else is needed.

        Yields:
            Share of the programme that is judged, after each minute of it.
        """
        judge = cells_told(self.stems, load_cell_net(), load_tagger())
        parts = [Gathered(self._cells, self._writer, judge)]
        for part in self._further.values():
            told = witness_told(self.stems, part.witness, *part.reader.shape)
            parts.append(Gathered(part.reader, part.writer, told))
        yield from gather(parts, self._heard.num_frames)

    def flags(self, threshold: float = DEFAULT_THRESHOLD) -> list[Flag]:
        """Look for suspicious places.

        Args:
            threshold: 0 to 1; a lower one finds more places and more that are none.

        Returns:
            All of them, the most urgent first.
        """
        flags = joined(self._found(threshold), round(_TOUCHING_S * self.stems.rate_hz))
        return most_urgent_first(self._within_separated(flags))

    def _found(self, threshold: float) -> Iterator[Flag]:
        """The places of every minute."""
        for first, stop in self._cells.borders():
            stretch = Stretch(Weighed(self._material(first, stop), self.measures))
            for finder in FINDERS:
                for place in finder(stretch, threshold):
                    yield self._flag(place, first)

    def _material(self, first: int, stop: int) -> Material:
        """The evidence of a block."""
        further = {
            name: part.reader.rows(first, stop).astype(np.float32) / np.float32(255)
            for name, part in self._further.items()
        }
        return Material(self._cells.read(first, stop), further)

    def _flag(self, place: Finding, first: int) -> Flag:
        """A place of a stretch whose first frame is given."""
        region, edges = place.region, band_edges_hz()
        return Flag(
            place.stem,
            place.owner,
            self._heard.span_of(first + region.first, first + region.stop),
            float(edges[region.low_band]),
            float(edges[region.high_band]),
            place.kind,
            region.score,
            region.level_db,
            place.measures,
        )

    def _within_separated(self, flags: Iterable[Flag]) -> Iterator[Flag]:
        """The flags without what lies beyond the part that is separated."""
        for flag in flags:
            span = longest_covered(flag.span, self.stems.covered)
            if span is not None:
                yield replace(flag, span=span)

    def misplaced_ratios(self, num_steps: int) -> FloatArray:
        """How much of each stem belongs elsewhere.

        Args:
            num_steps: into how many equal steps the programme is cut.

        Returns:
            (stem, step), 0 to 1.
        """
        return misplaced_ratios(self._cells, num_steps)

    def close(self) -> None:
        """Close the files."""
        for writer in (self._writer, *(part.writer for part in self._further.values())):
            writer.close()


@contextmanager
def open_reviewer(
    folder: Path, other: Path | None = None, measures: Sequence[Measure] = DEFAULT_MEASURES
) -> Iterator[tuple[Reviewer, StemSetIdentity]]:
    """Open a folder of stems for a review, whose evidence is kept in it.

    Args:
        folder: as `cass separate` wrote it.
        other: folder of another separation, to compare with; one of another programme is left out.
        measures: what looks; those whose evidence is missing are left out.

    Yields:
        tuple: the reviewer, and what the stems were made from.

    Raises:
        StemSetError: a folder holds no stems, or damaged ones.
        OutputError: nothing can be kept there.
    """
    with ExitStack() as stack:
        stems = stack.enter_context(PatchedStems.open([folder]))
        compared = stack.enter_context(PatchedStems.open([other])) if other else None
        subject = Subject(stems, compared, folder)
        place, fingerprint = review_folder([folder]), stems_fingerprint(stems)
        reviewer = stack.enter_context(Reviewer(subject, place, fingerprint, measures))
        yield reviewer, stems.identities[0]


def stems_fingerprint(stems: PatchedStems) -> str:
    """A text that is another one for other stems, and when more is separated."""
    facts = [
        _VERSION,
        [identity.to_json() for identity in stems.identities],
        [(span.start, span.stop) for span in stems.covered],
    ]
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
