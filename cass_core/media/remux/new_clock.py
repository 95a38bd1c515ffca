"""The clock of a new movie, which starts with its first picture or sound."""

from fractions import Fraction
from itertools import islice
from pathlib import Path
from typing import Any

from av.packet import Packet

from cass_core.media.files.container import open_media, picture_streams
from cass_core.media.picture.picture_clock import PictureClock

_NUM_FIRST = 64  # packets among which the first picture is, whatever their order
_USUAL_S = Fraction(1, 25)


class NewClock:
    """Moves packets from a movie's clock to one that starts at 0.

    Where the clock of a broadcast stream starts anew, the packets go on without a gap, as its
    sound is decoded and its pictures are shown.

    Args:
        zero_s: time on the movie's clock that becomes 0.
        broadcast: whether the movie's container is one whose clock may jump.
    """

    def __init__(self, zero_s: Fraction, broadcast: bool) -> None:
        self._zero_s = zero_s
        self._broadcast = broadcast
        self._restarts: dict[int, PictureClock] = {}

    def move(self, packet: "Packet[Any]") -> None:
        """Give a packet its times on the new clock."""
        base = packet.time_base
        if not base:
            return
        shift = round((self._restart_s(packet, base) - self._zero_s) / base)
        if packet.pts is not None:
            packet.pts += shift
        if packet.dts is not None:
            packet.dts += shift

    def moved_chapters(self, chapters: list[Any]) -> list[Any]:
        """Chapters on the new clock; one that began before it begins with it."""
        moved = []
        for chapter in chapters:
            shift = round(self._zero_s / chapter["time_base"])
            start, end = (max(chapter[edge] - shift, 0) for edge in ("start", "end"))
            moved.append({**chapter, "start": start, "end": end})
        return moved

    def _restart_s(self, packet: "Packet[Any]", base: Fraction) -> Fraction:
        """What the restarts of the stream's clock so far have cost."""
        if not self._broadcast:
            return Fraction(0)
        number = packet.stream_index
        if number not in self._restarts:
            usual_s = packet.duration * base if packet.duration else _USUAL_S
            self._restarts[number] = PictureClock(usual_s, broadcast=True, shift_s=Fraction(0))
        if packet.dts is not None:  # decoding times always rise
            self._restarts[number].place(packet.dts * base)
        return self._restarts[number].shift_s


def first_picture_s(path: Path) -> Fraction:
    """Media time of a movie's first picture that is shown; 0 where none has a time."""
    with open_media(path) as container:
        streams = picture_streams(container)[:1]
        packets = (p for p in container.demux(streams) if p.size) if streams else iter(())
        shown = [packet for packet in islice(packets, _NUM_FIRST) if not packet.is_discard]
        times = [p.pts * p.time_base for p in shown if p.pts is not None and p.time_base]
    return min(times, default=Fraction(0))
