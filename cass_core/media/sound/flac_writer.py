"""Write FLAC files of 16 or 24 bits, block by block, with their speakers named."""

from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import av
import numpy as np
from av.audio.stream import AudioStream
from av.error import FFmpegError

from cass_core.clips import FloatArray
from cass_core.closable import Finished
from cass_core.errors import OutputError
from cass_core.media.files.muxed_file import MuxedFile
from cass_core.media.sound.wave_header import channel_mask
from cass_core.media.sound.wave_writer import IntArray, cannot_write

MOST_CHANNELS = 8
HIGHEST_RATE_HZ = 655_350
# the mask that a reader takes for granted where a file names none, by the number of channels
_USUAL_MASKS = {1: 0x4, 2: 0x3, 3: 0x7, 4: 0x33, 5: 0x37, 6: 0x3F, 7: 0x70F, 8: 0x63F}
_FRAME_SAMPLES = 4096


class FlacWriter(Finished):
    """A FLAC file, written from its start to its end; use it as a context."""

    def __init__(
        self,
        path: Path,
        bits: int,
        *,
        rate_hz: int,
        layout: str,
        num_channels: int,
        tags: dict[str, str] | None = None,
    ) -> None:
        """Make the file.

        Args:
            path: the file; replaced if it exists.
            bits: 16 or 24.
            rate_hz: samples a second.
            layout: FFmpeg's name of the channel layout.
            num_channels: channels of the layout.
            tags: comments to stand in the file.
        """
        if num_channels > MOST_CHANNELS or rate_hz > HIGHEST_RATE_HZ:
            raise OutputError(
                f"A FLAC file cannot hold {num_channels} channels at {rate_hz} Hz; choose WAV."
            )
        self.path = path
        self._bits, self._position = bits, 0
        self._rate_hz = rate_hz
        try:
            self._file = MuxedFile(path)
        except OSError as error:
            raise cannot_write(path, error) from error
        self._container = av.open(cast(Any, self._file), "w", format="flac")
        try:
            self._stream = self._added_stream(layout, num_channels, tags or {})
        except (FFmpegError, ValueError):
            self.abandon()
            raise

    def write(self, block: IntArray | FloatArray) -> None:
        """Append a block of whole steps, (channel, sample)."""
        steps = np.asarray(block, dtype=np.int64)
        # the encoder reads 24-bit samples from the upper bits of 32
        kind, shift = ("s16", 0) if self._bits == 16 else ("s32", 8)
        for start in range(0, steps.shape[1], _FRAME_SAMPLES):
            part = steps[:, start : start + _FRAME_SAMPLES] << shift
            packed = np.ascontiguousarray(part.T).reshape(1, -1)
            packed = packed.astype(np.int16 if self._bits == 16 else np.int32)
            frame = av.AudioFrame.from_ndarray(packed, kind, self._stream.layout.name)
            frame.sample_rate = self._rate_hz
            frame.time_base = Fraction(1, self._rate_hz)
            frame.pts = self._position
            self._position += part.shape[1]
            self._encode(frame)

    def close(self) -> None:
        """Finish the file."""
        try:
            self._encode(None)
            self._container.close()
            self._file.sync()
        except (OSError, FFmpegError) as error:
            raise cannot_write(self.path, self._file.error or error) from error
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Let go of everything; closing what is closed does nothing."""
        for closed in (self._container.close, self._file.close):
            with suppress(OSError, FFmpegError, ValueError):
                closed()

    def _added_stream(self, layout: str, num_channels: int, tags: dict[str, str]) -> AudioStream:
        """The file's only stream, with all that has to stand before the first sample."""
        self._container.metadata.update(tags | _mask_tag(layout, num_channels))
        stream: Any = self._container.add_stream("flac", rate=self._rate_hz)
        stream.format = "s16" if self._bits == 16 else "s32"
        # FLAC knows channels without places by their number alone
        stream.layout = layout if channel_mask(layout) else f"{num_channels}c"
        stream.time_base = Fraction(1, self._rate_hz)
        return cast(AudioStream, stream)

    def _encode(self, frame: "av.AudioFrame | None") -> None:
        try:
            for packet in self._stream.encode(frame):
                self._container.mux(packet)
            self._file.check()
        except (OSError, FFmpegError) as error:
            raise cannot_write(self.path, self._file.error or error) from error


def _mask_tag(layout: str, num_channels: int) -> dict[str, str]:
    """The comment that names speakers which a reader would not guess; 0 says that there are none.

    One and two channels without a mask are mono and stereo.
    """
    mask = channel_mask(layout)
    if mask == _USUAL_MASKS.get(num_channels) or (not mask and num_channels <= 2):
        return {}
    return {"WAVEFORMATEXTENSIBLE_CHANNEL_MASK": f"0x{mask:x}"}
