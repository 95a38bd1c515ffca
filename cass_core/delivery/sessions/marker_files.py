"""The markers of a session as a list of their own."""

from pathlib import Path

from cass_core.delivery.sessions.session import Session
from cass_core.programme.markers.marker_axis import MarkerAxis
from cass_core.programme.markers.marker_lists import marker_list


def write_markers(kind: str, session: Session, path: Path) -> None:
    """Write the markers inside of the files.

    Args:
        kind: key of `marker_list`.
        session: holds them.
        path: of the list.
    """
    axis = MarkerAxis(session.delivered.clock, session.span)
    text = marker_list(kind, session.name).write(session.shown_markers, axis)
    path.write_text(text, encoding="utf-8", newline="")
