"""The demo scene several times in a row: long enough that a run can be seen half way."""

from fractions import Fraction
from pathlib import Path

import av
from av.packet import Packet


def write_repeated(movie: Path, path: Path, times: int) -> None:
    """Copy a movie's streams one after the other; nothing is coded anew.

    Args:
        movie: one of a whole number of frames.
        path: the longer one.
        times: how often it is repeated.
    """
    with av.open(str(movie)) as source, av.open(str(path), "w", format="mov") as container:
        kept = {
            stream.index: container.add_stream_from_template(stream)
            for stream in (*source.streams.video, *source.streams.audio)
        }
        timecode = source.streams.video[0].metadata.get("timecode", "")
        container.streams.video[0].metadata["timecode"] = timecode
        length_s = Fraction(source.duration, av.time_base)
        for number in range(times):
            source.seek(0)
            for packet in source.demux(*source.streams.video, *source.streams.audio):
                if packet.size > 0:
                    _move(packet, number * length_s)
                    packet.stream = kept[packet.stream.index]
                    container.mux(packet)


def _move(packet: Packet, by_s: Fraction) -> None:
    """Let a packet be shown later."""
    offset = round(by_s / packet.time_base)
    for name in ("pts", "dts"):
        value = getattr(packet, name)
        if value is not None:
            setattr(packet, name, value + offset)
