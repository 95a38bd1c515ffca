"""The see-through waveform."""

import numpy as np
import pytest
from PySide6.QtGui import QColor

from app.views.lanes.axis.waveform_image import waveform_image


def filled(peaks, height):
    image = waveform_image(np.float32(peaks), height, QColor("#ffffff"), 0.5)
    data = np.frombuffer(image.constBits(), np.uint32).reshape(height, image.width())
    return (data != 0).sum(axis=0).tolist()


def test_columns_are_as_high_as_the_sound():
    assert filled([[-1, -0.5, 0], [1, 0.5, 0]], 101) == pytest.approx([94, 48, 1], abs=1)


def test_columns_always_meet():
    image = waveform_image(np.float32([[0.5, -0.9], [0.6, -0.8]]), 101, QColor("#ffffff"), 0.5)
    data = np.frombuffer(image.constBits(), np.uint32).reshape(101, 2) != 0
    assert (data[:, 0] & data[:, 1]).any()


def test_numbers_that_are_none_do_no_harm():
    assert filled([[np.nan, -9], [np.nan, 9]], 101)[1] >= 95


def test_colours_are_premultiplied():
    image = waveform_image(np.float32([[-1], [1]]), 11, QColor("#804020"), 0.5)
    assert image.constBits()[:0] == b""
    middle = image.pixelColor(0, 5)
    assert abs(middle.red() - 0x80) <= 2
    assert middle.alpha() == 128
