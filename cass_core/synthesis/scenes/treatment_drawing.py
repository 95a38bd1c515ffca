"""Chance behind what happens to single events: devices, distance, and effects made new."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.corpus.clip_pool import ClipPool
from cass_core.synthesis.scenes.draw_settings import DrawSettings
from cass_core.synthesis.scenes.scene_recipe import ClipEvent, Submix
from cass_core.synthesis.sounds.film_effects import Room, Treatment

_DEVICES = ("telephone", "radio", "loudspeaker")
_FAR_DB = (3.0, 14.0)
_TURN_GAP_S = 0.6


def draw_treatments(
    events: Iterable[ClipEvent], pool: ClipPool, rng: np.random.Generator, settings: DrawSettings
) -> tuple[ClipEvent, ...]:
    """Events of a scene with what happens to each; those of one turn get the same."""
    drawn: list[ClipEvent] = []
    for turn in _turns(events, pool):
        if turn[0].submix is Submix.SPEECH:
            drawn += _treated_turn(turn, rng, settings)
        elif turn[0].submix is Submix.MUSIC:
            drawn += _treated_music(turn, rng, settings)
        else:
            drawn += [_treated_effect(event, rng, settings) for event in turn]
    return tuple(drawn)


def _turns(events: Iterable[ClipEvent], pool: ClipPool) -> Iterator[list[ClipEvent]]:
    """Consecutive events of one voice, and every other event by itself."""
    turn: list[ClipEvent] = []
    for event in events:
        if turn and _goes_on(turn[-1], event, pool):
            turn.append(event)
            continue
        if turn:
            yield turn
        turn = [event]
    if turn:
        yield turn


def _goes_on(before: ClipEvent, event: ClipEvent, pool: ClipPool) -> bool:
    if before.submix is not Submix.SPEECH or event.submix is not Submix.SPEECH:
        return False
    gap = event.start - before.start - before.num_samples
    is_near = abs(gap) < _TURN_GAP_S * CATALOG_RATE_HZ
    return is_near and pool.entry(before.clip).voice == pool.entry(event.clip).voice


def _treated_turn(
    turn: list[ClipEvent], rng: np.random.Generator, settings: DrawSettings
) -> list[ClipEvent]:
    seed, chance = _seed(rng), rng.random()
    if chance < settings.device:
        treatment = draw_device(rng, seed)
        return [replace(event, treatment=treatment) for event in turn]
    if chance < settings.device + settings.far:
        away = rng.random()
        lost_db = _FAR_DB[0] + away * (_FAR_DB[1] - _FAR_DB[0])
        treatment = draw_distance(rng, seed, away)
        return [
            replace(event, gain_db=event.gain_db - lost_db, treatment=treatment) for event in turn
        ]
    return turn


def draw_device(rng: np.random.Generator, seed: int) -> Treatment:
    """A telephone, a radio or a loudspeaker, which also throws an echo."""
    device = _DEVICES[int(rng.integers(len(_DEVICES)))]
    peak = (float(rng.uniform(900, 2_500)), float(rng.uniform(3, 9)), 0.4)
    if device == "telephone":
        return Treatment(seed, low_hz=300.0, high_hz=3_400.0, drive_db=float(rng.uniform(3, 9)))
    if device == "radio":
        low_hz, high_hz = float(rng.uniform(250, 500)), float(rng.uniform(2_300, 3_800))
        return Treatment(
            seed, low_hz=low_hz, high_hz=high_hz, bells=(peak,), drive_db=float(rng.uniform(8, 18))
        )
    return Treatment(
        seed, low_hz=float(rng.uniform(150, 350)), high_hz=float(rng.uniform(4_000, 7_000)),
        bells=(peak,), drive_db=float(rng.uniform(3, 12)),
        room=Room(float(rng.uniform(0.5, 1.5)), float(rng.uniform(-9, 0)),
                  float(rng.uniform(0.02, 0.12))),
    )  # fmt: skip


def draw_distance(rng: np.random.Generator, seed: int, away: float) -> Treatment:
    """Somebody from a few steps (0) to a hall away (1): dull, and more room than voice."""
    dull = (8_000.0, -6.0 - 18.0 * away, 1.5)
    thin = (60.0, -6.0 * away, 1.0)
    room = Room(
        decay_s=float(rng.uniform(0.3, 0.6 + away)),
        wet_db=float(-6.0 + 10.0 * away + rng.uniform(-3, 3)),
        delay_s=float(rng.uniform(0.0, 0.02)),
    )
    return Treatment(seed, bells=(dull, thin), room=room)


def _treated_music(
    pieces: list[ClipEvent], rng: np.random.Generator, settings: DrawSettings
) -> list[ClipEvent]:
    if rng.random() >= settings.diegetic:
        return pieces
    treatment = draw_device(rng, _seed(rng))
    return [replace(piece, treatment=treatment) for piece in pieces]


def _treated_effect(
    event: ClipEvent, rng: np.random.Generator, settings: DrawSettings
) -> ClipEvent:
    is_bed = event.submix is Submix.FX_BACK
    whole_chance = rng.random(6)
    treatment = Treatment(
        seed=_seed(rng),
        grain_s=_grain_s(rng) if is_bed and whole_chance[0] < settings.grains else 0.0,
        drift=_signed(rng, 0.05, 0.3) if whole_chance[1] < settings.drifting else 0.0,
        reversed=bool(is_bed and whole_chance[2] < settings.reversed),
        bells=_bells(rng) if whole_chance[3] < settings.equalised else (),
        room=_echo(rng) if whole_chance[5] < settings.echoing else None,
    )
    if not is_bed and whole_chance[4] < settings.reshaped:
        treatment = _reshaped(treatment, rng, event.num_samples / CATALOG_RATE_HZ)
    return event if treatment == Treatment(treatment.seed) else replace(event, treatment=treatment)


def _reshaped(treatment: Treatment, rng: np.random.Generator, duration_s: float) -> Treatment:
    attack_s = float(rng.uniform(0.005, 0.4)) * min(duration_s, 1.0)
    decay_s = float(rng.uniform(0.2, 1.5)) * max(duration_s, 0.3)
    keeps_end = rng.random() < 0.3
    return replace(treatment, attack_s=attack_s, decay_s=0.0 if keeps_end else decay_s)


def _bells(rng: np.random.Generator) -> tuple[tuple[float, float, float], ...]:
    return tuple(
        (float(np.exp(rng.uniform(np.log(80), np.log(7_500)))), float(rng.uniform(-12, 9)),
         float(rng.uniform(0.3, 1.5)))
        for _ in range(int(rng.integers(1, 4)))
    )  # fmt: skip


def _echo(rng: np.random.Generator) -> Room:
    decay_s = float(np.exp(rng.uniform(np.log(0.2), np.log(2.0))))
    return Room(decay_s, float(rng.uniform(-12, 3)), float(rng.uniform(0, 0.04)))


def _grain_s(rng: np.random.Generator) -> float:
    return float(np.exp(rng.uniform(np.log(0.04), np.log(0.5))))


def _signed(rng: np.random.Generator, least: float, most: float) -> float:
    return float(rng.uniform(least, most) * rng.choice((-1.0, 1.0)))


def _seed(rng: np.random.Generator) -> int:
    return int(rng.integers(2**31))
