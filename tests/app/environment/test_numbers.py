"""Numbers are written as the language of the program does."""

import pytest
from PySide6.QtCore import QLocale

from app.environment.numbers import decimal, decimal_point, percent, short


@pytest.fixture(params=["en", "de", "fr"])
def point(request):
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield "." if request.param == "en" else ","
    QLocale.setDefault(before)


def test_decimals_have_the_languages_point(point):
    assert decimal_point() == point
    assert decimal(12.345, 1) == f"12{point}3"
    assert decimal(-0.01, 1) == f"0{point}0"
    assert decimal(1234.5, 1) == f"1234{point}5"
    assert decimal(3.0, 1, signed=True) == f"+3{point}0"
    assert decimal(-3.0, 1, signed=True) == f"-3{point}0"
    assert decimal(0.04, 1, signed=True) == f"0{point}0"
    assert short(44.1) == f"44{point}1"
    assert short(48.0) == "48"


def test_shares_are_whole_percents():
    assert [percent(share) for share in (0.0, 0.341, 1.0)] == ["0%", "34%", "100%"]
