"""Made voices, effects and music, a few seconds each; (sample,) at 16 kHz."""

import numpy as np

RATE_HZ = 16_000

Sound = np.ndarray


def voice(rng: np.random.Generator, duration_s: float, pitch_hz: float) -> Sound:
    """Syllables of a buzzing voice with three resonances, and short hisses between them."""
    syllables = []
    while sum(map(len, syllables)) < duration_s * RATE_HZ:
        syllables.append(_syllable(rng, pitch_hz * rng.uniform(0.85, 1.2)))
        if rng.random() < 0.4:
            hiss = np.diff(rng.standard_normal(round(rng.uniform(0.05, 0.12) * RATE_HZ) + 1))
            syllables.append(0.05 * hiss * np.hanning(len(hiss)))
        syllables.append(np.zeros(round(rng.uniform(0.02, 0.25) * RATE_HZ)))
    return _levelled(np.concatenate(syllables)[: round(duration_s * RATE_HZ)])


def effect(rng: np.random.Generator, duration_s: float, kind: str) -> Sound:
    """Steps, rain, wind or bangs."""
    count = round(duration_s * RATE_HZ)
    noise = rng.standard_normal(count)
    if kind == "rain":
        return _levelled(np.diff(noise, prepend=0.0) * (0.7 + 0.3 * rng.random(count)))
    if kind == "wind":
        gusts = 0.6 + 0.4 * np.sin(2 * np.pi * np.arange(count) / RATE_HZ / rng.uniform(1, 3))
        return _levelled(_smooth(noise, 40) * gusts)
    every_s, decay = (0.55, 60) if kind == "steps" else (1.3, 9)
    hits = np.zeros(count)
    for start_s in np.arange(rng.uniform(0, 0.3), duration_s - 0.1, every_s):
        start = round(start_s * RATE_HZ)
        hits[start:] += np.exp(-decay * np.arange(count - start) / RATE_HZ)
    return _levelled(_smooth(noise, 6) * hits)


def music(rng: np.random.Generator, duration_s: float) -> Sound:
    """Plucked chords over a held bass."""
    times = np.arange(round(duration_s * RATE_HZ)) / RATE_HZ
    root_hz = rng.uniform(90, 160)
    sound = 0.5 * np.sin(2 * np.pi * root_hz / 2 * times)
    for number, start_s in enumerate(np.arange(0, duration_s, 0.5)):
        since = np.clip(times - start_s, 0, None)
        for step in (0, (3, 4)[number % 2], 7):
            tone_hz = root_hz * 2 ** ((step + (0, 5, 7, 0)[number // 4 % 4]) / 12)
            for harmonic in (1, 2, 3, 5):
                ring = np.exp(-4 * since) * (times >= start_s) / harmonic
                sound += ring * np.sin(2 * np.pi * tone_hz * harmonic * since)
    return _levelled(sound)


def envelope(sound: Sound, fps: int) -> Sound:
    """(frame,) how loud the sound is during each frame, 1.0 at most."""
    step = RATE_HZ // fps
    frames = np.abs(sound[: len(sound) // step * step]).reshape(-1, step).mean(axis=1)
    return frames / max(float(frames.max(initial=0.0)), 1e-6)


def _syllable(rng: np.random.Generator, pitch_hz: float) -> Sound:
    times = np.arange(round(rng.uniform(0.12, 0.3) * RATE_HZ)) / RATE_HZ
    resonances_hz = (rng.uniform(300, 800), rng.uniform(900, 2_200), 2_700.0)
    sound = np.zeros(len(times))
    for harmonic in range(1, int(5_000 / pitch_hz)):
        tone_hz = harmonic * pitch_hz
        gain = sum(1 / (1 + ((tone_hz - r) / 120) ** 2) for r in resonances_hz)
        sound += gain * np.sin(2 * np.pi * tone_hz * times + harmonic)
    return 0.1 * sound * np.hanning(len(times))


def _smooth(noise: Sound, width: int) -> Sound:
    return np.convolve(noise, np.hanning(width + 2)[1:-1], mode="same")


def _levelled(sound: Sound) -> Sound:
    return (0.5 * sound / max(float(np.abs(sound).max()), 1e-9)).astype(np.float32)
