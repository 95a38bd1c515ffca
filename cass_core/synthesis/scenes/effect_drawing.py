"""Chance behind the optional effects of a recipe: rooms, tone and sounds made from noise."""

import numpy as np

from cass_core.synthesis.corpus.catalog import CATALOG_RATE_HZ
from cass_core.synthesis.scenes.scene_recipe import NoiseEvent, Submix
from cass_core.synthesis.sounds.film_effects import Room, Tone
from cass_core.synthesis.sounds.procedural import AMBIENCES, IMPACTS

_AMBIENCE_SHARE, _IMPACT_SHARE = 0.75, 0.5
_MEAN_IMPACTS = 2.0
_BLOW_S, _SERIES_S = (0.2, 1.5), (1.0, 6.0)
_SERIES = frozenset({"steps", "alarm", "debris", "creak"})  # sounds that go on for a while
_TELEPHONE_HZ = (300.0, 3_400.0)
_TELEPHONE_SHARE = 0.3


def draw_noises(
    rng: np.random.Generator, num_samples: int, front_lufs: float, back_lufs: float
) -> tuple[NoiseEvent, ...]:
    """An ambience under the whole scene, a few impacts, or both."""
    events = []
    has_ambience = rng.random() < _AMBIENCE_SHARE
    if has_ambience:
        events.append(
            NoiseEvent(
                Submix.FX_BACK, _choice(rng, AMBIENCES), _seed(rng), 0, num_samples,
                back_lufs + 3.0 * float(rng.standard_normal()),
            )
        )  # fmt: skip
    if not has_ambience or rng.random() < _IMPACT_SHARE:
        for _ in range(1 + int(rng.poisson(_MEAN_IMPACTS))):
            start = int(rng.integers(num_samples))
            kind = _choice(rng, IMPACTS)
            length_s = rng.uniform(*(_SERIES_S if kind in _SERIES else _BLOW_S))
            length = min(round(length_s * CATALOG_RATE_HZ), num_samples - start)
            level_lufs = front_lufs + 6.0 * float(rng.standard_normal())
            events.append(NoiseEvent(Submix.FX_FRONT, kind, _seed(rng), start, length, level_lufs))
    return tuple(events)


def draw_room(rng: np.random.Generator) -> Room:
    """A room from a small chamber to a hall."""
    return Room(
        decay_s=float(np.exp(rng.uniform(np.log(0.15), np.log(1.2)))),
        wet_db=float(rng.uniform(-18, -3)),
        delay_s=float(rng.uniform(0.0, 0.03)),
    )


def draw_tone(rng: np.random.Generator, narrow: float, tilted: float) -> Tone | None:
    """A loss of highs (old film) or of both ends (telephone), a tilt, or nothing."""
    low_hz, high_hz = 0.0, CATALOG_RATE_HZ / 2
    is_narrow = rng.random() < narrow
    if is_narrow and rng.random() < _TELEPHONE_SHARE:
        low_hz, high_hz = _TELEPHONE_HZ
    elif is_narrow:
        high_hz = float(rng.uniform(2_500, 7_000))
    tilt_db = float(rng.uniform(-2.5, 2.5)) if rng.random() < tilted else 0.0
    return Tone(low_hz, high_hz, tilt_db) if is_narrow or tilt_db else None


def _choice(rng: np.random.Generator, names: tuple[str, ...]) -> str:
    return names[int(rng.integers(len(names)))]


def _seed(rng: np.random.Generator) -> int:
    return int(rng.integers(2**31))
