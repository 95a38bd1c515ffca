"""What an export is asked for, told on its way, and gives back."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from fractions import Fraction
from pathlib import Path
from typing import Literal

from cass_core.clips import SampleSpan
from cass_core.delivery.encodings import Encoding, SoundShape
from cass_core.delivery.naming import DEFAULT_TEMPLATE, NameFields, file_name, file_names
from cass_core.delivery.report.delivery_report import DeliveryReport
from cass_core.delivery.sessions.session_names import session_names
from cass_core.delivery.sets.delivered_picture import DeliveredPicture
from cass_core.delivery.sets.delivered_set import DeliveredSet
from cass_core.delivery.sets.file_notes import SetNotes
from cass_core.delivery.sets.track_files import FileForm, TrackFile, track_files
from cass_core.media.remux.movie_formats import MovieFormat
from cass_core.media.sound.broadcast.cue_chunks import Cue
from cass_core.media.sound.broadcast.source_notes import SourceNotes
from cass_core.programme.clock import ProgrammeClock
from cass_core.programme.markers.marker import Marker
from cass_core.programme.timecode_choice import TimecodeChoice
from cass_core.request.identity import StemSetIdentity
from cass_core.stem_names import MIXTURE_CODE, REMIX_CODE
from cass_core.stems.rebalance import Rebalance

Overs = Literal["float", "lower"]
FullScale = Literal["float", "lower", "clip"]
REPORT_KEYS = {"REPORT.html": ".html", "REPORT.json": ".json"}
"""The report's files among those of an export, and their endings."""
Stage = Literal["reviewing", "measuring", "writing", "checking"]


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
        reel: number of the reel, for file names; empty for the whole.
        num_reels: how many there are; of several, each file says which one it is of.
        form: what file names say of the channels, such as "LoRo"; empty for the layout.
        media: the file that the programme comes from; None where nobody knows.
        source: its notes, which the files carry on.
        picture: the movie beside the sound, for sessions; None where there is none.
        cues: markers on the programme's sample axis.
        flags: places that a review has found, as markers; for sessions alone, never in the files.
        made_from: the separations that the stems come from.
        speed_words: sentences of sound that was pulled up or down; empty where it was not.
    """

    num_samples: int
    rate_hz: int
    layout: str
    num_channels: int
    start: ProgrammeClock
    project: str = ""
    movie: str = ""
    version: str = ""
    reel: str = ""
    num_reels: int = 1
    form: str = ""
    media: Path | None = None
    source: SourceNotes = field(default_factory=SourceNotes)
    picture: DeliveredPicture | None = None
    cues: tuple[Marker, ...] = ()
    flags: tuple[Marker, ...] = ()
    made_from: tuple[StemSetIdentity, ...] = ()
    speed_words: tuple[str, ...] = ()

    @property
    def duration_s(self) -> Fraction:
        """Length in seconds."""
        return Fraction(self.num_samples, self.rate_hz)

    def counted(self, timecode: TimecodeChoice) -> "ProgrammeFacts":
        """The programme with another timecode; `SettingsError` where there is no such."""
        return replace(self, start=timecode.counted(self.start, self.duration_s))

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
            layout=self.form or self.layout.split("(")[0].replace(".", "").replace(" ", ""),
            fps=f"{float(self.start.timecode_rate.fps):.5g}".replace(".", ""),
            reel=self.reel,
        )

    def notes(self, span: SampleSpan, made: datetime, num_files: int) -> SetNotes:
        """What the files of a span say of themselves."""
        inside = (
            cue
            for cue in sorted(self.cues, key=lambda c: c.sample)
            if span.start <= cue.sample < span.stop
        )
        return SetNotes(
            name=self.movie,
            project=self.project,
            made=made,
            timecode_rate=self.start.timecode_rate,
            time_reference=self.start.reference_at(span.start),
            num_files=num_files,
            part=" ".join(filter(None, (self.reel if self.num_reels > 1 else "", self.form))),
            source=self.source,
            speed_words=" ".join(self.speed_words),
            cues=tuple(Cue(cue.sample - span.start, cue.name) for cue in inside),
        )


@dataclass(frozen=True)
class ExportRequest:
    """Sound files of a span.

    Attributes:
        tracks: some of `DELIVERED_CODES`.
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
        form: one file a track or one a channel, in which order.
        full_scale: what happens where stems or mixture pass full scale in integers: all are
            written as "float", turned "lower" by one gain, or the mixture ends at full scale
            ("clip") and the stems sum to that.
        archival: names keep to letters without accents, digits, dots, underscores and dashes.
        target: key of the loudness target; the files are measured while they are read back and a
            report is written beside them. Empty for neither.
        sessions: keys of `SESSION_FORMATS` that are written beside the files.
        pops: where every file has a frame of 1 kHz, on the programme's sample axis.
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
    form: FileForm = FileForm()
    full_scale: FullScale = "float"
    archival: bool = False
    target: str = ""
    sessions: tuple[str, ...] = ()
    pops: tuple[SampleSpan, ...] = ()

    @property
    def needs_stems(self) -> bool:
        """Whether a separation is needed at all."""
        return any(track != MIXTURE_CODE for track in self.tracks)

    def files(self, layout: str) -> tuple[TrackFile, ...]:
        """All files, track by track, of a programme's channel layout."""
        return tuple(f for track in self.tracks for f in track_files(track, layout, self.form))

    def session_names(self, facts: ProgrammeFacts, made: datetime) -> dict[str, str]:
        """Names of the session files, by their keys."""
        fields = facts.fields(self.span, self.encoding, made)
        return session_names(self.sessions, self.template, replace(fields, archival=self.archival))

    def names(
        self, facts: ProgrammeFacts, encodings: dict[str, Encoding], made: datetime
    ) -> dict[str, str]:
        """The files' names.

        Args:
            facts: the programme.
            encodings: how each track is stored.
            made: the moment of the export.

        Returns:
            A name for each file, by its key: the track, or track and loudspeaker.
        """
        fields = {t: facts.fields(self.span, encodings[t], made) for t in self.tracks}
        fields = {t: replace(own, archival=self.archival) for t, own in fields.items()}
        suffixes = {track: encodings[track].suffix for track in self.tracks}
        names = file_names(self.template, self.tracks, fields, suffixes)
        found = {
            file.key: file.named(names[file.track], suffixes[file.track])
            for file in self.files(facts.layout)
        }
        own = replace(facts.fields(self.span, self.encoding, made), archival=self.archival)
        kinds = REPORT_KEYS.items() if self.target else ()
        return found | {
            key: file_name(self.template, "REPORT", own, suffix) for key, suffix in kinds
        }


