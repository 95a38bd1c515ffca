"""A review as JSON values and back, checked value by value."""

from typing import Any

from app.project.review.reviews import Decision, Review, ReviewedFlag
from cass_core.checked.json_table import JsonTable
from cass_core.review.flag import Flag


def review_to_json(review: Review) -> dict[str, Any]:
    """The review as values that JSON can hold."""
    return {
        "takes": list(review.takes),
        "flags": [
            {**one.flag.to_json(), "decision": one.decision.value, "comment": one.comment}
            for one in review.flags
        ],
    }


def review_from_json(table: JsonTable) -> Review:
    """The review of JSON values; `BadValueError` where they are not one."""
    return Review(table.texts("takes"), table.each("flags", _flag))


def _flag(table: JsonTable) -> ReviewedFlag:
    decision = table.text("decision", [one.value for one in Decision])
    return ReviewedFlag(Flag.from_json(table), Decision(decision), table.text("comment"))
