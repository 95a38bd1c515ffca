"""What several measures say of one place, or of the two sides of a block's border, is one flag."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cass_core.clips import SampleSpan
from cass_core.review.flag import Flag, Kind
from cass_core.stem_names import Stem

_SPECIAL = (Kind.GHOST, Kind.OVER_SEPARATED)  # say more than that a sound stands elsewhere


def joined(flags: Iterable[Flag], touching: int) -> list[Flag]:
    """Flags of the same stem and owner that overlap, or all but touch, become one.

    Args:
        flags: in any order.
        touching: samples that may lie between.

    Returns:
        In rising order.
    """
    groups: dict[tuple[Stem, Stem], list[Flag]] = defaultdict(list)
    for flag in flags:
        groups[flag.stem, flag.belongs].append(flag)
    found = [flag for group in groups.values() for flag in _joined_group(group, touching)]
    return sorted(found, key=lambda flag: (flag.span.start, flag.span.stop))


def _joined_group(flags: list[Flag], touching: int) -> Iterator[Flag]:
    flags.sort(key=lambda flag: (flag.span.start, flag.span.stop))
    current = flags[0]
    for flag in flags[1:]:
        if flag.span.start <= current.span.stop + touching:
            current = _united(current, flag)
        else:
            yield current
            current = flag
    yield current


def _united(one: Flag, other: Flag) -> Flag:
    surer = max(one, other, key=lambda flag: flag.score)
    longer = max(one, other, key=lambda flag: flag.span.num_samples)
    special = [flag for flag in (one, other) if flag.kind in _SPECIAL]
    # a special kind counts where it was said of most of the place
    kind = longer.kind if longer.kind in _SPECIAL or not special else surer.kind
    covering = [f for f in special if 2 * f.span.num_samples >= longer.span.num_samples]
    return replace(
        surer,
        span=SampleSpan(one.span.start, max(one.span.stop, other.span.stop)),
        low_hz=min(one.low_hz, other.low_hz),
        high_hz=max(one.high_hz, other.high_hz),
        kind=covering[0].kind if covering else kind,
        level_db=max(one.level_db, other.level_db),
        measures=tuple(dict.fromkeys((*one.measures, *other.measures))),
    )
