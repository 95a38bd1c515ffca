"""The slider's positions, steps and words."""

import pytest

from app.views.panels.quality_scale import STEPS, label_for, position_of, steps_at
from app.views.panels.quality_slider import QualitySlider
from cass_core.request.settings import HIGHEST_STEPS, LOWEST_STEPS


@pytest.mark.parametrize(
    ("steps", "recommended", "position", "label"),
    [
        (1, 2, 0, "1 step"),
        (2, 2, 1, "2 steps · recommended"),
        (1, 1, 0, "1 step · recommended"),
        (12, 11, 6, "12 steps · recommended"),
        (32, 2, 9, "32 steps"),
        (128, 0, 13, "128 steps"),
    ],
)
def test_table(steps, recommended, position, label):
    assert position_of(steps) == position
    assert steps_at(position) == steps
    assert label_for(steps, recommended) == label


def test_scale_is_logarithmic_and_covers_everything():
    assert (STEPS[0], STEPS[-1]) == (LOWEST_STEPS, HIGHEST_STEPS)
    ratios = [b / a for a, b in zip(STEPS, STEPS[1:], strict=False)]
    assert all(1.3 <= ratio <= 2 for ratio in ratios)


@pytest.mark.parametrize(("steps", "nearest"), [(5, 6), (7, 8), (20, 24), (100, 96), (127, 128)])
def test_numbers_between_go_to_the_nearest_ratio(steps, nearest):
    assert steps_at(position_of(steps)) == nearest


def test_slider_reports_steps(qtbot):
    slider = QualitySlider()
    qtbot.addWidget(slider)
    slider.set_steps(4)
    slider.show_recommended(2)
    told = []
    slider.steps_changed.connect(told.append)
    slider.slider.setValue(slider.slider.maximum())
    slider.set_steps(1)
    slider.set_steps(1)
    assert told == [249, 1]
    assert slider.steps == 1
    assert "1 step" in slider.slider.accessibleName()
