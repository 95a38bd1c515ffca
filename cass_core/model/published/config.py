"""What a published separator is, as `model.json` says it; read without PyTorch."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Annotated, Any

from cass_core.checked.fields import Between, check_fields, check_value
from cass_core.config import Weighting
from cass_core.errors import ModelError
from cass_core.model.published.size_ranges import SIZE_RANGES
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

    kind: Annotated[str, Between(1, 100)]
    rate_hz: Annotated[int, Between(8_000, 192_000)]
    channels: Annotated[int, Between(1, 2)]
    sources: Annotated[tuple[Stem, ...], Between(len(STEMS), len(STEMS))]
    window: Annotated[int, Between(1, _LONGEST_WINDOW_S * 192_000)]
    hop: Annotated[int, Between(1, _LONGEST_WINDOW_S * 192_000)]
    weighting: Weighting
    input_lufs: Annotated[float, Between(-70, 0)] | None = None
    sizes: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Check types, ranges and what must fit together; ModelError where they do not."""
        try:
            check_fields(self)
            self._check_together()
            _check_sizes(self.kind, self.sizes)
        except (ValueError, KeyError) as error:
            raise ModelError(
                f"The model's description is damaged ({error}); import it again."
            ) from error

    def _check_together(self) -> None:
        if set(self.sources) != set(STEMS):
            raise ValueError("a stem is there twice and another one is not")
        if self.window > _LONGEST_WINDOW_S * self.rate_hz:
            raise ValueError(f"a window is longer than {_LONGEST_WINDOW_S} s")
        if self.hop > self.window:
            raise ValueError(f"hop is {self.hop}, more than the window of {self.window}")

    @property
    def name(self) -> str:
        """The kind, where other models have the name of their size."""
        return self.kind

    @property
    def takes_frames(self) -> bool:
        """Never; these networks hear only."""
        return False

    @property
    def takes_picture(self) -> bool:
        """Never."""
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
            return cls(**(dict(values) | {"sources": sources, "sizes": dict(values["sizes"])}))
        except (KeyError, TypeError, ValueError) as error:
            raise ModelError(
                f"The model's description is damaged ({error}); import it again."
            ) from error


def _check_sizes(kind: str, sizes: Mapping[str, Any]) -> None:
    """Each size by its own range; a kind that nobody knows is told by its builder."""
    ranges = SIZE_RANGES.get(kind)
    if ranges is None:
        return
    if sizes.keys() != ranges.keys():
        raise ValueError(f"its sizes are not {', '.join(ranges)}")
    for name, value in sizes.items():
        check_value(name, value, ranges[name])
