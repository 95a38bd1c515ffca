"""What a lane is called, and what to do while there is nothing in it."""

from PySide6.QtCore import QCoreApplication


def lane_words(lane: str) -> str:
    """A lane's name in full.

    Args:
        lane: "MIX", "DX", "FX" or "MX".

    Returns:
        One word in the user's language.
    """
    translate = QCoreApplication.translate
    return {
        "DX": translate("LaneWords", "Dialogue"),
        "FX": translate("LaneWords", "Effects"),
        "MX": translate("LaneWords", "Music"),
    }.get(lane, translate("LaneWords", "Mixture"))


def empty_words(lane: str) -> str:
    """What to do to fill a stem's lane.

    Args:
        lane: "DX", "FX" or "MX".

    Returns:
        One sentence.
    """
    translate = QCoreApplication.translate
    return {
        "DX": translate("LaneWords", "Press Separate to see and hear the dialogue alone"),
        "FX": translate("LaneWords", "Press Separate to see and hear the effects alone"),
        "MX": translate("LaneWords", "Press Separate to see and hear the music alone"),
    }.get(lane, "")
