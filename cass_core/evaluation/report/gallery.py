"""The failure gallery: the mixtures that came out worst, as pictures."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cass_core.evaluation.report.figures import spectrogram_figure
from cass_core.evaluation.report.markdown import section
from cass_core.evaluation.scoring.conditions import KnownScene, TestCondition
from cass_core.evaluation.scoring.scene_sets import TestSet
from cass_core.evaluation.scoring.score_file import ScoreRow
from cass_core.stem_names import STEMS
from cass_core.synthesis.corpus.catalog import Catalog

_A_STEM = 2  # pictures


@dataclass(frozen=True)
class Failure:
    """A stem of a mixture that came out badly.

    Attributes:
        row: its score.
        picture: file name of its picture.
    """

    row: ScoreRow
    picture: str


def worst(rows: Sequence[ScoreRow], condition: str) -> list[Failure]:
    """The two mixtures of each stem with the lowest SI-SDR improvement.

    Args:
        rows: of all conditions.
        condition: which one is shown.

    Returns:
        At most six, by stem.
    """
    found = []
    for stem in STEMS:
        own = [r for r in rows if r.condition == condition and r.stem is stem]
        known = sorted((r for r in own if "si_sdri" in r.values), key=lambda r: r.values["si_sdri"])
        for row in known[:_A_STEM]:
            found.append(Failure(row, f"worst-{stem.value.lower()}-{row.scene:03d}.png"))
    return found


def draw_failures(
    failures: Sequence[Failure],
    condition: TestCondition,
    catalog: Catalog,
    test_set: TestSet,
    folder: Path,
) -> bool:
    """Separate the mixtures again and draw mixture, reference and estimate.

    Args:
        failures: which ones.
        condition: how they were separated.
        catalog: clips.
        test_set: their set.
        folder: for the pictures.

    Returns:
        False, and nothing drawn, where the corpus gives other mixtures than those scored.
    """
    last = max(failure.row.scene for failure in failures)
    for number, scene in enumerate(test_set.scenes(catalog)):
        recipe = f"{zlib.crc32(scene.recipe.to_json().encode()):08x}"
        here = [failure for failure in failures if failure.row.scene == number]
        if any(failure.row.recipe != recipe for failure in here):
            return False
        if here:
            known = KnownScene(number, test_set.seed, scene.mixture, scene.stems)
            estimates = condition.estimates(known)
        for failure in here:
            place = STEMS.index(failure.row.stem)
            label = failure.row.stem.value
            sounds = {
                "mixture": scene.mixture,
                f"{label} as it is": scene.stems[place],
                f"{label} as separated": estimates[place],
            }
            spectrogram_figure(folder / failure.picture, sounds)
        if number == last:
            break
    return True


def gallery_section(failures: Sequence[Failure], condition: str, folder_name: str) -> str:
    """The pictures with a line about each."""
    parts = [f"Condition: {condition}. The two mixtures of each stem with the lowest improvement."]
    for failure in failures:
        row = failure.row
        group = f", {row.group}" if row.group else ""
        about = (
            f"Mixture {row.scene}, {row.stem.value}{group}: SI-SDR "
            f"{row.values['si_sdr']:.1f} dB, improvement {row.values['si_sdri']:.1f} dB"
        )
        parts.append(f"![{about}]({folder_name}/{failure.picture})\n\n{about}.")
    return section("Where it fails", *parts)
