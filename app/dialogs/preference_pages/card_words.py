"""What the page about the graphics card says."""

from PySide6.QtCore import QCoreApplication

from app.environment.numbers import decimal
from app.jobs.graphics_card.build_getter import BuildPlan
from app.jobs.graphics_card.card_standing import CardStanding

translate = QCoreApplication.translate
_MEGA, _GIGA = 1e6, 1e9
_UNPACKED = 3  # wheels and what is unpacked from them, while both are on disk


def card_sentence(standing: CardStanding) -> str:
    """Which card was found."""
    card = standing.card
    if card is not None:
        return translate("CardWords", "Found: {card}, {memory} GiB, driver {driver}.").format(
            card=card.name, memory=decimal(card.memory_gib, 0), driver=card.driver
        )
    if standing.is_apple:
        return translate("CardWords", "This computer has an Apple GPU or processor.")
    if standing.has_driver:
        return translate(
            "CardWords", "A driver of NVIDIA is installed, but no card answers; install it again."
        )
    return translate("CardWords", "No NVIDIA graphics card was found.")


def engine_sentence(standing: CardStanding) -> str:
    """What separations run with."""
    if standing.in_use:
        text = translate("CardWords", "Separations run with the fetched PyTorch {version}.")
    else:
        text = translate("CardWords", "Separations run with PyTorch {version} of this program.")
    return text.format(version=standing.torch)


def advice_sentence(standing: CardStanding, has_changed: bool, cuda: int | None) -> str:
    """What to do now.

    Args:
        standing: what there is.
        has_changed: a build was fetched or removed since the start.
        cuda: first number of the CUDA that the planned build is for.

    Returns:
        One sentence.
    """
    if standing.is_apple:
        return translate("CardWords", "PyTorch for it is part of the program.")
    if standing.stored and not standing.stored_fits:
        return translate(
            "CardWords",
            "The fetched PyTorch {version} belongs to another version of this program and is not "
            "used; remove it, and fetch the new one.",
        ).format(version=standing.stored)
    if has_changed and standing.stored_fits != standing.in_use:
        return translate("CardWords", "Start Cass Studio again for it to be used.")
    if standing.stored_fits:
        return translate("CardWords", "PyTorch {version} for the graphics card is here.").format(
            version=standing.stored
        )
    if not standing.can_fetch:
        return translate(
            "CardWords",
            "This program runs with the PyTorch of its Python environment: install the build for "
            "CUDA there, as pytorch.org says under Get started.",
        )
    return _before_fetching(standing, cuda)


def _before_fetching(standing: CardStanding, cuda: int | None) -> str:
    card = standing.card
    if card is None:
        return translate(
            "CardWords",
            "A graphics card of NVIDIA and its driver make separations much faster. "
            "Without one there is nothing to fetch.",
        )
    if cuda is not None and card.cuda is not None and card.cuda < cuda:
        return translate(
            "CardWords",
            "This driver runs CUDA {old}, and PyTorch needs CUDA {new}: install a newer driver "
            "from nvidia.com first.",
        ).format(old=card.cuda, new=cuda)
    return translate(
        "CardWords",
        "PyTorch for it is fetched once, kept in your data folder, and used from the next start "
        "on; the processor's own stays as it is.",
    )


def total_sentence(plan: BuildPlan) -> str:
    """How much all of it is."""
    return translate(
        "CardWords", "{size} to fetch; {room} must be free on the disk meanwhile."
    ).format(size=size_words(plan.num_bytes), room=size_words(_UNPACKED * plan.num_bytes))


def size_words(num_bytes: int | None) -> str:
    """A size as people read it."""
    if num_bytes is None:
        return translate("CardWords", "Not known")
    if num_bytes >= _GIGA:
        return f"{decimal(num_bytes / _GIGA, 2)} GB"
    return f"{decimal(num_bytes / _MEGA, 1)} MB"
