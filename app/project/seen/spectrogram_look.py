"""How a sound is drawn: frequency axis, levels, colours."""

from dataclasses import dataclass, replace

SCALES = ("mel", "log", "linear")
"""How a frequency axis can be spread."""

TRANSFORM_LENGTHS = (512, 1024, 2048, 4096, 8192)
"""Samples of a spectrum, from the finest time to the finest pitch."""

WIDEST_DB = 1000.0  # beyond any level that a file may name
_LEAST_SEEN = 1.0 / 30.0  # of the frequency axis
_LOWEST_DB, _HIGHEST_DB, _LEAST_RANGE_DB = -120.0, 0.0, 6.0


@dataclass(frozen=True)
class SpectrogramLook:
    """How levels become colours.

    Attributes:
        scale: frequency axis, "mel", "log" or "linear".
        floor_db: level that is drawn darkest, in dBFS.
        ceiling_db: level that is drawn brightest.
        colours: name of the colour map.
        waveform: draw the waveform over it.
        seen: bottom and top of what is seen of the frequency axis, 0 to 1 of the whole.
        owners: draw the mixture in the colours of the stems that hold its cells.
        n_fft: samples of a spectrum, one of `TRANSFORM_LENGTHS`.
    """

    scale: str = "mel"
    floor_db: float = -80.0
    ceiling_db: float = -15.0
    colours: str = "inferno"
    waveform: bool = True
    seen: tuple[float, float] = (0.0, 1.0)
    owners: bool = False
    n_fft: int = 2048

    def zoomed(self, factor: float, around: float) -> "SpectrogramLook":
        """More (factor above 1) or less of the frequency axis.

        Args:
            factor: by which more is seen.
            around: 0 to 1 of what is seen, which stays where it is on screen.

        Returns:
            The look; never more than the whole axis, nor less than a thirtieth of it.
        """
        bottom, top = self.seen
        size = min(max((top - bottom) * factor, _LEAST_SEEN), 1.0)
        return self._seeing(bottom + around * (top - bottom) - around * size, size)

    def scrolled(self, share: float) -> "SpectrogramLook":
        """Higher or lower frequencies, by a share of what is seen."""
        size = self.seen[1] - self.seen[0]
        return self._seeing(self.seen[0] + share * size, size)

    def _seeing(self, bottom: float, size: float) -> "SpectrogramLook":
        bottom = min(max(bottom, 0.0), 1.0 - size)
        return replace(self, seen=(bottom, bottom + size if bottom + size < 1.0 - 1e-9 else 1.0))

    def lengthened(self, steps: int) -> "SpectrogramLook":
        """Longer spectra, or shorter ones with steps below 0, as far as there are some."""
        wanted = TRANSFORM_LENGTHS.index(self.n_fft) + steps
        return replace(
            self, n_fft=TRANSFORM_LENGTHS[min(max(wanted, 0), len(TRANSFORM_LENGTHS) - 1)]
        )

    def contrasted(self, floor_db: float, ceiling_db: float) -> "SpectrogramLook":
        """Another floor and ceiling, as far as they leave something between them.

        Args:
            floor_db: by how much the floor rises.
            ceiling_db: by how much the ceiling rises.

        Returns:
            The look.
        """
        floor = min(max(self.floor_db + floor_db, _LOWEST_DB), _HIGHEST_DB - _LEAST_RANGE_DB)
        ceiling = min(max(self.ceiling_db + ceiling_db, floor + _LEAST_RANGE_DB), _HIGHEST_DB)
        return replace(self, floor_db=floor, ceiling_db=ceiling)
