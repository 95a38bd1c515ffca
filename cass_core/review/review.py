"""Review the stems of a programme: gather evidence, and let every measure look at it."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from cass_core.clips import FloatArray
from cass_core.closable import Closable
from cass_core.metrics.taggers.tagger import load_tagger
from cass_core.request.identity import StemSetIdentity
from cass_core.review.cells.bands import band_edges_hz
from cass_core.review.cells.cell_weights import load_cell_net
from cass_core.review.evidence.cell_store import CellReader, CellStore
from cass_core.review.evidence.gathering import gather_cells
from cass_core.review.evidence.heard_stems import HeardStems
from cass_core.review.flag import Flag, most_urgent_first
from cass_core.review.joining import joined
from cass_core.review.measures import MEASURES, Measure, Stretch
from cass_core.review.misplaced_ratio import misplaced_ratios
from cass_core.review.reviewing import review_folder
from cass_core.spans import longest_covered
from cass_core.stems.patched_stems import PatchedStems
from cass_core.stems.readable_stems import ReadableStems

DEFAULT_THRESHOLD = 0.5

_VERSION = 1  # of everything that changes what the cells hold
_TOUCHING_S = 0.1
_KNOWN = frozenset({"cells"})  # evidence that is gathered


class Reviewer(Closable):
    """Holds a programme's evidence and asks the measures; a run that was stopped goes on."""

    def __init__(
        self,
        stems: ReadableStems,
        folder: Path,
        fingerprint: str,
        measures: Sequence[Measure] = MEASURES,
    ) -> None:
        """Open what is there already.

        Args:
            stems: what is reviewed, of any length.
            folder: where the evidence is kept.
            fingerprint: of the stems; evidence of others is not used.
            measures: what looks; those whose evidence is missing are left out.
        """
        self.stems = stems
        self._heard = HeardStems(stems)
        self._store = CellStore(folder, fingerprint, self._heard.num_frames)
        self._measures = [measure for measure in measures if measure.needs <= _KNOWN]

    @property
    def cells(self) -> CellReader:
        """What is judged."""
        return self._store

    def gather(self) -> Iterator[float]:
        """Judge what is not judged yet.

        Yields:
            Share of the programme that is judged, after each minute of it.
        """
        yield from gather_cells(self.stems, load_cell_net(), load_tagger(), self._store)

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
        """What every measure says of every minute."""
        edges = band_edges_hz()
        for first, cells in self._store.blocks():
            stretch = Stretch(cells)
            for measure in self._measures:
                for place in measure.run(stretch, threshold):
                    region = place.region
                    yield Flag(
                        place.stem,
                        place.owner,
                        self._heard.span_of(first + region.first, first + region.stop),
                        float(edges[region.low_band]),
                        float(edges[region.high_band]),
                        place.kind,
                        region.score,
                        region.level_db,
                        (measure.name,),
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
        return misplaced_ratios(self._store, num_steps)

    def close(self) -> None:
        """Close the files."""
        self._store.close()


@contextmanager
def open_reviewer(folder: Path) -> Iterator[tuple[Reviewer, StemSetIdentity]]:
    """Open a folder of stems for a review, whose evidence is kept in it.

    Args:
        folder: as `cass separate` wrote it.

    Yields:
        tuple: the reviewer, and what the stems were made from.

    Raises:
        StemSetError: the folder holds no stems, or damaged ones.
        OutputError: nothing can be kept there.
    """
    with (
        PatchedStems.open([folder]) as stems,
        Reviewer(stems, review_folder([folder]), stems_fingerprint(stems)) as reviewer,
    ):
        yield reviewer, stems.identities[0]


def stems_fingerprint(stems: PatchedStems) -> str:
    """A text that is another one for other stems, and when more is separated."""
    facts = [
        _VERSION,
        [identity.to_json() for identity in stems.identities],
        [(span.start, span.stop) for span in stems.covered],
    ]
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()
