"""The lanes of the window as rows of a table: header, canvas, colours, keys follow from them."""

from dataclasses import dataclass
from enum import Enum

from app.environment.translation import QT_TRANSLATE_NOOP
from cass_core.stem_names import MIXTURE_CODE, Stem


class LaneKind(Enum):
    """What a lane draws; it decides on header, canvas, layers and tools."""

    SPECTROGRAM = "spectrogram"
    LOUDNESS = "loudness"
    MISPLACED = "misplaced"
    FILMSTRIP = "filmstrip"
    DIFFERENCE = "difference"


DIFFERENCE_CODE = "DIFF"


@dataclass(frozen=True)
class LaneAction:
    """An action that belongs to a lane.

    Attributes:
        name: of the action.
        text: what the menu says; translated in the context "Actions".
        tip: what it does; likewise.
        key: the usual shortcut.
    """

    name: str
    text: str
    tip: str
    key: str


@dataclass(frozen=True)
class Lane:
    """One lane. Texts are English and translated in the context "Lanes" where they are shown.

    Attributes:
        code: its name on screen, and of its sound in files.
        label: its name in full.
        colour: name of the field of `Theme` that holds its colour.
        kind: what it draws.
        stem: whose sound it has; None for the mixture.
        track_label: what the export calls its sound.
        hint: what to do while there is nothing in it.
        focus: the action that makes keys act on it.
        solo: the action that lets it be heard alone.
        move: the action that moves what is selected there.
        guide: the action that says to the separator that what is selected belongs there.
        show: the action that shows and hides it; None for a lane that is always there.
    """

    code: str
    label: str
    colour: str
    kind: LaneKind = LaneKind.SPECTROGRAM
    stem: Stem | None = None
    track_label: str = ""
    hint: str = ""
    focus: LaneAction | None = None
    solo: LaneAction | None = None
    move: LaneAction | None = None
    guide: LaneAction | None = None
    show: LaneAction | None = None


