"""Everything that a project file holds, as frozen values."""

from dataclasses import dataclass, field
from pathlib import Path

from app.project.review.reviews import Review
from app.project.versions import Take, Version
from cass_core.clips import SampleSpan
from cass_core.programme.markers.marker import Marker
from cass_core.repair.edits import EditList
from cass_core.repair.region import Region
from cass_core.repair.sensitivity.sensitivity import Sensitivity
from cass_core.stems.rebalance import Rebalance


@dataclass(frozen=True)
class MediaReference:
    """The movie that a project belongs to.

    Attributes:
        path: where it is, absolute.
        media_hash: hash of its content; it knows a movie that was moved or renamed.
        audio_stream: number of the sound track.
        channels: numbers of the track's channels that are worked on, from 0; empty for all.
    """

    path: Path
    media_hash: str
    audio_stream: int = 0
    channels: tuple[int, ...] = ()


@dataclass(frozen=True)
class ViewBlock:
    """What was seen of the project.

    Attributes:
        visible: the part that the lanes showed; None for all.
        selection: what was selected, or None.
        band_hz: lowest and highest frequency of the selection; None for all.
        shape: what of them is selected; None for all of them.
        scale: frequency axis, "mel", "log" or "linear".
        floor_db: level that is drawn darkest.
        ceiling_db: level that is drawn brightest.
        colours: name of the colour map.
        waveform: the waveform is drawn too.
        owners: the mixture has the colours of its stems.
        seen: bottom and top of what was seen of the frequency axis, 0 to 1.
        time_format: "timecode", "samples" or "minutes".
        follow: the view follows the playhead.
        playhead: where playback would begin.
    """

    visible: SampleSpan | None = None
    selection: SampleSpan | None = None
    band_hz: tuple[float, float] | None = None
    shape: Region | None = None
    scale: str = "mel"
    floor_db: float = -80.0
    ceiling_db: float = -15.0
    colours: str = "inferno"
    waveform: bool = True
    owners: bool = False
    seen: tuple[float, float] = (0.0, 1.0)
    time_format: str = "timecode"
    follow: bool = True
    playhead: int = 0


@dataclass(frozen=True)
class ProjectDocument:
    """A project, ready to be written or to be shown.

    Attributes:
        media: the movie.
        folder: where takes are kept, absolute.
        rebalance: how the stems are heard.
        sensitivity: how strictly each stem keeps to its own.
        edits: what was moved between the stems.
        review: what was found in them, and decided about it.
        markers: in rising order.
        loop: range between in and out point, or None.
        looping: playback stays within the loop.
        takes: oldest first; their folders are absolute.
        versions: oldest first.
        current: name of the version that is heard; empty for none.
        trial: name of the undecided version; empty for none.
        view: what was seen.
        path: the project's own file; None while it was never saved.
        recovered: read from an autosave, so it holds more than the project's own file.
    """

    media: MediaReference
    folder: Path
    rebalance: Rebalance = field(default_factory=Rebalance)
    sensitivity: Sensitivity = Sensitivity()
    edits: EditList = EditList()
    review: Review = Review()
    markers: tuple[Marker, ...] = ()
    loop: SampleSpan | None = None
    looping: bool = False
    takes: tuple[Take, ...] = ()
    versions: tuple[Version, ...] = ()
    current: str = ""
    trial: str = ""
    view: ViewBlock = ViewBlock()
    path: Path | None = None
    recovered: bool = False

    @property
    def name(self) -> str:
        """What people call it: the project's file, else the movie's, without suffix."""
        return (self.path or self.media.path).stem
