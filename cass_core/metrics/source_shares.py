"""Where the energy of each source of a mixture went: which share of it is found in which stem."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from cass_core.clips import FloatArray

_WINDOW_S = 0.04
_BLOCK_FRAMES = 24  # about half a second
_EDGES_HZ = np.geomspace(60.0, 16_000.0, 17)
_RIDGE = 1e-3  # of a source's own energy; sources that are alike in a block share what they explain
_SILENT = 1e-10  # energy of a block relative to the source's loudest one

_Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class SourceShares:
    """What became of the sources.

    Attributes:
        energy: (source,) energy of each in the mixture.
        found: (source, stem) share of a source's energy that is found in a stem. What a stem holds
            by a factor a counts a², so the shares of a source that is torn apart sum to less
            than 1.
        elsewhere: (source,) share that is found in the sum of all stems but the source's own.
    """

    energy: _Numbers
    found: _Numbers
    elsewhere: _Numbers


def source_shares(
    estimates: FloatArray, sources: FloatArray, own: list[int], rate_hz: int
) -> SourceShares:
    """Explain every stem by the sources, block by block of half a second and half an octave.

    Args:
        estimates: (stem, channel, sample).
        sources: (source, channel, sample); their sum is the mixture.
        own: the row of the stem that each source belongs to.
        rate_hz: samples a second.

    Returns:
        Shares, 0 for a source that is silent.
    """
    size = 2 * round(_WINDOW_S * rate_hz / 2)
    stems, truth = _spectra(estimates, size), _spectra(sources, size)
    energy = np.zeros(len(sources))
    found = np.zeros((len(sources), len(estimates)))
    elsewhere = np.zeros(len(sources))
    others = np.ones((len(sources), len(estimates)))
    others[np.arange(len(sources)), own] = 0
    floor = _SILENT * _block_energies(truth).max(initial=0.0)
    for block in _blocks(truth.shape[1], size, rate_hz):
        x, y = _flat(truth, block), _flat(stems, block)
        gram = x @ x.T
        heard = np.flatnonzero(np.diag(gram) > floor)
        if not len(heard):
            continue
        gains = _explained(gram[np.ix_(heard, heard)], (y @ x.T)[:, heard])
        power = np.diag(gram)[heard]
        energy[heard] += power
        found[heard] += power[:, None] * gains**2
        elsewhere[heard] += power * (gains * others[heard]).sum(axis=1) ** 2
    safe = np.where(energy > 0, energy, 1.0)
    return SourceShares(energy, found / safe[:, None], elsewhere / safe)


def _explained(gram: _Numbers, products: _Numbers) -> _Numbers:
    """(source, stem) factors by which the sources explain the stems best."""
    scale = 1 / np.sqrt(np.diag(gram))
    even = gram * scale[:, None] * scale + _RIDGE * np.eye(len(gram))
    solved: _Numbers = np.linalg.solve(even, (products * scale).T) * scale[:, None]
    # a source alone in its block is not made smaller by the ridge
    return solved * (1 + _RIDGE)


def _spectra(sounds: FloatArray, size: int) -> npt.NDArray[np.complex64]:
    """(sound, frame, channel, bin) of frames that overlap by half."""
    hop = size // 2
    window = np.hanning(size).astype(np.float32)
    found = []
    for sound in sounds:  # one after the other, for the frames of all would need gigabytes
        padded = np.pad(sound, ((0, 0), (hop, size)))
        frames = np.lib.stride_tricks.sliding_window_view(padded, size, axis=-1)[:, ::hop]
        found.append(np.fft.rfft(frames * window, axis=-1).swapaxes(0, 1).astype(np.complex64))
    return np.stack(found)


def _blocks(num_frames: int, size: int, rate_hz: int) -> list[tuple[slice, slice]]:
    edges = np.round(_EDGES_HZ * size / rate_hz).astype(int)
    edges = np.unique(np.clip([0, *edges, size // 2 + 1], 0, size // 2 + 1))
    bands = [slice(a, b) for a, b in zip(edges[:-1], edges[1:], strict=True)]
    starts = range(0, num_frames, _BLOCK_FRAMES)
    return [(slice(start, start + _BLOCK_FRAMES), band) for start in starts for band in bands]


def _flat(spectra: npt.NDArray[np.complex64], block: tuple[slice, slice]) -> _Numbers:
    """(sound, value) of a block, real and imaginary parts one after the other."""
    part = spectra[:, block[0], :, block[1]].reshape(len(spectra), -1)
    return np.concatenate([part.real, part.imag], axis=1).astype(np.float64)


def _block_energies(spectra: npt.NDArray[Any]) -> _Numbers:
    power = np.abs(spectra) ** 2
    return np.asarray(power.sum(axis=(2, 3)), np.float64)
