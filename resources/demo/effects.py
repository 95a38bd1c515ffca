"""Rain, wind, a bouncing ball, steps, a paper plane, thunder and a slamming door."""

import numpy as np
from synthesis import Sound, band_noise, place, room, seconds, smoothed, stereo_track
from timeline import BOUNCES_S, DOOR_S, NUM_SAMPLES, PLANE_S, RATE_HZ, THUNDER_S

_STEPS_S = (0.15, 0.6, 5.95, 6.4, 9.0, 9.42)


def make(rng: np.random.Generator) -> Sound:
    """The effects of the whole movie; (2, sample)."""
    track = stereo_track()
    for count, time_s in enumerate(BOUNCES_S):
        place(track, _bounce(rng), time_s, 0.30 * 0.8**count, -0.65)
    for count, time_s in enumerate(_STEPS_S):
        place(track, _step(rng), time_s, 0.16, 0.5 + 0.08 * (count % 2))
    place(track, _thunder(rng), THUNDER_S, 0.34, -0.3)
    place(track, _door(rng), DOOR_S, 0.33, 0.55)
    _plane(track, rng)
    inside = room(track, rng, 0.5, 0.16)
    return inside + _weather(rng)


def _weather(rng: np.random.Generator) -> Sound:
    """Rain on the window and wind around the house, quieter once the door is shut; (2, sample)."""
    times = np.arange(NUM_SAMPLES) / RATE_HZ
    gusts = 0.55 + 0.45 * np.sin(2 * np.pi * times / 5.3 - 0.8) * np.sin(2 * np.pi * times / 2.1)
    shut = smoothed(np.where(times < DOOR_S, 1.0, 0.4), 2400)
    weather = stereo_track()
    for side in range(2):
        rain = band_noise(rng, NUM_SAMPLES, 1400, 9000) * 0.010
        wind = band_noise(rng, NUM_SAMPLES, 180, 520) * 0.020 * gusts
        whistle = band_noise(rng, NUM_SAMPLES, 880, 960) * 0.004 * gusts**3
        weather[side] = (rain + wind + whistle) * shut
    for _ in range(420):
        drop = np.sin(2 * np.pi * rng.uniform(1800, 5200) * seconds(0.012)) * np.hanning(576)
        place(weather, drop, rng.uniform(0, 11.9), rng.uniform(0.003, 0.02), rng.uniform(-0.9, 0.3))
    return weather


def _bounce(rng: np.random.Generator) -> Sound:
    """A rubber ball on a wooden floor; (sample,)."""
    times = seconds(0.22)
    pitch_hz = 150 + 90 * np.exp(-times * 60)
    thump = np.sin(2 * np.pi * np.cumsum(pitch_hz) / RATE_HZ) * np.exp(-times * 28)
    slap = band_noise(rng, len(times), 900, 3200) * np.exp(-times * 160) * 0.35
    return (thump + slap) * np.clip(times / 0.001, 0, 1)


def _step(rng: np.random.Generator) -> Sound:
    """A heel and, a little later, a sole; (sample,)."""
    times = seconds(0.25)
    heel = band_noise(rng, len(times), 90, 420) * np.exp(-times * 45)
    sole = band_noise(rng, len(times), 700, 2600) * 0.25 * np.exp(-np.abs(times - 0.09) * 50)
    return (heel + sole) * np.clip(times / 0.002, 0, 1) * 0.6


def _thunder(rng: np.random.Generator) -> Sound:
    """A crack that rolls away; (sample,)."""
    times = seconds(2.0)
    crack = band_noise(rng, len(times), 400, 4000) * np.exp(-times * 9) * 0.5
    rolls = 0.6 + 0.4 * np.abs(smoothed(rng.standard_normal(len(times)) * 30, 9600))
    roll = band_noise(rng, len(times), 35, 160) * np.exp(-times * 1.4) * rolls
    return (crack + roll) * np.clip(times / 0.01, 0, 1) * np.clip((2.0 - times) / 0.3, 0, 1) * 0.5


def _door(rng: np.random.Generator) -> Sound:
    """A heavy door that falls shut, with its latch; (sample,)."""
    times = seconds(0.9)
    slam = band_noise(rng, len(times), 60, 900) * np.exp(-times * 22)
    boom = np.sin(2 * np.pi * 72 * times) * np.exp(-times * 11)
    latch = band_noise(rng, len(times), 1800, 6500) * np.exp(-np.abs(times - 0.05) * 260) * 0.5
    rattle = band_noise(rng, len(times), 500, 2500) * np.exp(-times * 9) * 0.08
    return (0.5 * slam + 0.7 * boom + latch + rattle) * np.clip(times / 0.001, 0, 1)


def _plane(track: Sound, rng: np.random.Generator) -> None:
    """The whoosh of the paper plane from the right to the left, in short blended pieces."""
    start_s, stop_s = PLANE_S
    pieces = 12
    length_s = (stop_s - start_s) / pieces
    for piece in range(pieces):
        near = np.sin(np.pi * (piece + 0.5) / pieces)
        noise = band_noise(rng, round(2 * length_s * RATE_HZ), 500 + 500 * near, 1200 + 2600 * near)
        fade = np.hanning(len(noise))
        place(track, noise * fade, start_s + piece * length_s, 0.085 * near**2, 1 - 2 * piece / 11)
