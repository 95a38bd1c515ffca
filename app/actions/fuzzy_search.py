"""Finding entries by letters that they hold in this order."""

from collections.abc import Sequence

_AT_WORD, _IN_ROW, _AT_START = 8, 5, 4


def match_score(query: str, text: str) -> int | None:
    """How well a text fits what was typed.

    Args:
        query: letters; spaces do not count.
        text: any.

    Returns:
        The higher the better; None where letters are missing. Beginnings of words and letters in
        a row count most, and short texts before long ones.
    """
    letters, low = "".join(query.casefold().split()), text.casefold()
    if not letters:
        return 0
    best: int | None = None
    starts = [at for at, letter in enumerate(low) if letter == letters[0]]
    for start in starts:
        score = _score_from(letters, low, start)
        if score is not None and (best is None or score > best):
            best = score
    return None if best is None else best - len(text) // 8


def ranked(query: str, texts: Sequence[str]) -> list[int]:
    """Places of the texts that fit, the best first; equals keep their order."""
    scores = {at: match_score(query, text) for at, text in enumerate(texts)}
    found = {at: score for at, score in scores.items() if score is not None}
    return sorted(found, key=lambda at: -found[at])


def _score_from(letters: str, text: str, start: int) -> int | None:
    """Score of the greedy match that begins at a place, preferring beginnings of words."""
    score, last = (_AT_START if start == 0 else 0), start - 2
    at = start
    for letter in letters:
        found = _next_place(letter, text, at, last)
        if found is None:
            return None
        begins = found == 0 or not text[found - 1].isalnum()
        score += _AT_WORD if begins else 0
        score += _IN_ROW if found == last + 1 else 0
        score -= min(found - last, 4) if found > last + 1 else 0
        last, at = found, found + 1
    return score


def _next_place(letter: str, text: str, start: int, last: int) -> int | None:
    if start < len(text) and start == last + 1 and text[start] == letter:
        return start
    places = [at for at in range(start, len(text)) if text[at] == letter]
    at_words = [at for at in places if at == 0 or not text[at - 1].isalnum()]
    return min(at_words or places, default=None)
