"""The talking clips' gains, clip by clip."""

from collections.abc import Sequence

import numpy as np

from cass_core.evaluation.talking.scoring import FACES, TalkingRow

_HEADINGS = {
    "right": "right face", "none": "no face", "shuffled": "shuffled", "stranger": "stranger's",
}  # fmt: skip


def talking_table(rows: Sequence[TalkingRow]) -> list[list[str]]:
    """SI-SDR improvement of the dialogue in dB: a row a clip and one of means.

    Args:
        rows: of one model at one number of steps.

    Returns:
        Cells, the headings first.
    """
    table = [["clip", "face seen", *_HEADINGS.values()]]
    clips = list(dict.fromkeys(row.clip for row in rows))
    for clip in clips:
        own = [row for row in rows if row.clip == clip]
        table.append([clip, f"{own[0].face_share:.0%}", *_gains(own)])
    table.append(["mean", "", *_gains(rows)])
    return table


def _gains(rows: Sequence[TalkingRow]) -> list[str]:
    cells = []
    for face in FACES:
        gains = [row.si_sdri for row in rows if row.face == face]
        cells.append(f"{np.mean(gains):.2f}" if gains else "")
    return cells
