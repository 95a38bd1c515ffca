"""How long the windows of a model are and when the next one begins, where that may be chosen."""

from dataclasses import dataclass

SHORTEST_WINDOW_S, LONGEST_WINDOW_S = 3.0, 60.0
SHORTEST_HOP_S = 0.1
_MOST_OF_WINDOW = 0.9  # that is gone before the next one begins: the rest is cross-faded


@dataclass(frozen=True)
class Windows:
    """The windows of a model whose hop may be chosen.

    Attributes:
        window_s: seconds that the network hears at once.
        hop_s: seconds from one window to the next.
        is_resizable: whether other lengths of windows may be chosen, too.
        most_of_window: largest hop, as a share of the window.
    """

    window_s: float
    hop_s: float
    is_resizable: bool = False
    most_of_window: float = _MOST_OF_WINDOW

    @property
    def longest_hop_s(self) -> float:
        """With which windows are still cross-faded."""
        return self.window_s * self.most_of_window

    @property
    def passes(self) -> float:
        """How many times each second goes through the network."""
        return self.window_s / self.hop_s
