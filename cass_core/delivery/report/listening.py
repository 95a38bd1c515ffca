"""Measures all tracks of a delivery while they are read back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cass_core.clips import FloatArray, SampleSpan
from cass_core.delivery.encodings import Encoding
from cass_core.delivery.loudness.track_meter import TrackLoudness, TrackMeter
from cass_core.delivery.report.faults import FaultFinder


@dataclass(frozen=True)
class TrackFindings:
    """What was found in one track.

    Attributes:
        code: such as "DX".
        loudness: what was measured.
        faults: what an engineer would listen for.
    """

    code: str
    loudness: TrackLoudness
    faults: FaultFinder


class DeliveryListener:
    """A `Listener` that measures every track."""

    def __init__(
        self,
        rate_hz: int,
        layout: str,
        encodings: Mapping[str, Encoding],
        pops: Sequence[SampleSpan] = (),
    ) -> None:
        """Begin a delivery.

        Args:
            rate_hz: samples a second.
            layout: FFmpeg's name of the tracks' channel layout.
            encodings: by track.
            pops: of a leader, in samples from the files' start.
        """
        self._shape = (rate_hz, layout)
        self._encodings, self._pops = encodings, pops
        self._meters: dict[str, TrackMeter] = {}
        self._faults: dict[str, FaultFinder] = {}

    def hear(self, blocks: Mapping[str, FloatArray]) -> None:
        """The next samples of each track, (channel, sample)."""
        for track, block in blocks.items():
            if track not in self._meters:
                self._begin(track, len(block))
            self._meters[track].push(block)
            self._faults[track].hear(block)

    def findings(self) -> dict[str, TrackFindings]:
        """What was found, by track; nothing may be heard any more."""
        found = {}
        for track, meter in self._meters.items():
            self._faults[track].finish()
            found[track] = TrackFindings(track, meter.finish(), self._faults[track])
        return found

    def _begin(self, track: str, num_channels: int) -> None:
        encoding = self._encodings[track]
        highest = 1 - 2.0 ** (1 - encoding.bits) if encoding.is_integer else 1.0
        self._meters[track] = TrackMeter(*self._shape, num_channels)
        self._faults[track] = FaultFinder(self._shape[0], num_channels, highest, self._pops)
