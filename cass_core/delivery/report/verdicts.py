"""Whether a delivery passes what is demanded of it, and where it does not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from cass_core.clips import SampleSpan
from cass_core.decibels import db_to_amplitude
from cass_core.delivery.loudness.dialogue import DialogueLoudness, dialogue_loudness
from cass_core.delivery.loudness.targets import LITTLE_SPEECH, LoudnessTarget, Measure, Rule
from cass_core.delivery.loudness.track_meter import STEP_S, TrackLoudness
from cass_core.delivery.report.listening import TrackFindings
from cass_core.stem_names import ME_CODE, MIXTURE_CODE, REMIX_CODE

_SHORT_TERM_S, _MOMENTARY_S = 3.0, 0.4
_MOST_PLACES = 20


@dataclass(frozen=True)
class Verdict:
    """How one demand is met.

    Attributes:
        rule: the demand.
        track: code of the track that it was asked of.
        value: what was measured.
        passes: whether it is met.
        spans: where it is not, in samples from the start; empty for measures of the whole.
    """

    rule: Rule
    track: str
    value: float
    passes: bool
    spans: tuple[SampleSpan, ...] = ()


def programme_track(found: Mapping[str, TrackFindings]) -> TrackFindings | None:
    """The track that counts as the programme: the remix, else the mixture."""
    return found.get(REMIX_CODE) or found.get(MIXTURE_CODE)


def dialogue_of(found: Mapping[str, TrackFindings]) -> DialogueLoudness | None:
    """Loudness of the programme while somebody speaks; None without programme or dialogue."""
    programme, dialogue = programme_track(found), found.get("DX")
    if programme is None or dialogue is None:
        return None
    return dialogue_loudness(programme.loudness, dialogue.loudness)


def verdicts(
    target: LoudnessTarget, found: Mapping[str, TrackFindings], rate_hz: int
) -> tuple[Verdict, ...]:
    """Ask every demand of the target that can be asked.

    Args:
        target: what is demanded.
        found: what was measured, by track.
        rate_hz: samples a second.

    Returns:
        In the target's order; demands of what was not delivered are left out.
    """
    dialogue = dialogue_of(found)
    asked = []
    for rule in target.rules:
        track = programme_track(found) if rule.of == "programme" else found.get(ME_CODE)
        if track is None or not _is_asked(rule, dialogue):
            continue
        value = _value(rule.measure, track.loudness, dialogue)
        if value is not None:
            passes = rule.passes(value)
            spans = () if passes else _places(rule, track.loudness, rate_hz)
            asked.append(Verdict(rule, track.code, value, passes, spans))
    return tuple(asked)


def _is_asked(rule: Rule, dialogue: DialogueLoudness | None) -> bool:
    if rule.speech == "any":
        return True
    speaks = dialogue is not None and dialogue.share >= LITTLE_SPEECH
    return speaks == (rule.speech == "much")


def _value(
    measure: Measure, loudness: TrackLoudness, dialogue: DialogueLoudness | None
) -> float | None:
    values: dict[Measure, float | None] = {
        "integrated": loudness.integrated_lufs,
        "range": loudness.range_lu,
        "true peak": loudness.true_peak_dbtp,
        "short-term": loudness.highest_short_term_lufs,
        "momentary": loudness.highest_momentary_lufs,
        "dialogue": dialogue.loudness_lufs if dialogue else None,
        "dialogue range": dialogue.range_lu if dialogue else None,
    }
    return values[measure]


def _places(rule: Rule, loudness: TrackLoudness, rate_hz: int) -> tuple[SampleSpan, ...]:
    """Where a measure that has a place is too high."""
    highest = rule.highest
    lines: dict[Measure, Callable[[float], tuple[npt.NDArray[np.bool_], float]]] = {
        "true peak": lambda most: (loudness.peaks > db_to_amplitude(most + 0.05), 0.0),
        "short-term": lambda most: (loudness.short_term_lufs > most + 0.05, _SHORT_TERM_S),
        "momentary": lambda most: (loudness.momentary_lufs > most + 0.05, _MOMENTARY_S),
    }
    if highest is None or rule.measure not in lines:
        return ()
    over, before_s = lines[rule.measure](highest)
    steps = np.flatnonzero(np.diff(np.concatenate([[0], over.view(np.int8), [0]])))
    step, lead = float(STEP_S) * rate_hz, max(before_s - float(STEP_S), 0.0) * rate_hz
    spans = (
        SampleSpan(max(round(first * step - lead), 0), round(stop * step))
        for first, stop in zip(steps[::2], steps[1::2], strict=True)
    )
    return tuple(spans)[:_MOST_PLACES]
