"""What a published separator is, as `model.json` says it; read without PyTorch."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, get_args

from cass_core.config import Weighting
from cass_core.errors import ModelError
from cass_core.stem_names import STEMS, Stem

_LONGEST_WINDOW_S = 120


@dataclass(frozen=True)
class PublishedConfig:
    """Everything needed to build and to run a published separator.

    Attributes:
        kind: which network.
        rate_hz: rate that it hears.
        channels: channels that it hears at once: 1, each channel alone, or 2.
        sources: stems in the order of its output.
        window: samples that it hears at once.
        hop: samples from one window to the next.
        weighting: how windows are laid over each other.
        input_lufs: loudness that the programme is brought to before, as published; None for none.
        sizes: sizes of the network, as its builder takes them.
    """

    kind: str
    rate_hz: int
    channels: int
    sources: tuple[Stem, ...]
    window: int
    hop: int
    weighting: Weighting
    input_lufs: float | None = None
    sizes: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Check the values."""
        sound = (
            set(self.sources) == set(STEMS)
            and len(self.sources) == len(STEMS)
            and self.channels in (1, 2)
            and 8_000 <= self.rate_hz <= 192_000
            and 0 < self.hop <= self.window <= _LONGEST_WINDOW_S * self.rate_hz
            and self.weighting in get_args(Weighting)
            and all(_is_size(value) for value in self.sizes.values())
        )
        if not sound:
            raise ModelError(f"The description of the model '{self.kind}' is damaged.")

    @property
    def name(self) -> str:
        """The kind, where other models have the name of their size."""
        return self.kind

    @property
    def takes_frames(self) -> bool:
        """Never; these networks hear only."""
        return False

    def to_dict(self) -> dict[str, Any]:
        """Plain values, for JSON."""
        stems = [stem.value for stem in self.sources]
        return asdict(self) | {"sources": stems, "sizes": dict(self.sizes)}

    @classmethod
    def from_dict(cls, values: Mapping[str, Any]) -> "PublishedConfig":
        """Rebuild from `to_dict`; ModelError where a field is unknown, missing or senseless."""
        try:
            sources = tuple(Stem(name) for name in values["sources"])
            numbers = {key: int(values[key]) for key in ("rate_hz", "channels", "window", "hop")}
            lufs = values["input_lufs"]
            parts = {
                "sources": sources,
                "sizes": dict(values["sizes"]),
                "input_lufs": None if lufs is None else float(lufs),
            }
            return cls(**(dict(values) | numbers | parts))
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError(
                f"The model's description is damaged ({error}); import it again."
            ) from error


def _is_size(value: object) -> bool:
    """A number that is not negative, a switch, a name, or a list of such."""
    if isinstance(value, list | tuple):
        return all(_is_size(part) for part in value)
    return isinstance(value, bool | str) or (isinstance(value, int | float) and value >= 0)
