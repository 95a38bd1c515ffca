"""A judge of cells whose verdicts are known, and stems for it."""

import numpy as np
import torch
from torch import Tensor, nn

from cass_core.clips import SampleSpan
from cass_core.review import review
from cass_core.review.cells.bands import NUM_BANDS
from cass_core.review.measures import voices
from cass_core.review.suspicion import weighing
from cass_core.review.suspicion.evidence import FIRST_PAIRED, rows_of_pairs
from cass_core.stem_names import STEMS, Stem

RATE_HZ = 48_000
TONE_HZ = {Stem.DX: 500.0, Stem.FX: 2_000.0, Stem.MX: 6_000.0}


class ToneSuspicion(nn.Module):
    """Believes the cells alone."""

    def forward(self, rows: Tensor) -> Tensor:
        """Logits (b, pair, frame)."""
        shares = torch.from_numpy(rows_of_pairs()[:, FIRST_PAIRED])
        return 2.0 * rows[:, shares]


def use_tones(monkeypatch) -> None:
    """Let reviews judge by frequency alone."""
    monkeypatch.setattr(review, "load_cell_net", ToneJudge)
    monkeypatch.setattr(review, "load_tagger", ToneTagger)
    monkeypatch.setattr(weighing, "load_suspicion_net", ToneSuspicion)
    monkeypatch.setattr(voices, "find_spec", lambda name: None)


class ToneTagger:
    """Hears in each window whose tones are there."""

    def class_logits(self, samples: np.ndarray, hop_frames: int) -> np.ndarray:
        """(window, stem) logits."""
        hop, length = 160 * hop_frames, 15_600
        padded = np.pad(samples, (0, length))
        rows = []
        for first in range(0, max(len(samples) - length, 0) + hop, hop):
            power = np.abs(np.fft.rfft(padded[first : first + length])) ** 2
            bins = [round(hz * length / 16_000) for hz in TONE_HZ.values()]
            rows.append([4.0 if power[b - 2 : b + 3].sum() > 1.0 else -4.0 for b in bins])
        return np.array(rows, np.float32)


class ToneJudge(nn.Module):
    """Says whose tone a cell holds by its frequency alone."""

    def forward(self, levels: Tensor) -> Tensor:
        """Logits (b, stem, owner, frame, band)."""
        logits = torch.zeros(len(levels), 3, 3, levels.shape[2], NUM_BANDS)
        for owner, bands in enumerate((slice(0, 14), slice(14, 25), slice(25, 32))):
            logits[:, :, owner, :, bands] = 12.0
        return logits


def tone(stem: Stem, num_samples: int, level: float = 0.1) -> np.ndarray:
    """(2, sample) of a stem's own tone."""
    wave = level * np.sin(2 * np.pi * TONE_HZ[stem] * np.arange(num_samples) / RATE_HZ)
    return np.stack([wave, 0.5 * wave]).astype(np.float32)


def tone_stems(seconds: float) -> np.ndarray:
    """(stem, 2, sample): each stem holds its own tone, the dialogue only every other second."""
    stems = np.stack([tone(stem, round(seconds * RATE_HZ)) for stem in STEMS])
    speaks = np.arange(stems.shape[-1]) // RATE_HZ % 2 == 0
    stems[0] *= speaks
    return stems


def swapped(stems: np.ndarray, giver: Stem, taker: Stem, span: SampleSpan) -> np.ndarray:
    """The stems with a stretch of one moved to another."""
    moved, here = stems.copy(), slice(span.start, span.stop)
    moved[STEMS.index(taker), :, here] += moved[STEMS.index(giver), :, here]
    moved[STEMS.index(giver), :, here] = 0
    return moved
