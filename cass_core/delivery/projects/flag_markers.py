"""What a review has found, as markers of sessions and marker lists."""

from collections.abc import Generator, Iterable
from contextlib import closing
from dataclasses import replace

from cass_core.delivery.projects.delivery_source import DeliverySource
from cass_core.programme.markers.marker import Marker
from cass_core.review.flag import Flag
from cass_core.review.reviewing import reviewed_folders


def flag_markers(flags: Iterable[Flag]) -> tuple[Marker, ...]:
    """A region for each place, named by what is wrong there and how sure that is.

    Args:
        flags: on the programme's sample axis.

    Returns:
        Markers such as "speech in FX (82 %)", in rising order.
    """
    return tuple(
        sorted(
            Marker(one.span.start, f"{one.kind.value} ({one.score:.0%})", one.span.num_samples)
            for one in flags
        )
    )


def with_flags(source: DeliverySource) -> Generator[float, None, DeliverySource]:
    """Review what is delivered, as far as it was not reviewed before.

    A project's own decisions count: where it was reviewed, only what nothing was decided about
    becomes a marker.

    Args:
        source: what is delivered.

    Returns:
        A generator of the share that is judged, whose result has the places as markers.
    """
    if source.open_flags is not None:
        found = list(source.open_flags)
    else:
        with closing(reviewed_folders(source.takes)) as judging:
            found = yield from judging
    return replace(source, facts=replace(source.facts, flags=flag_markers(found)))