LANES = (
    Lane(
        "FILM",
        QT_TRANSLATE_NOOP("Lanes", "Filmstrip"),
        "muted",
        LaneKind.FILMSTRIP,
        show=LaneAction(
            "show_filmstrip",
            QT_TRANSLATE_NOOP("Actions", "&Filmstrip"),
            QT_TRANSLATE_NOOP("Actions", "Show pictures, cuts and faces above the sound"),
            "Ctrl+Alt+9",
        ),
    ),
    Lane(
        MIXTURE_CODE,
        QT_TRANSLATE_NOOP("Lanes", "Mixture"),
        "mix",
        track_label=QT_TRANSLATE_NOOP("Lanes", "Mixture (MIX)"),
        focus=LaneAction(
            "focus_mix",
            QT_TRANSLATE_NOOP("Actions", "Mix lane"),
            QT_TRANSLATE_NOOP("Actions", "Keys act on the mix"),
            "4",
        ),
    ),
    Lane(
        Stem.DX.code,
        QT_TRANSLATE_NOOP("Lanes", "Dialogue"),
        "dx",
        stem=Stem.DX,
        track_label=QT_TRANSLATE_NOOP("Lanes", "Dialogue (DX)"),
        hint=QT_TRANSLATE_NOOP("Lanes", "Press Separate to see and hear the dialogue alone"),
        focus=LaneAction(
            "focus_dx",
            QT_TRANSLATE_NOOP("Actions", "Dialogue lane (DX)"),
            QT_TRANSLATE_NOOP("Actions", "Keys act on dialogue"),
            "1",
        ),
        solo=LaneAction(
            "solo_dx",
            QT_TRANSLATE_NOOP("Actions", "Solo &dialogue"),
            QT_TRANSLATE_NOOP("Actions", "Hear dialogue alone"),
            "Shift+1",
        ),
        move=LaneAction(
            "move_dx",
            QT_TRANSLATE_NOOP("Actions", "Move to &dialogue"),
            QT_TRANSLATE_NOOP("Actions", "Move what is selected from the focused stem to dialogue"),
            "Ctrl+1",
        ),
        guide=LaneAction(
            "guide_dx",
            QT_TRANSLATE_NOOP("Actions", "This is dialogue"),
            QT_TRANSLATE_NOOP(
                "Actions",
                "Say that what is selected is dialogue, and separate what lies around it anew",
            ),
            "Ctrl+Shift+1",
        ),
    ),
    Lane(
        Stem.FX.code,
        QT_TRANSLATE_NOOP("Lanes", "Effects"),
        "fx",
        stem=Stem.FX,
        track_label=QT_TRANSLATE_NOOP("Lanes", "Effects (FX)"),
        hint=QT_TRANSLATE_NOOP("Lanes", "Press Separate to see and hear the effects alone"),
        focus=LaneAction(
            "focus_fx",
            QT_TRANSLATE_NOOP("Actions", "Effects lane (FX)"),
            QT_TRANSLATE_NOOP("Actions", "Keys act on effects"),
            "2",
        ),
        solo=LaneAction(
            "solo_fx",
            QT_TRANSLATE_NOOP("Actions", "Solo &effects"),
            QT_TRANSLATE_NOOP("Actions", "Hear effects alone"),
            "Shift+2",
        ),
        move=LaneAction(
            "move_fx",
            QT_TRANSLATE_NOOP("Actions", "Move to &effects"),
            QT_TRANSLATE_NOOP("Actions", "Move what is selected from the focused stem to effects"),
            "Ctrl+2",
        ),
        guide=LaneAction(
            "guide_fx",
            QT_TRANSLATE_NOOP("Actions", "This is effects"),
            QT_TRANSLATE_NOOP(
                "Actions",
                "Say that what is selected is effects, and separate what lies around it anew",
            ),
            "Ctrl+Shift+2",
        ),
    ),
    Lane(
        Stem.MX.code,
        QT_TRANSLATE_NOOP("Lanes", "Music"),
        "mx",
        stem=Stem.MX,
        track_label=QT_TRANSLATE_NOOP("Lanes", "Music (MX)"),
        hint=QT_TRANSLATE_NOOP("Lanes", "Press Separate to see and hear the music alone"),
        focus=LaneAction(
            "focus_mx",
            QT_TRANSLATE_NOOP("Actions", "Music lane (MX)"),
            QT_TRANSLATE_NOOP("Actions", "Keys act on music"),
            "3",
        ),
        solo=LaneAction(
            "solo_mx",
            QT_TRANSLATE_NOOP("Actions", "Solo m&usic"),
            QT_TRANSLATE_NOOP("Actions", "Hear music alone"),
            "Shift+3",
        ),
        move=LaneAction(
            "move_mx",
            QT_TRANSLATE_NOOP("Actions", "Move to &music"),
            QT_TRANSLATE_NOOP("Actions", "Move what is selected from the focused stem to music"),
            "Ctrl+3",
        ),
        guide=LaneAction(
            "guide_mx",
            QT_TRANSLATE_NOOP("Actions", "This is music"),
            QT_TRANSLATE_NOOP(
                "Actions",
                "Say that what is selected is music, and separate what lies around it anew",
            ),
            "Ctrl+Shift+3",
        ),
    ),
    Lane(
        DIFFERENCE_CODE,
        QT_TRANSLATE_NOOP("Lanes", "Difference"),
        "muted",
        LaneKind.DIFFERENCE,
        show=LaneAction(
            "show_difference",
            QT_TRANSLATE_NOOP("Actions", "&Difference"),
            QT_TRANSLATE_NOOP("Actions", "Show what repairs or another version change in a stem"),
            "Ctrl+Alt+0",
        ),
    ),
    Lane(
        "LUFS",
        QT_TRANSLATE_NOOP("Lanes", "Loudness"),
        "muted",
        LaneKind.LOUDNESS,
        show=LaneAction(
            "show_loudness",
            QT_TRANSLATE_NOOP("Actions", "Loudn&ess"),
            QT_TRANSLATE_NOOP("Actions", "Show how loud mixture and stems are over time"),
            "Ctrl+Alt+7",
        ),
    ),
    Lane(
        "WPR",
        QT_TRANSLATE_NOOP("Lanes", "Wrong placement"),
        "muted",
        LaneKind.MISPLACED,
        show=LaneAction(
            "show_misplaced",
            QT_TRANSLATE_NOOP("Actions", "&Wrong placement"),
            QT_TRANSLATE_NOOP("Actions", "Show how much of each stem seems to belong elsewhere"),
            "Ctrl+Alt+8",
        ),
    ),
)
"""In the order in which they stand in the window."""

SOUND_LANES = tuple(lane for lane in LANES if lane.kind is LaneKind.SPECTROGRAM)
"""The lanes whose sound is drawn, metered and exported."""
