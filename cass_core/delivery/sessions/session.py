"""What a session of an editing program holds, whatever program it is for."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from cass_core.clips import SampleSpan
from cass_core.delivery.sessions.envelope import Envelope, envelope_of
from cass_core.delivery.sets.delivered_picture import DeliveredPicture
from cass_core.delivery.sets.delivered_set import DeliveredFile, DeliveredSet, DeliveredTrack
from cass_core.programme.markers.marker import Marker
from cass_core.stem_names import STEM_CODES, stem_of
from cass_core.stems.rebalance import Rebalance

TRACK_COLOURS = {"DX": "#f0a63c", "FX": "#5ab4ec", "MX": "#c77dff", "ME": "#8f9bef"}
OTHER_COLOUR = "#8a929c"
"""What tracks look like; the stems as in the program's own window."""

_LEFT = {"L", "Ls", "Lss", "Lsr", "Lrs", "Lb", "Lc", "Lw", "Ltf", "Ltr", "Lt", "Lo"}
_RIGHT = {name.replace("L", "R", 1) for name in _LEFT}


@dataclass(frozen=True)
class SessionTrack:
    """One track of the session, with one file.

    Attributes:
        name: such as "DX" or, of one channel, "DX Ls".
        code: of the delivered track.
        file: its sound.
        layout: FFmpeg's name of the whole track's layout.
        colour: "#rrggbb".
        envelope: its level over time.
        is_muted: so that the session sounds as it was heard.
        pan: -1 for left, 1 for right; of a channel alone.
    """

    name: str
    code: str
    file: DeliveredFile
    layout: str
    colour: str
    envelope: Envelope
    is_muted: bool
    pan: float


@dataclass(frozen=True)
class Session:
    """Files on tracks, all from the start.

    Attributes:
        delivered: the files.
        bits: of an integer sample; 32 where they are float.
        markers: on the programme's axis.
        rebalance: how the stems were heard; None where the files carry it, or nobody wants it.
        picture: the movie; None where there is none.
        staged: where a file stands now that gets its name later.
    """

    delivered: DeliveredSet
    bits: int = 24
    markers: tuple[Marker, ...] = ()
    rebalance: Rebalance | None = None
    picture: DeliveredPicture | None = None
    staged: dict[Path, Path] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What people call the programme."""
        return self.delivered.name

    @property
    def rate_hz(self) -> int:
        """Samples a second."""
        return self.delivered.rate_hz

    @property
    def num_samples(self) -> int:
        """Length of all files."""
        return self.delivered.num_samples

    @property
    def span(self) -> SampleSpan:
        """The part of the programme that the files hold."""
        start = self.delivered.start
        return SampleSpan(start, start + self.num_samples)

    @property
    def first_frame(self) -> int:
        """Frames since midnight of the one that the files start in."""
        clock = self.delivered.clock
        return clock.first_frame + clock.frame_at(self.delivered.start)

    @property
    def lead_samples(self) -> int:
        """Samples from the start of that frame to the start of the files; seldom not 0."""
        clock = self.delivered.clock
        return self.delivered.start - clock.frame_borders()(clock.frame_at(self.delivered.start))

    @property
    def num_frames(self) -> int:
        """Frames from the first to the last one that the files reach into."""
        clock = self.delivered.clock
        last = clock.frame_at(max(self.span.stop - 1, self.span.start))
        return last + 1 - clock.frame_at(self.span.start)

    @property
    def picture_sample(self) -> int:
        """Where the first picture stands, in samples from the start of the files."""
        return round(self.delivered.clock.origin_s * self.rate_hz) - self.delivered.start

    @property
    def shown_markers(self) -> tuple[Marker, ...]:
        """The markers inside of the files."""
        return tuple(one for one in self.markers if self.span.start <= one.sample < self.span.stop)

    def seconds(self, sample: int) -> float:
        """Seconds from the start of the files to a sample of the programme."""
        return (sample - self.span.start) / self.rate_hz

    def place(self, file: DeliveredFile) -> Path:
        """Where a file can be read now."""
        return self.staged.get(file.path, file.path)

    @cached_property
    def tracks(self) -> tuple[SessionTrack, ...]:
        """A track for each file."""
        tracks = self.delivered.tracks
        return tuple(self._track(track, file) for track in tracks for file in track.files)

    @property
    def channels(self) -> tuple[tuple[SessionTrack, int, str], ...]:
        """Every channel of every track: its number in the file, and what a mono track is called."""
        return tuple(
            (track, number, track.name if len(speakers) == 1 else f"{track.name} {speaker}")
            for track in self.tracks
            for speakers in (track.file.speakers,)
            for number, speaker in enumerate(speakers)
        )

    def _track(self, track: DeliveredTrack, file: DeliveredFile) -> SessionTrack:
        stem, is_alone = stem_of(track.code), len(track.files) == 1
        has_stems = any(one.code in STEM_CODES for one in self.delivered.tracks)
        is_muted = stem is None and has_stems
        envelope = Envelope()
        if stem and self.rebalance:
            is_muted = not self.rebalance.is_heard(stem)
            master_db = self.rebalance.master_db
            envelope = envelope_of(self.rebalance[stem], self.span, master_db)
        speaker = file.speakers[0] if file.num_channels == 1 else ""
        return SessionTrack(
            name=track.code if is_alone else f"{track.code} {' '.join(file.speakers)}",
            code=track.code,
            file=file,
            layout=track.layout,
            colour=TRACK_COLOURS.get(track.code, OTHER_COLOUR),
            envelope=envelope,
            is_muted=is_muted,
            pan=-1.0 if speaker in _LEFT else 1.0 if speaker in _RIGHT else 0.0,
        )
