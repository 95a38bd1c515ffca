"""The files of a track: one of all channels, or one a channel, in the order that a house wants."""

from dataclasses import dataclass
from typing import Literal, get_args

from cass_core.errors import SettingsError
from cass_core.media.files.layout_names import channel_names

Split = Literal["poly", "mono"]
Order = Literal["smpte", "film"]
SPLITS: tuple[Split, ...] = get_args(Split)
ORDERS: tuple[Order, ...] = get_args(Order)

_SPEAKERS = {
    "FL": "L", "FR": "R", "FC": "C", "LFE": "Lfe", "SL": "Ls", "SR": "Rs", "BL": "Ls", "BR": "Rs",
    "BC": "Cs", "FLC": "Lc", "FRC": "Rc", "TFL": "Ltf", "TFR": "Rtf", "TBL": "Ltr", "TBR": "Rtr",
}  # fmt: skip
_FOUR_SURROUNDS = {"SL": "Lss", "SR": "Rss", "BL": "Lsr", "BR": "Rsr"}
# left to right on the screen, then around the room, the subwoofer last
_FILM = ("FL", "FLC", "FC", "FRC", "FR", "SL", "SR", "BL", "BR", "BC", "LFE")


@dataclass(frozen=True)
class FileForm:
    """How the channels of a track become files.

    Attributes:
        split: "poly" for one file of all channels, "mono" for one file a channel.
        order: "smpte" (L R C Lfe Ls Rs, as WAV files have it) or "film" (L C R Ls Rs Lfe).
    """

    split: Split = "poly"
    order: Order = "smpte"

    def __post_init__(self) -> None:
        if self.split not in SPLITS:
            raise SettingsError(f"'{self.split}' is no form of files; choose poly or mono.")
        if self.order not in ORDERS:
            raise SettingsError(f"'{self.order}' is no order of channels; choose smpte or film.")


@dataclass(frozen=True)
class TrackFile:
    """One file of a track.

    Attributes:
        track: its code.
        channels: numbers of the track's channels in the file's order.
        speakers: short names of the loudspeakers, such as "Ls", in the file's order.
        layout: FFmpeg's name of the file's layout; unlabelled where the order is another one.
        mark: what follows the file's name, such as ".Ls"; empty for all channels in one.
    """

    track: str
    channels: tuple[int, ...]
    speakers: tuple[str, ...]
    layout: str
    mark: str = ""

    @property
    def key(self) -> str:
        """Tells the files of a delivery apart: "DX", or "DX.Ls"."""
        return self.track + self.mark

    def named(self, name: str, ending: str) -> str:
        """A track's name with the file's mark before its ending."""
        return name.removesuffix(ending) + self.mark + ending


def speaker_names(layout: str) -> tuple[str, ...]:
    """Short names of a layout's channels, such as L, R, C, Lfe, Ls, Rs."""
    names = channel_names(layout)
    has_four = {"SL", "SR", "BL", "BR"} <= set(names)
    known = _SPEAKERS | (_FOUR_SURROUNDS if has_four else {})
    if len(names) == 1:
        return ("C",) if names == ("FC",) else ("M",)
    return tuple(known.get(name, f"Ch{number}") for number, name in enumerate(names, 1))


def track_files(track: str, layout: str, form: FileForm) -> tuple[TrackFile, ...]:
    """The files of one track.

    Args:
        track: its code.
        layout: FFmpeg's name of its channel layout.
        form: how its channels become files.

    Returns:
        One file, or one a channel; a mono track is one file without a mark.
    """
    speakers = speaker_names(layout)
    places = _places(layout, form.order)
    if form.split == "mono" and len(speakers) > 1:
        return tuple(
            TrackFile(track, (place,), (speakers[place],), "mono", f".{speakers[place]}")
            for place in places
        )
    is_usual = places == tuple(range(len(speakers)))
    own = layout if is_usual else f"{len(speakers)} channels"
    return (TrackFile(track, places, tuple(speakers[place] for place in places), own),)


def _places(layout: str, order: Order) -> tuple[int, ...]:
    names = channel_names(layout)
    usual = tuple(range(len(names)))
    if order == "smpte" or not set(names) <= set(_FILM):
        return usual
    return tuple(sorted(usual, key=lambda number: _FILM.index(names[number])))
