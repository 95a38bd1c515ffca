"""The likeliest order of speakers: evidence of every row, and a price for passing the word."""

from collections.abc import Iterable, Iterator

NOBODY = -1
_PRICE = 3.0  # of the word's passing on, in agreement summed over rows
_MOST_ROWS = 4096  # decided at once; the word is held across the border


def likeliest(scores: Iterable[dict[int, float]]) -> Iterator[int]:
    """Who speaks in each row (the path of Viterbi's algorithm).

    Args:
        scores: of each face that is there, by number, row by row; above 0 it rather speaks, below
            it rather does not.

    Yields:
        The number of the face, or `NOBODY`.
    """
    path = _Path()
    for row in scores:
        path.step(row)
        if path.is_plain or path.num_rows == _MOST_ROWS:
            yield from path.decide()
    yield from path.decide()


class _Path:
    """The best ways to each face of the newest row, as far as they are not decided."""

    def __init__(self) -> None:
        self._totals: dict[int, float] = {NOBODY: 0.0}
        self._before: list[dict[int, int]] = []

    @property
    def num_rows(self) -> int:
        """Rows that are not decided."""
        return len(self._before)

    @property
    def is_plain(self) -> bool:
        """Whether there is one way only."""
        return len(self._totals) == 1

    def step(self, scores: dict[int, float]) -> None:
        """Go on by a row."""
        best = max(self._totals, key=self._totals.__getitem__)
        passed = self._totals[best] - _PRICE
        totals, before = {}, {}
        for face, score in ((NOBODY, 0.0), *scores.items()):
            stays = self._totals.get(face, passed) > passed
            before[face] = face if stays else best
            totals[face] = score + (self._totals[face] if stays else passed)
        self._totals = totals
        self._before.append(before)

    def decide(self) -> list[int]:
        """The best way through all rows since the last decision; goes on from its end."""
        face = max(self._totals, key=self._totals.__getitem__)
        self._totals = {face: 0.0}
        way = []
        for before in reversed(self._before):
            way.append(face)
            face = before[face]
        self._before.clear()
        return way[::-1]
