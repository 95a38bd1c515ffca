"""Stems of one programme on disk: a manifest beside four float wave files."""

from pathlib import Path

from cass_core.clips import FloatArray, SampleSpan
from cass_core.closable import Closable
from cass_core.errors import CassError, StemSetError
from cass_core.media.files.file_lock import FileLock
from cass_core.media.sound.float_wave import FloatWaveReader
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.manifest import Manifest
from cass_core.stems.manifest_file import load_manifest

MIXTURE_NAME = "mixture.wav"


def mixture_path(folder: Path) -> Path:
    """The mixture's file within a folder of stems."""
    return folder / MIXTURE_NAME


def stem_path(folder: Path, stem: Stem) -> Path:
    """A stem's file within a folder of stems."""
    return folder / f"{stem.value}.wav"


def stems_lock(folder: Path) -> FileLock:
    """What whoever writes a folder of stems, or deletes it, must hold."""
    return FileLock(folder / ".lock")


class TrackSource:
    """One track of a set as an `AudioSource`; its sample 0 is the first of the separated span."""

    def __init__(self, reader: FloatWaveReader, layout: str) -> None:
        self._reader = reader
        self._layout = layout

    @property
    def rate_hz(self) -> int:
        """Samples a second."""
        return self._reader.rate_hz

    @property
    def layout(self) -> str:
        """FFmpeg's name of the channel layout."""
        return self._layout

    @property
    def num_channels(self) -> int:
        """Number of channels of the layout."""
        return self._reader.num_channels

    @property
    def num_samples(self) -> int:
        """Length of the separated span."""
        return self._reader.num_samples

    def read(self, span: SampleSpan) -> FloatArray:
        """Samples of the span as (channel, sample); zeros outside the track."""
        return self._reader.read(span)

    def close(self) -> None:
        """Close the file."""
        self._reader.close()


class StemSet(Closable):
    """The stems and the mixture of one programme, for reading.

    A running set may be opened too; what lies behind `manifest.position` reads as zeros.
    """

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        """Open the files; `StemSet.open` reads the manifest too.

        Args:
            folder: where the set stands.
            manifest: what the stems were made from and how far they are.
        """
        self.folder = folder
        self.manifest = manifest
        self._mixture = _opened(mixture_path(folder), manifest)
        self._stems = {stem: _opened(stem_path(folder, stem), manifest) for stem in STEMS}

    @classmethod
    def open(cls, folder: Path) -> "StemSet":
        """Read the manifest and check the files against it.

        Args:
            folder: the folder of stems.

        Returns:
            The set, open for reading.

        Raises:
            StemSetError: the manifest or a file is missing or damaged.
        """
        return cls(folder, load_manifest(folder))

    @property
    def span(self) -> SampleSpan:
        """The part of the programme that the files hold."""
        return self.manifest.identity.span

    @property
    def covered(self) -> tuple[SampleSpan, ...]:
        """What is on disk by now, on the programme's sample axis."""
        done = SampleSpan(self.span.start, self.manifest.position)
        return (done,) if done.num_samples else ()

    @property
    def null_depth_db(self) -> float:
        """Peak of mixture - (DX + FX + MX) in dBFS; -200 stands for an exact sum."""
        return self.manifest.null_depth_db

    @property
    def mixture_source(self) -> TrackSource:
        """The mixture as an `AudioSource`."""
        return self._mixture

    def source(self, stem: Stem) -> TrackSource:
        """A stem as an `AudioSource`."""
        return self._stems[stem]

    def read(self, stem: Stem, span: SampleSpan) -> FloatArray:
        """A stem's samples of a span of the programme; zeros outside the separated part.

        Args:
            stem: which stem.
            span: on the programme's sample axis.

        Returns:
            (channel, sample).
        """
        return self._stems[stem].read(self._within_file(span))

    def read_mixture(self, span: SampleSpan) -> FloatArray:
        """As `read`, of the mixture."""
        return self._mixture.read(self._within_file(span))

    def close(self) -> None:
        """Close the files."""
        for track in (self._mixture, *self._stems.values()):
            track.close()

    def _within_file(self, span: SampleSpan) -> SampleSpan:
        return SampleSpan(span.start - self.span.start, span.stop - self.span.start)


def _opened(path: Path, manifest: Manifest) -> TrackSource:
    """A track's file, once its shape is known to be the manifest's."""
    identity = manifest.identity
    try:
        reader = FloatWaveReader(path)
    except CassError as error:
        raise StemSetError(
            f"{path} is missing or damaged; separate the movie again without resuming."
        ) from error
    shape = (reader.rate_hz, reader.num_channels, reader.num_samples)
    expected = (identity.rate_hz, identity.num_channels, identity.span.num_samples)
    if shape != expected:
        raise StemSetError(
            f"{path} does not have the rate, channels or length that its manifest says; "
            "separate the movie again without resuming."
        )
    return TrackSource(reader, identity.layout)
