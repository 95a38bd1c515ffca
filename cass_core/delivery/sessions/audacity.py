"""Files and labels for Audacity.

Audacity keeps projects in a database of its own; it imports a list of files (`.lof`), which gives
each file a track from the same start, and saves the result as `.aup3`. Labels are a list of
markers beside it.
"""

from pathlib import Path

from cass_core.delivery.sessions.session import Session


def write_audacity(session: Session, path: Path) -> None:
    """Write the list of files that Audacity opens in one window."""
    lines = [f'file "{track.file.path.name}" offset 0.0' for track in session.tracks]
    path.write_text("\n".join(("window", *lines, "")), encoding="utf-8", newline="\n")
