"""WPR, the wrong placement ratio: how often another stem's sound is heard in a stem.

As AV-CASS defines it: a detector of sound events hears each output; in each frame a stem is active
where the largest logit of its classes passes a threshold after the sigmoid. Per output, the frames
in which another stem is active are divided by those in which any stem is; both other stems and all
outputs are averaged. Outputs in which nothing is ever active are left out.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray
from cass_core.errors import ModelError
from cass_core.metrics.taggers.panns import NUM_AUDIOSET_CLASSES
from cass_core.stem_names import STEMS, Stem

PUBLISHED_THRESHOLD = 0.15
_GROUP_NAMES = {Stem.DX: "speech", Stem.FX: "sound effect", Stem.MX: "music"}

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class ClassGroups:
    """Which of a detector's classes speak for which stem.

    Attributes:
        columns: for each stem, in the order of `STEMS`, the numbers of its classes.
    """

    columns: tuple[tuple[int, ...], ...]

    def active(self, logits: FloatArray, threshold: float) -> Flags:
        """Whether each stem is active.

        Args:
            logits: (frame, class).
            threshold: probability from which a class is there.

        Returns:
            (frame, stem).
        """
        return np.asarray(self.strongest(logits) >= threshold)

    def strongest(self, logits: FloatArray) -> FloatArray:
        """How likely each stem is active.

        Args:
            logits: (frame, class).

        Returns:
            (frame, stem) probability of the likeliest of its classes.
        """
        most = [logits[:, list(columns)].max(axis=1) for columns in self.columns]
        return np.asarray(1.0 / (1.0 + np.exp(-np.stack(most, axis=1).astype(np.float64))))


def wrong_presence(active: Flags, stem: Stem) -> float | None:
    """Share of an output's active frames in which another stem is heard.

    Args:
        active: (frame, stem) whether each stem is heard in the output.
        stem: what the output should hold.

    Returns:
        0 to 1, the mean of both other stems; None where nothing is ever active.
    """
    frames = int(active.any(axis=1).sum())
    if not frames:
        return None
    others = [row for row, other in enumerate(STEMS) if other is not stem]
    return float(active[:, others].sum(axis=0).mean() / frames)


def mean_wrong_presence(shares: Sequence[float | None]) -> float:
    """Mean over outputs in per cent, silent ones left out; NaN where all are."""
    heard = [share for share in shares if share is not None]
    return 100.0 * float(np.mean(heard)) if heard else float("nan")


def read_class_groups(path: Path) -> ClassGroups:
    """The published table of AudioSet's 527 classes with the group of each.

    Args:
        path: CSV with the columns `index` and `main_class`.

    Returns:
        The three groups; silence belongs to none.
    """
    try:
        with path.open(newline="", encoding="utf-8") as file:
            rows = {int(row["index"]): row["main_class"].strip() for row in csv.DictReader(file)}
    except FileNotFoundError as error:
        raise ModelError(f"There is no file {path}; fetch it first.") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError, csv.Error) as error:
        raise ModelError(f"{path} is no table of classes; fetch it again.") from error
    groups = [tuple(i for i, group in rows.items() if group == _GROUP_NAMES[s]) for s in STEMS]
    if sorted(rows) != list(range(NUM_AUDIOSET_CLASSES)) or not all(groups):
        raise ModelError(f"{path} does not list AudioSet's 527 classes; fetch it again.")
    return ClassGroups(tuple(groups))
