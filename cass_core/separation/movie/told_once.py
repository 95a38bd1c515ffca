"""The sentences that a run tells its user, each of them once."""

from collections.abc import Iterable, Iterator

from cass_core.request.events import Warned


class ToldOnce:
    """Turns sentences into events.

    Attributes:
        sentences: told so far.
    """

    def __init__(self) -> None:
        self.sentences: list[str] = []

    def tell(self, sentences: Iterable[str | None]) -> Iterator[Warned]:
        """Tell what is new; there may be empty ones among them.

        Args:
            sentences: for the user.

        Yields:
            An event for each that was not told before.
        """
        for sentence in sentences:
            if sentence and sentence not in self.sentences:
                self.sentences.append(sentence)
                yield Warned(sentence)
