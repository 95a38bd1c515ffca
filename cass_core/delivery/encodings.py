"""How delivered sound is stored: WAV or FLAC, 16 or 24 bits or 32-bit float."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from cass_core.delivery.naming import FILE_TYPES
from cass_core.delivery.sets.file_notes import FileNotes
from cass_core.errors import SettingsError
from cass_core.media.sound.flac_writer import HIGHEST_RATE_HZ, MOST_CHANNELS, FlacWriter
from cass_core.media.sound.wave_header import WaveEncoding
from cass_core.media.sound.wave_writer import WaveWriter


@dataclass(frozen=True)
class SoundShape:
    """What all tracks of one delivery have in common.

    Attributes:
        rate_hz: samples a second.
        layout: FFmpeg's name of the channel layout.
        num_channels: channels of the layout.
        num_samples: samples of each channel.
        time_reference: samples since midnight of the first sample.
    """

    rate_hz: int
    layout: str
    num_channels: int
    num_samples: int
    time_reference: int = 0


@dataclass(frozen=True)
class Encoding:
    """A file type and a sample format.

    Attributes:
        file_type: one of `FILE_TYPES`.
        bits: 16, 24, or 32 for float; FLAC holds no float.
    """

    file_type: str = "wav"
    bits: int = 24

    def __post_init__(self) -> None:
        if self.file_type not in FILE_TYPES:
            known = _words([file_type.upper() for file_type in FILE_TYPES])
            raise SettingsError(f"'{self.file_type}' is no file type for sound; choose {known}.")
        if self.bits not in bits_of(self.file_type):
            raise SettingsError(
                f"{self.file_type.upper()} files hold {_words(bits_of(self.file_type))} bits, "
                f"not {self.bits}; choose one of them."
            )

    @property
    def samples(self) -> WaveEncoding:
        """How one sample is stored."""
        return _TYPES[self.file_type].samples[self.bits]

    @property
    def is_integer(self) -> bool:
        """Whether samples end at full scale."""
        return self.samples.is_integer

    @property
    def is_compressed(self) -> bool:
        """Whether a file's size is known only once it is written."""
        return _TYPES[self.file_type].is_compressed

    @property
    def suffix(self) -> str:
        """The files' ending, with its dot."""
        return "." + self.file_type

    @property
    def bits_word(self) -> str:
        """The sample format as file names spell it: "16", "24" or "32f"."""
        return str(self.bits) if self.is_integer else f"{self.bits}f"

    @property
    def label(self) -> str:
        """The format as an editor reads it."""
        return f"{self.file_type.upper()}, {self.samples.value.replace(' PCM', '')}"

    def as_float(self) -> "Encoding":
        """The format that holds any level."""
        return replace(self, file_type="wav", bits=32)

    def num_bytes(self, shape: SoundShape) -> int:
        """Size of one track without compression; FLAC files stay under it."""
        return shape.num_samples * shape.num_channels * self.samples.num_bytes


def bits_of(file_type: str) -> tuple[int, ...]:
    """The sample formats that a file type can hold; 32 is float."""
    return tuple(_TYPES[file_type].samples)


def refusal(encoding: Encoding, shape: SoundShape) -> str:
    """Why a format cannot hold a programme, as one sentence; empty where it can."""
    own, name = _TYPES[encoding.file_type], encoding.file_type.upper()
    if own.most_channels is not None and shape.num_channels > own.most_channels:
        return (
            f"{name} holds at most {own.most_channels} channels and the programme has "
            f"{shape.num_channels}; choose WAV."
        )
    if own.highest_rate_hz is not None and shape.rate_hz > own.highest_rate_hz:
        return f"{name} does not go up to {shape.rate_hz} Hz; choose WAV."
    return ""


def create_track_file(
    path: Path, encoding: Encoding, shape: SoundShape, notes: FileNotes
) -> "WaveWriter | FlacWriter":
    """Start one file of a track.

    A WAV is a Broadcast WAV: its `bext` and `iXML` chunks say where on the day's clock it starts. A
    FLAC says it in the comment TIME_REFERENCE.

    Args:
        path: the file; replaced if it exists.
        encoding: how it is stored.
        shape: rate, channels and length of this file.
        notes: what the file says of itself.

    Returns:
        The open writer.
    """
    return _TYPES[encoding.file_type].create(path, encoding, shape, notes)


def _create_flac(path: Path, encoding: Encoding, shape: SoundShape, notes: FileNotes) -> FlacWriter:
    return FlacWriter(
        path,
        encoding.bits,
        rate_hz=shape.rate_hz,
        layout=shape.layout,
        num_channels=shape.num_channels,
        tags=notes.tags(),
    )


def _create_wave(path: Path, encoding: Encoding, shape: SoundShape, notes: FileNotes) -> WaveWriter:
    return WaveWriter(
        path,
        encoding.samples,
        rate_hz=shape.rate_hz,
        layout=shape.layout,
        num_channels=shape.num_channels,
        num_samples=shape.num_samples,
        further=notes.chunks(shape.rate_hz, encoding.bits, encoding.is_integer),
    )


@dataclass(frozen=True)
class _FileType:
    """What a file type can hold, and who writes it.

    Attributes:
        samples: its sample formats by their bits; 32 is float.
        create: starts the file of a track.
        is_compressed: its size is known only once it is written.
        most_channels: None for any number.
        highest_rate_hz: None for any rate.
    """

    samples: dict[int, WaveEncoding]
    create: Callable[[Path, Encoding, SoundShape, FileNotes], WaveWriter | FlacWriter]
    is_compressed: bool = False
    most_channels: int | None = None
    highest_rate_hz: int | None = None


_INTEGERS = {16: WaveEncoding.PCM_16, 24: WaveEncoding.PCM_24}
_TYPES = {
    "wav": _FileType(_INTEGERS | {32: WaveEncoding.FLOAT_32}, _create_wave),
    "flac": _FileType(
        _INTEGERS,
        _create_flac,
        is_compressed=True,
        most_channels=MOST_CHANNELS,
        highest_rate_hz=HIGHEST_RATE_HZ,
    ),
}


def _words(names: Iterable[object]) -> str:
    return " or ".join(map(str, names))
