"""The marks as tables."""

from collections.abc import Sequence

import numpy as np

from cass_core.evaluation.speakers.clips import ClipMarks
from cass_core.evaluation.speakers.scoring import SpeakerRow

_HEADINGS = ["scene", "judge", "right face", "wrong face", "nobody", "mark moves after"]


def scenes_table(rows: Sequence[SpeakerRow]) -> list[list[str]]:
    """A row a scene and judge, and one of means for each kind.

    Args:
        rows: of all scenes.

    Returns:
        Cells, the headings first.
    """
    table = [_HEADINGS]
    table += [_cells(f"{row.kind}: {row.scene}", row.judge, [row]) for row in rows]
    groups = dict.fromkeys((row.kind, row.judge) for row in rows)
    for kind, judge in groups:
        own = [row for row in rows if (row.kind, row.judge) == (kind, judge)]
        table.append(_cells(f"mean {kind}", judge, own))
    return table


def clips_table(clips: Sequence[ClipMarks]) -> list[list[str]]:
    """A row a clip.

    Args:
        clips: of several faces.

    Returns:
        Cells, the headings first.
    """
    table = [["clip", "length", "marked", "LR-ASD says the same"]]
    for clip in clips:
        marked = ", ".join(f"face {face} {time_s:.1f}" for face, time_s in clip.seconds.items())
        agreed = "" if clip.agreed is None else f"{clip.agreed:.0%}"
        table.append([clip.name, f"{clip.length_s:.1f}", marked or "nobody", agreed])
    return table


def _cells(name: str, judge: str, rows: Sequence[SpeakerRow]) -> list[str]:
    right, wrong = (np.mean([getattr(row, key) for row in rows]) for key in ("right", "wrong"))
    turns = [row.turn_s for row in rows if row.turn_s is not None]
    turn = f"{np.median(turns):.1f} s" if turns else ""
    nobody = max(1 - right - wrong, 0.0)
    return [name, judge, f"{right:.0%}", f"{wrong:.0%}", f"{nobody:.0%}", turn]
