"""Movie files that can be written: the container, and how the sound is stored in it."""

from dataclasses import dataclass, replace

from cass_core.media.files.media_info import MediaInfo
from cass_core.media.files.recording_list import first_chapter


@dataclass(frozen=True)
class MovieFormat:
    """A container with a codec for its sound.

    Attributes:
        key: short name, for settings.
        suffix: ending of the file, with its dot.
        container: FFmpeg's name of the muxer.
        codec: FFmpeg's name of the sound's encoder.
        bits: of an integer sample; 0 where the encoder takes float.
        is_lossless: whether the sound decodes to what went in.
        label: the format as an editor reads it.
    """

    key: str
    suffix: str
    container: str
    codec: str
    bits: int
    is_lossless: bool
    label: str

    @property
    def name(self) -> str:
        """The container as an editor reads it."""
        return self.suffix[1:].upper()

    def as_float(self) -> "MovieFormat | None":
        """The same container with sound of any level; None where it has none."""
        if self.bits == 0:
            return self
        if self.container in ("mp4", "mxf"):
            return None
        label = self.label.split(",")[0] + ", 32-bit float"
        return replace(self, codec="pcm_f32le", bits=0, label=label)


MOV = MovieFormat("mov", ".mov", "mov", "pcm_s24le", 24, True, "MOV, 24-bit PCM")
MKV = MovieFormat("mkv", ".mkv", "matroska", "flac", 24, True, "MKV, 24-bit FLAC")
MP4 = MovieFormat("mp4", ".mp4", "mp4", "aac", 0, False, "MP4, AAC")
MP4_ALAC = MovieFormat("mp4-alac", ".mp4", "mp4", "alac", 24, True, "MP4, 24-bit Apple Lossless")
MXF = MovieFormat("mxf", ".mxf", "mxf", "pcm_s24le", 24, True, "MXF, 24-bit PCM")
MOVIE_FORMATS = (MOV, MKV, MP4, MP4_ALAC, MXF)


def movie_format(key: str) -> MovieFormat:
    """A format by its key; MOV where there is no such key."""
    return next((one for one in MOVIE_FORMATS if one.key == key), MOV)


def fitting_formats(info: MediaInfo) -> tuple[MovieFormat, ...]:
    """All formats, the one nearest to a movie's own first."""
    suffix = first_chapter(info.path).suffix.lower()
    if "matroska" in info.container:
        first: tuple[MovieFormat, ...] = (MKV,)
    elif "mp4" in info.container and suffix in (".mp4", ".m4v"):
        first = (MP4, MP4_ALAC)
    elif "mxf" in info.container:
        first = (MXF, MOV)
    else:
        first = (MOV,)
    return (*first, *(one for one in MOVIE_FORMATS if one not in first))


def change_of_container(info: MediaInfo, chosen: MovieFormat) -> str:
    """The sentence for a movie that comes back in another container; empty where it does not."""
    own = "mp4" in info.container or "matroska" in info.container
    if own or chosen.container in info.container:
        return ""
    name = first_chapter(info.path).suffix.lstrip(".").upper() or info.container
    new = chosen.suffix.lstrip(".").upper()
    if "mxf" in info.container:
        return f"The picture goes unchanged from {name} into {new}."
    return f"{name} files cannot be written here; the picture goes unchanged into {new}."
