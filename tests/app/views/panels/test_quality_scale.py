"""The slider's positions, steps and words."""

import pytest

from app.views.panels.quality_scale import STEPS, label_for, position_of, steps_at, words_for
from app.views.panels.quality_slider import QualitySlider
from cass_core.request.settings import HIGHEST_STEPS, LOWEST_STEPS


@pytest.mark.parametrize(
    ("steps", "position", "label"),
    [
        (1, 0, "Fast and conservative · 1 step"),
        (2, 1, "Quick · 2 steps"),
        (4, 3, "Balanced · 4 steps"),
        (8, 5, "Balanced · 8 steps"),
        (16, 7, "Natural · 16 steps"),
        (32, 9, "Most natural · 32 steps"),
        (128, 13, "Most natural · 128 steps"),
    ],
)
def test_table(steps, position, label):
    assert position_of(steps) == position
    assert steps_at(position) == steps
    assert label_for(steps) == label


def test_scale_is_logarithmic_and_covers_everything():
    assert (STEPS[0], STEPS[-1]) == (LOWEST_STEPS, HIGHEST_STEPS)
    ratios = [b / a for a, b in zip(STEPS, STEPS[1:], strict=False)]
    assert all(1.3 <= ratio <= 2 for ratio in ratios)


@pytest.mark.parametrize(("steps", "nearest"), [(5, 6), (7, 8), (20, 24), (100, 96), (127, 128)])
def test_numbers_between_go_to_the_nearest_ratio(steps, nearest):
    assert steps_at(position_of(steps)) == nearest
    assert words_for(steps)


def test_slider_reports_steps(qtbot):
    slider = QualitySlider()
    qtbot.addWidget(slider)
    slider.set_steps(4)
    told = []
    slider.steps_changed.connect(told.append)
    slider.slider.setValue(slider.slider.maximum())
    slider.set_steps(1)
    slider.set_steps(1)
    assert told == [128, 1]
    assert slider.steps == 1
    assert "1 step" in slider.slider.accessibleName()
