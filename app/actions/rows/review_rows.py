"""Actions on what a review has found."""

from app.actions.action_context import ActionContext
from app.actions.rows.row import ActionRow
from app.environment.translation import QT_TRANSLATE_NOOP


def _with_flags(now: ActionContext) -> bool:
    return now.has_flags


REVIEW_ROWS = (
    ActionRow(
        "find_misplaced",
        "review",
        QT_TRANSLATE_NOOP("Actions", "&Find misplaced sounds"),
        QT_TRANSLATE_NOOP("Actions", "Look through all stems for sounds that belong to another"),
        ("F4",),
        lambda now: now.can_review,
    ),
    ActionRow(
        "next_problem",
        "review",
        QT_TRANSLATE_NOOP("Actions", "&Next place"),
        QT_TRANSLATE_NOOP("Actions", "Go to the next place that nothing was decided about"),
        ("F8",),
        _with_flags,
        gap=True,
    ),
    ActionRow(
        "previous_problem",
        "review",
        QT_TRANSLATE_NOOP("Actions", "&Place before"),
        QT_TRANSLATE_NOOP("Actions", "Go to the last place that nothing was decided about"),
        ("Shift+F8",),
        _with_flags,
    ),
    ActionRow(
        "listen_problem",
        "review",
        QT_TRANSLATE_NOOP("Actions", "&Listen to the place"),
        QT_TRANSLATE_NOOP(
            "Actions", "Loop around the place with its stem alone; again to end that"
        ),
        ("F9",),
        _with_flags,
    ),
    ActionRow(
        "accept_problem",
        "review",
        QT_TRANSLATE_NOOP("Actions", "&Move where it belongs"),
        QT_TRANSLATE_NOOP("Actions", "Move the sound to the stem where it belongs, and go on"),
        ("F7",),
        _with_flags,
    ),
    ActionRow(
        "dismiss_problem",
        "review",
        QT_TRANSLATE_NOOP("Actions", "&Dismiss the place"),
        QT_TRANSLATE_NOOP("Actions", "Leave the sound where it is, and go on"),
        ("Shift+F7",),
        _with_flags,
    ),
)
