"""What the shelf says of a model, in the window's language."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.environment.numbers import short
from app.jobs.model_getter import GettingStep
from app.jobs.model_shelf import ShelfEntry

translate = QCoreApplication.translate
_CONTEXT = "ShelfWords"
_COMMERCIAL = {
    "yes": QT_TRANSLATE_NOOP("ShelfWords", "Yes"),
    "no": QT_TRANSLATE_NOOP("ShelfWords", "No"),
    "not stated": QT_TRANSLATE_NOOP("ShelfWords", "Not stated"),
}
_LICENCES = {
    "yes": QT_TRANSLATE_NOOP(
        "ShelfWords", "Its weights stand under {licence}, which allows commercial use."
    ),
    "no": QT_TRANSLATE_NOOP(
        "ShelfWords", "Its weights stand under {licence}, which forbids commercial use."
    ),
    "not stated": QT_TRANSLATE_NOOP(
        "ShelfWords",
        "Licence of its weights: {licence}. Ask the publisher before you use it commercially.",
    ),
}
_MEGA = 1e6


def hears_words(entry: ShelfEntry) -> str:
    """The band."""
    if entry.is_full_band:
        return translate("ShelfWords", "Full band")
    return translate("ShelfWords", "To {khz} kHz").format(khz=short(entry.highest_khz))


def picture_words(entry: ShelfEntry) -> str:
    """Whether it looks."""
    return (
        translate("ShelfWords", "Looks at it")
        if entry.takes_picture
        else translate("ShelfWords", "Listens only")
    )


def commercial_words(entry: ShelfEntry) -> str:
    """Whether it may be used commercially, in a word."""
    return translate(_CONTEXT, str(_COMMERCIAL[entry.commercial]))


def licence_sentence(entry: ShelfEntry) -> str:
    """The same, with the licence."""
    licence = entry.licence
    if licence.startswith("none stated"):
        licence = translate("ShelfWords", "none stated by the publisher")
    return translate(_CONTEXT, str(_LICENCES[entry.commercial])).format(licence=licence)


def size_words(entry: ShelfEntry) -> str:
    """What is to be fetched."""
    if not entry.file:
        return ""
    return f"{entry.size_mb} MB" if entry.size_mb else translate("ShelfWords", "Not known")


def here_words(entry: ShelfEntry, is_chosen: bool) -> str:
    """Where it is."""
    if is_chosen:
        return translate("ShelfWords", "Chosen")
    return translate("ShelfWords", "Here") if entry.model else translate("ShelfWords", "To get")


def speed_words(minute_s: float | None, cost: float | None, *, is_measured: bool) -> str:
    """How long a minute of film takes, or at least beside the starter.

    Args:
        minute_s: seconds for a minute of film; None where nobody knows.
        cost: times as long as the starter.
        is_measured: whether this model itself was measured.

    Returns:
        Such as "4 s", "about 12 min" or "20 × the starter".
    """
    if minute_s is None:
        return (
            ""
            if cost in (None, 1)
            else translate("ShelfWords", "{times} × the starter").format(times=_rounded(cost))
        )
    if minute_s < 100:
        time = translate("ShelfWords", "{seconds} s").format(seconds=_rounded(max(0.1, minute_s)))
    else:
        time = translate("ShelfWords", "{minutes} min").format(minutes=f"{minute_s / 60:.0f}")
    return time if is_measured else translate("ShelfWords", "about {time}").format(time=time)


def _rounded(value: float) -> str:
    """Two digits, and all of those before the point."""
    return f"{value:.0f}" if value >= 10 else short(value, 2)


def step_words(title: str, step: GettingStep) -> str:
    """How far getting a model is."""
    if step.importing:
        return translate("ShelfWords", "Checking and importing {model}…").format(model=title)
    have = f"{step.have / _MEGA:.0f}"
    if step.whole is None:
        return translate("ShelfWords", "Fetching {model}: {have} MB").format(model=title, have=have)
    whole = f"{step.whole / _MEGA:.0f}"
    return translate("ShelfWords", "Fetching {model}: {have} of {whole} MB").format(
        model=title, have=have, whole=whole
    )
