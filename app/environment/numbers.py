"""Numbers as the language of the program writes them."""

from PySide6.QtCore import QCoreApplication, QLocale


def decimal(value: float, num_decimals: int, *, signed: bool = False) -> str:
    """A number with so many decimals.

    Args:
        value: finite.
        num_decimals: of what is written.
        signed: with a plus where it is above 0.

    Returns:
        Such as "12.5", or "12,5" in German; thousands stand together, zero has no sign.
    """
    rounded = round(value, num_decimals) + 0.0  # no -0
    plus = "+" if signed and rounded > 0 else ""
    return plus + _locale().toString(rounded, "f", num_decimals)


def short(value: float, num_digits: int = 6) -> str:
    """A number with at most so many digits, and none that say nothing: "48", "44.1"."""
    return _locale().toString(value, "g", num_digits)


def percent(share: float) -> str:
    """A share from 0 to 1: "34%"."""
    return QCoreApplication.translate("Numbers", "{number}%").format(number=f"{share * 100:.0f}")


def decimal_point() -> str:
    """What stands between a number and its decimals."""
    return _locale().decimalPoint()


def _locale() -> QLocale:
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale
