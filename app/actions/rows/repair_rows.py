"""Actions on what is selected: choose it, hear it, put it where it belongs."""

from app.actions.action_context import (
    can_repair,
    with_clip,
    with_programme,
    with_selected_picture,
    with_selection,
)
from app.actions.rows.row import ActionRow
from app.environment.translation import QT_TRANSLATE_NOOP
from app.lanes import LANES

_MOVE_ROWS = tuple(
    ActionRow(lane.move.name, "repair", lane.move.text, lane.move.tip, (lane.move.key,), can_repair)
    for lane in LANES
    if lane.move is not None
)

_GUIDE_ROWS = tuple(
    ActionRow(
        lane.guide.name, "repair", lane.guide.text, lane.guide.tip, (lane.guide.key,), can_repair
    )
    for lane in LANES
    if lane.guide is not None
)

REPAIR_ROWS = (
    *_MOVE_ROWS,
    ActionRow(
        "share_out",
        "repair",
        QT_TRANSLATE_NOOP("Actions", "&Share out"),
        QT_TRANSLATE_NOOP(
            "Actions", "Share what is selected of the focused stem out among the other two"
        ),
        ("Ctrl+4",),
        with_clip,
    ),
    ActionRow(
        "gate",
        "repair",
        QT_TRANSLATE_NOOP("Actions", "&Gate"),
        QT_TRANSLATE_NOOP(
            "Actions", "Give what is quiet in the selected part of the focused stem to another"
        ),
        ("Ctrl+5",),
        with_clip,
    ),
    ActionRow(
        "gate_silent",
        "repair",
        QT_TRANSLATE_NOOP("Actions", "Gate while nobod&y speaks"),
        QT_TRANSLATE_NOOP(
            "Actions", "Give what the focused stem has there while nobody speaks to another"
        ),
        ("Ctrl+Shift+5",),
        with_clip,
    ),
    ActionRow(
        "fill",
        "repair",
        QT_TRANSLATE_NOOP("Actions", "&Fill the hole"),
        QT_TRANSLATE_NOOP(
            "Actions", "Bring ambience back from dialogue to effects, as loud as around the part"
        ),
        ("Ctrl+6",),
        can_repair,
    ),
    ActionRow(
        "separate_here",
        "repair",
        QT_TRANSLATE_NOOP("Actions", "Separate again &here"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Separate what is selected as the panel says, and lay it over the stems there",
        ),
        ("Ctrl+8",),
        can_repair,
    ),
    *_GUIDE_ROWS,
    ActionRow(
        "switch_repair",
        "repair",
        QT_TRANSLATE_NOOP("Actions", "Switch the &last repair here"),
        QT_TRANSLATE_NOOP("Actions", "Hear the part with its last repair and without it"),
        ("Ctrl+7",),
        can_repair,
    ),
    ActionRow(
        "drop_mended",
        "repair",
        QT_TRANSLATE_NOOP("Actions", "Remove what &is mended"),
        QT_TRANSLATE_NOOP(
            "Actions", "Remove the repairs that this version needs no more than the one before"
        ),
        (),
        lambda now: now.has_repairs and now.has_several_versions,
    ),
    ActionRow(
        "isolate",
        "repair",
        QT_TRANSLATE_NOOP("Actions", "Isolate by the pi&cture"),
        QT_TRANSLATE_NOOP(
            "Actions",
            "Draw a box on the picture; what sounds there in the selected span is selected",
        ),
        ("Ctrl+Shift+I",),
        with_selected_picture,
        checkable=True,
    ),
    ActionRow(
        "play_selection",
        "repair",
        QT_TRANSLATE_NOOP("Actions", "&Play the selection"),
        QT_TRANSLATE_NOOP("Actions", "Play the selection and what surrounds it"),
        ("P",),
        with_programme,
        gap=True,
    ),
    ActionRow(
        "play_selected_only",
        "repair",
        QT_TRANSLATE_NOOP("Actions", "Play &only what is selected"),
        QT_TRANSLATE_NOOP("Actions", "Hear only what is selected of the focused lane"),
        ("A",),
        with_selection,
    ),
    ActionRow(
        "play_all_but",
        "repair",
        QT_TRANSLATE_NOOP("Actions", "Play all &but what is selected"),
        QT_TRANSLATE_NOOP("Actions", "Hear the focused lane without what is selected"),
        ("Shift+A",),
        with_selection,
    ),
    ActionRow(
        "extend_back",
        "repair",
        QT_TRANSLATE_NOOP("Actions", "Selection one frame shorte&r"),
        QT_TRANSLATE_NOOP("Actions", "Move the end of the selection one frame back"),
        ("Shift+Left",),
        with_programme,
        gap=True,
        repeats=True,
    ),
    ActionRow(
        "extend_forward",
        "repair",
        QT_TRANSLATE_NOOP("Actions", "Selection one frame lo&nger"),
        QT_TRANSLATE_NOOP("Actions", "Move the end of the selection one frame forward"),
        ("Shift+Right",),
        with_programme,
        repeats=True,
    ),
    ActionRow(
        "nudge_back",
        "repair",
        QT_TRANSLATE_NOOP("Actions", "Selection one frame bac&k"),
        QT_TRANSLATE_NOOP("Actions", "Move the selection one frame back"),
        ("Ctrl+Alt+Left",),
        with_selection,
        repeats=True,
    ),
    ActionRow(
        "nudge_forward",
        "repair",
        QT_TRANSLATE_NOOP("Actions", "Selection one frame for&ward"),
        QT_TRANSLATE_NOOP("Actions", "Move the selection one frame forward"),
        ("Ctrl+Alt+Right",),
        with_selection,
        repeats=True,
    ),
    ActionRow(
        "selection_here",
        "repair",
        QT_TRANSLATE_NOOP("Actions", "Selection to the pl&ayhead"),
        QT_TRANSLATE_NOOP("Actions", "Move the selection so that it begins at the playhead"),
        ("Y",),
        with_selection,
    ),
    ActionRow(
        "snap_frames",
        "repair",
        QT_TRANSLATE_NOOP("Actions", "Snap &to frames"),
        QT_TRANSLATE_NOOP("Actions", "Edges of the selection stick to the borders of pictures"),
        ("Shift+N",),
        with_programme,
        checkable=True,
    ),
)
