"""Actions on the stems and on the separation."""

from collections.abc import Callable, Iterable

from app.actions.action_context import (
    ActionContext,
    can_separate,
    can_separate_part,
    with_clip,
    with_programme,
    with_stems,
)
from app.actions.rows.row import ActionRow
from app.environment.translation import QT_TRANSLATE_NOOP
from app.lanes import LANES, LaneAction


def _rows(
    actions: Iterable[LaneAction | None], when: Callable[[ActionContext], bool]
) -> tuple[ActionRow, ...]:
    """A row for each lane that has the action, in the order of their keys."""
    found = sorted((one for one in actions if one is not None), key=lambda one: one.key)
    return tuple(ActionRow(one.name, "stems", one.text, one.tip, (one.key,), when) for one in found)


_FOCUS_ROWS = _rows((lane.focus for lane in LANES), with_programme)
_SOLO_ROWS = _rows((lane.solo for lane in LANES), with_stems)

STEM_ROWS = (
    *_FOCUS_ROWS,
    ActionRow(
        "solo",
        "stems",
        QT_TRANSLATE_NOOP("Actions", "&Solo"),
        QT_TRANSLATE_NOOP("Actions", "Hear the focused stem alone"),
        ("S", "Shift+S"),
        lambda now: now.has_stems and now.stem_focused,
        gap=True,
    ),
    ActionRow(
        "mute",
        "stems",
        QT_TRANSLATE_NOOP("Actions", "&Mute"),
        QT_TRANSLATE_NOOP("Actions", "Silence the focused stem"),
        ("Shift+M",),
        lambda now: now.has_stems and now.stem_focused,
    ),
    *_SOLO_ROWS,
    ActionRow(
        "gain_up",
        "stems",
        QT_TRANSLATE_NOOP("Actions", "&Louder"),
        QT_TRANSLATE_NOOP("Actions", "Raise the gain of the focused lane by 1 dB"),
        ("Up",),
        with_stems,
        gap=True,
        repeats=True,
    ),
    ActionRow(
        "gain_down",
        "stems",
        QT_TRANSLATE_NOOP("Actions", "&Quieter"),
        QT_TRANSLATE_NOOP("Actions", "Lower the gain of the focused lane by 1 dB"),
        ("Down",),
        with_stems,
        repeats=True,
    ),
    ActionRow(
        "clip_gain_up",
        "stems",
        QT_TRANSLATE_NOOP("Actions", "Selection l&ouder"),
        QT_TRANSLATE_NOOP("Actions", "Raise the selected part of the focused stem by 1 dB"),
        ("Alt+Up",),
        with_clip,
        repeats=True,
    ),
    ActionRow(
        "clip_gain_down",
        "stems",
        QT_TRANSLATE_NOOP("Actions", "Selection quie&ter"),
        QT_TRANSLATE_NOOP("Actions", "Lower the selected part of the focused stem by 1 dB"),
        ("Alt+Down",),
        with_clip,
        repeats=True,
    ),
    ActionRow(
        "balance_by_picture",
        "stems",
        QT_TRANSLATE_NOOP("Actions", "&Balance by the picture"),
        QT_TRANSLATE_NOOP(
            "Actions", "Let the picture draw the gain lines of all stems, in the selection or all"
        ),
        ("Ctrl+Shift+B",),
        lambda now: now.can_balance,
        gap=True,
    ),
    ActionRow(
        "less_bleed",
        "stems",
        QT_TRANSLATE_NOOP("Actions", "Less bleed"),
        QT_TRANSLATE_NOOP("Actions", "The focused stem gives up what is mostly another's"),
        ("Ctrl+Shift+Up",),
        lambda now: now.has_stems and now.stem_focused,
        gap=True,
        repeats=True,
    ),
    ActionRow(
        "fewer_artefacts",
        "stems",
        QT_TRANSLATE_NOOP("Actions", "Fewer artefacts"),
        QT_TRANSLATE_NOOP("Actions", "The focused stem keeps more of what it shares with others"),
        ("Ctrl+Shift+Down",),
        lambda now: now.has_stems and now.stem_focused,
        repeats=True,
    ),
    ActionRow(
        "reset_mix",
        "stems",
        QT_TRANSLATE_NOOP("Actions", "&Reset the mix"),
        QT_TRANSLATE_NOOP("Actions", "All gains to 0 dB, no solo, no mute, no gain lines"),
        ("Ctrl+Shift+R",),
        with_stems,
        gap=True,
    ),
    ActionRow(
        "separate",
        "separation",
        QT_TRANSLATE_NOOP("Actions", "&Separate"),
        QT_TRANSLATE_NOOP(
            "Actions", "Separate the whole programme into dialogue, effects and music"
        ),
        ("Ctrl+Return", "Ctrl+Enter"),
        can_separate,
    ),
    ActionRow(
        "separate_selection",
        "separation",
        QT_TRANSLATE_NOOP("Actions", "Separate se&lection"),
        QT_TRANSLATE_NOOP(
            "Actions", "Separate the selected part first, or again with other settings"
        ),
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        can_separate_part,
    ),
    ActionRow(
        "resume_run",
        "separation",
        QT_TRANSLATE_NOOP("Actions", "&Resume"),
        QT_TRANSLATE_NOOP("Actions", "Go on with a separation that was stopped"),
        ("Ctrl+Alt+Return",),
        lambda now: now.paused or (can_separate(now) and now.resumable),
        gap=True,
    ),
    ActionRow(
        "pause_run",
        "separation",
        QT_TRANSLATE_NOOP("Actions", "&Pause"),
        QT_TRANSLATE_NOOP("Actions", "Let the separation stand still and free the processor"),
        ("Ctrl+Alt+P",),
        lambda now: now.running and not now.paused and not now.stopping,
    ),
    ActionRow(
        "cancel_run",
        "separation",
        QT_TRANSLATE_NOOP("Actions", "&Cancel"),
        QT_TRANSLATE_NOOP("Actions", "End the separation; what is finished is kept"),
        ("Ctrl+.",),
        lambda now: now.running and not now.stopping,
    ),
    ActionRow(
        "next_version",
        "separation",
        QT_TRANSLATE_NOOP("Actions", "&Next version"),
        QT_TRANSLATE_NOOP("Actions", "Hear and see the next version of the stems"),
        ("V",),
        lambda now: now.has_several_versions,
        gap=True,
    ),
    ActionRow(
        "compare_version",
        "separation",
        QT_TRANSLATE_NOOP("Actions", "C&ompare versions"),
        QT_TRANSLATE_NOOP("Actions", "Change between this version and the last one, equally loud"),
        ("Shift+V",),
        lambda now: now.has_several_versions,
    ),
    ActionRow(
        "keep_trial",
        "separation",
        QT_TRANSLATE_NOOP("Actions", "&Keep the new part"),
        QT_TRANSLATE_NOOP("Actions", "Keep the new separation of the part"),
        ("Ctrl+Shift+K",),
        lambda now: now.has_trial,
        gap=True,
    ),
    ActionRow(
        "discard_trial",
        "separation",
        QT_TRANSLATE_NOOP("Actions", "&Discard the new part"),
        QT_TRANSLATE_NOOP("Actions", "Go back to the earlier separation of the part"),
        ("Ctrl+Shift+D",),
        lambda now: now.has_trial,
    ),
)