@dataclass(frozen=True)
class MovieExport:
    """The picture with the remix, or with any set of tracks, as its sound.

    Attributes:
        movie: the file whose picture is kept.
        audio_stream: number of the sound track that is replaced.
        channels: numbers of that track's channels that the stems are of; empty for all.
        target: the new file.
        chosen: its container and how the sound is stored in it.
        overwrite: replace a file of that name.
        rebalance: how the stems are heard.
        overs: what happens to a remix that passes full scale; see `ExportRequest`.
        tracks: some of `DELIVERED_CODES`, a sound track of the movie each; several have names.
        apply_gains: write stems as they are heard; they do not sum to the mixture then.
        mono: a sound track of the movie for each channel, in the order of WAV files.
    """

    movie: Path
    audio_stream: int
    target: Path
    chosen: MovieFormat
    overwrite: bool = False
    rebalance: Rebalance = field(default_factory=Rebalance)
    overs: Overs = "float"
    channels: tuple[int, ...] = ()
    tracks: tuple[str, ...] = (REMIX_CODE,)
    apply_gains: bool = False
    mono: bool = False


@dataclass(frozen=True)
class ExportResult:
    """What was written.

    Attributes:
        paths: the files by track, or by track and loudspeaker; a movie's track is "MOVIE".
        encodings: how they are stored, as an editor reads it, by track.
        null_exact: the re-read integer tracks sum to the re-read mixture; None where no sum was
            written or they are float.
        null_depth_db: how well float stems sum to the mixture in dBFS; None as above.
        remix_peak_db: peak of the remix in dBFS; None where it was not measured.
        notices: what the editor must know, a sentence each.
        delivered: the sound files as a set; None for a movie.
        report: what was measured; None where nothing was.
        sessions: sessions of editing programs beside them, by the keys of their kinds.
    """

    paths: dict[str, Path]
    encodings: dict[str, str]
    null_exact: bool | None = None
    null_depth_db: float | None = None
    remix_peak_db: float | None = None
    notices: tuple[str, ...] = ()
    delivered: DeliveredSet | None = None
    report: DeliveryReport | None = None
    sessions: dict[str, Path] = field(default_factory=dict)

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
