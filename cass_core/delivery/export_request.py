"""What an export is asked for, told on its way, and gives back."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from cass_core.clips import SampleSpan
from cass_core.delivery.encodings import Encoding, SoundShape
from cass_core.delivery.naming import DEFAULT_TEMPLATE, NameFields, file_names
from cass_core.media.remux.movie_formats import MovieFormat
from cass_core.programme.clock import ProgrammeClock
from cass_core.stem_names import MIXTURE_CODE
from cass_core.stems.rebalance import Rebalance

Overs = Literal["float", "lower"]
Stage = Literal["measuring", "writing", "checking"]


@dataclass(frozen=True)
class ProgrammeFacts:
    """The programme that is exported.

    Attributes:
        num_samples: length.
        rate_hz: samples a second.
        layout: FFmpeg's name of the channel layout.
        num_channels: channels of the layout.
        start: its place on the day's clock.
        project: name of the project, for file names.
        movie: the movie's name without its ending, for file names.
        version: name of the version, for file names.
    """

    num_samples: int
    rate_hz: int
    layout: str
    num_channels: int
    start: ProgrammeClock
    project: str = ""
    movie: str = ""
    version: str = ""

    def shape(self, span: SampleSpan) -> SoundShape:
        """What the files of a span have in common."""
        return SoundShape(
            self.rate_hz,
            self.layout,
            self.num_channels,
            span.num_samples,
            self.start.reference_at(span.start),
        )

    def fields(self, span: SampleSpan, encoding: Encoding, made: datetime) -> NameFields:
        """What stands for the fields of a file name."""
        return NameFields(
            project=self.project,
            movie=self.movie,
            version=self.version,
            date=made.date().isoformat(),
            start=self.start.timecode_at(span.start),
            rate=str(self.rate_hz),
            bits=encoding.bits_word,
        )


@dataclass(frozen=True)
class ExportRequest:
    """Sound files of a span.

    Attributes:
        tracks: some of `TRACK_CODES`.
        span: on the programme's sample axis.
        encoding: how the files are stored.
        directory: where they go; made when it is missing.
        template: what they are called; see `naming`.
        overwrite: replace files of the same names.
        rebalance: how the stems are heard.
        apply_gains: write stems as they are heard; they do not sum to the mixture then.
        overs: what happens to a remix that passes full scale in integers: it is written as
            "float", or turned "lower" as a whole.
        dither: dither a remix of 16 bits. Stems never are, or they would not sum exactly.
    """

    tracks: tuple[str, ...]
    span: SampleSpan
    encoding: Encoding
    directory: Path
    template: str = DEFAULT_TEMPLATE
    overwrite: bool = False
    rebalance: Rebalance = field(default_factory=Rebalance)
    apply_gains: bool = False
    overs: Overs = "float"
    dither: bool = False

    @property
    def needs_stems(self) -> bool:
        """Whether a separation is needed at all."""
        return any(track != MIXTURE_CODE for track in self.tracks)

    def names(
        self, facts: ProgrammeFacts, encodings: dict[str, Encoding], made: datetime
    ) -> dict[str, str]:
        """The files' names, by track.

        Args:
            facts: the programme.
            encodings: how each track is stored.
            made: the moment of the export.

        Returns:
            A name for each track.
        """
        fields = {t: facts.fields(self.span, encodings[t], made) for t in self.tracks}
        suffixes = {track: encodings[track].suffix for track in self.tracks}
        return file_names(self.template, self.tracks, fields, suffixes)


@dataclass(frozen=True)
class MovieExport:
    """The picture with the remix as its sound.

    Attributes:
        movie: the file whose picture is kept.
        audio_stream: number of the sound track that is replaced.
        channels: numbers of that track's channels that the stems are of; empty for all.
        target: the new file.
        chosen: its container and how the sound is stored in it.
        overwrite: replace a file of that name.
        rebalance: how the stems are heard.
        overs: what happens to a remix that passes full scale; see `ExportRequest`.
    """

    movie: Path
    audio_stream: int
    target: Path
    chosen: MovieFormat
    overwrite: bool = False
    rebalance: Rebalance = field(default_factory=Rebalance)
    overs: Overs = "float"
    channels: tuple[int, ...] = ()


@dataclass(frozen=True)
class ExportResult:
    """What was written.

    Attributes:
        paths: the files, by track; a movie's track is "MOVIE".
        encodings: how they are stored, as an editor reads it, by track.
        null_exact: the re-read integer stems sum to the re-read mixture; None where not all four
            were written or they are float.
        null_depth_db: how well float stems sum to the mixture in dBFS; None as above.
        remix_peak_db: peak of the remix in dBFS; None where it was not measured.
        notices: what the editor must know, a sentence each.
    """

    paths: dict[str, Path]
    encodings: dict[str, str]
    null_exact: bool | None = None
    null_depth_db: float | None = None
    remix_peak_db: float | None = None
    notices: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        """Where the files are."""
        return next(iter(self.paths.values())).parent


@dataclass(frozen=True)
class ExportProgress:
    """How far an export is.

    Attributes:
        share: of the whole, 0 to 1.
        stage: what is being done.
        result: what was written, with the last progress only.
    """

    share: float
    stage: Stage
    result: ExportResult | None = None
