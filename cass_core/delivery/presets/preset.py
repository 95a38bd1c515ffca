"""What a house wants, as a value: tracks, files, names, timecode, leader, reels, loudness."""

from collections.abc import Collection
from dataclasses import dataclass

from cass_core.delivery.encodings import Encoding
from cass_core.delivery.export_request import FullScale, Overs
from cass_core.delivery.loudness.targets import loudness_target
from cass_core.delivery.naming import DEFAULT_TEMPLATE, check_template
from cass_core.delivery.renditions.folded_stems import FoldDown
from cass_core.delivery.sessions.formats import session_format
from cass_core.delivery.sets.track_files import FileForm
from cass_core.errors import SettingsError


@dataclass(frozen=True)
class Reels:
    """How a programme is cut into reels.

    Attributes:
        at_markers: beginning of the names of the markers at which one starts; empty for none.
        minutes: length of each; 0 for none.
        handle_s: seconds of timecode that each has more on either side, as far as there are.
        own_hours: whether each begins an hour of timecode, as reels of a film do.
    """

    at_markers: str = ""
    minutes: float = 0.0
    handle_s: float = 0.0
    own_hours: bool = False

    @property
    def is_one(self) -> bool:
        """Whether the programme stays whole."""
        return not self.at_markers and not self.minutes


@dataclass(frozen=True)
class DeliveryPreset:
    """What is delivered, and how.

    Attributes:
        key: for the command line; the file's name.
        label: as an editor reads it.
        tracks: codes of the tracks.
        fold_downs: stereo versions beside the original layout.
        encoding: how the files are stored.
        form: one file a track or one a channel, in which order.
        rate_hz: sample rate; None for that of the programme.
        full_scale: what happens where stems or mixture pass full scale.
        overs: what happens to a remix that passes it.
        apply_gains: stems as they are heard; else gains and lines are left out.
        dither: dither a 16-bit remix.
        template: names of the files.
        archival: names in letters without accents, digits, dots, underscores and dashes.
        head_pop: a leader with a pop before the programme.
        tail_pop: a pop behind it.
        reels: how the programme is cut.
        target: key of the loudness target; empty for no report.
        sessions: keys of the formats of sessions beside the files.
        flags: whether places that a review finds are markers of the sessions.
    """

    key: str
    label: str
    tracks: tuple[str, ...]
    fold_downs: tuple[FoldDown, ...] = ()
    encoding: Encoding = Encoding()
    form: FileForm = FileForm()
    rate_hz: int | None = None
    full_scale: FullScale = "float"
    overs: Overs = "float"
    apply_gains: bool = False
    dither: bool = False
    template: str = DEFAULT_TEMPLATE
    archival: bool = False
    head_pop: bool = False
    tail_pop: bool = False
    reels: Reels = Reels()
    target: str = ""
    sessions: tuple[str, ...] = ()
    flags: bool = False

    def __post_init__(self) -> None:
        check_template(self.template, len(self.tracks))
        if self.target:
            loudness_target(self.target)
        for key in self.sessions:
            session_format(key)
        check_flags(self.sessions, self.flags)
        if self.reels.handle_s and (self.head_pop or self.tail_pop):
            raise SettingsError("Handles would sound where the leader is silent; choose one.")


def check_flags(sessions: Collection[str], flags: bool) -> None:
    """Raise `SettingsError` with one sentence where places are to be marked and nothing holds them.

    Args:
        sessions: keys of the sessions.
        flags: whether places that a review finds are wanted as markers.
    """
    if flags and not sessions:
        raise SettingsError(
            "The review's places need a session or a list of markers to stand in; choose one, "
            "such as CSV."
        )
