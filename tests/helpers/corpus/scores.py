"""A tiny MusicXML score."""

import zipfile
from pathlib import Path

PITCH = "<pitch><step>{step}</step>{alter}<octave>{octave}</octave></pitch>"
CONTAINER = '<container><rootfiles><rootfile full-path="score.xml"/></rootfiles></container>'


def note(step: str, octave: int, duration: int, extra: str = "", alter: int = 0) -> str:
    """One note; durations count in halves of a quarter."""
    sharp = f"<alter>{alter}</alter>" if alter else ""
    pitch = PITCH.format(step=step, alter=sharp, octave=octave)
    return f"<note>{extra}{pitch}<duration>{duration}</duration></note>"


def score_text(*parts: list[str], divisions: int = 2) -> str:
    """A score of parts, each a list of what stands in its measures."""
    first = f"<attributes><divisions>{divisions}</divisions></attributes>"
    body = "".join(
        f"<part><measure>{first}</measure>{''.join(f'<measure>{m}</measure>' for m in part)}</part>"
        for part in parts
    )
    return f"<score-partwise>{body}</score-partwise>"


def write_score(path: Path, text: str | None = None) -> Path:
    """A score on disk; two parts of sixteen quarters where nothing else is said."""
    high = [note("C", 5, 2) + note("E", 5, 2) + note("G", 5, 4) for _ in range(4)]
    low = [note("C", 3, 8) for _ in range(4)]
    content = text or score_text(high, low)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.suffix == ".mxl":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("META-INF/container.xml", CONTAINER)
            archive.writestr("score.xml", content)
    else:
        path.write_text(content)
    return path
