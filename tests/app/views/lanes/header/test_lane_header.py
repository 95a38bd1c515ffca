"""Solo, mute, gain and meters of the lanes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from app.look.theme import active_theme
from app.views.lanes.header.gain_field import GainField, read_gain
from app.views.lanes.header.level_meter import LevelMeter, height_of
from app.views.lanes.header.strictness_field import read_strictness
from cass_core.stem_names import STEMS, Stem
from tests.helpers.window import mouse


@pytest.mark.parametrize("name", ["solo", "mute"])
def test_buttons_change_the_mix_and_follow_it(qtbot, stack, project, undo, name):
    button = getattr(stack.lanes["FX"].header, name)
    field = {"solo": "soloed", "mute": "muted"}[name]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert getattr(project.mix.gain(Stem.FX), field)
    undo.undo()
    assert not button.isChecked()


def test_ctrl_solos_alone(qtbot, stack, project, monkeypatch):
    headers = [stack.lanes[stem.value].header for stem in STEMS]
    qtbot.mouseClick(headers[0].solo, Qt.MouseButton.LeftButton)
    monkeypatch.setattr(headers[1], "_pressed_keys", lambda: mouse.CTRL)
    qtbot.mouseClick(headers[1].solo, Qt.MouseButton.LeftButton)
    assert [project.mix.gain(stem).soloed for stem in STEMS] == [False, True, False]
    assert [header.solo.isChecked() for header in headers] == [False, True, False]


def test_the_mixture_has_a_button_for_the_original(qtbot, stack, playback):
    header = stack.lanes["MIX"].header
    assert not header.solo.isVisible()
    qtbot.mouseClick(header.original, Qt.MouseButton.LeftButton)
    assert playback.comparison.original
    playback.comparison.set_original(False)
    assert not header.original.isChecked()


@pytest.mark.parametrize(
    ("lane", "read"),
    [("MX", lambda mix: mix.gain(Stem.MX).gain_db), ("MIX", lambda mix: mix.master_db)],
)
def test_gain_fields_change_the_mix_and_follow_it(qtbot, stack, project, undo, lane, read):
    field = stack.lanes[lane].header.gain
    mouse.drag(field, (30, 10), (30, 0), (30, -20))
    assert read(project.mix) == pytest.approx(3.0)
    assert field.text() == "+3.0 dB"
    assert undo.count() == 1
    undo.undo()
    assert field.text() == "0.0 dB"


def test_a_stem_gets_less_bleed_or_fewer_artefacts(stack, project, undo):
    field = stack.lanes["FX"].header.strictness
    assert not stack.lanes["MIX"].header.strictness.isVisible()
    mouse.drag(field, (30, 10), (30, 0), (30, -30))
    assert project.sensitivity.value[Stem.FX].percent == 40
    assert field.text() == "Bleed −40"
    mouse.drag(field, (30, 10), (30, 20), (30, 110))
    assert project.sensitivity.value[Stem.FX].percent == -60
    assert field.text() == "Artefacts −60"
    assert undo.count() == 2
    undo.undo()
    undo.undo()
    assert field.text() == "As separated"
    assert project.sensitivity.value.is_neutral


@pytest.mark.parametrize(
    ("text", "percent"),
    [("40", 40), ("-25 %", -25), ("−7,5", -7.5), ("101", None), ("much", None), ("", None)],
)
def test_strictness_as_typed(text, percent):
    assert read_strictness(text) == percent


@pytest.fixture
def field(qtbot):
    field = GainField("Gain")
    qtbot.addWidget(field)
    field.chosen.connect(lambda gain_db, _gesture: field.show_value(gain_db))
    field.show()
    return field


@pytest.mark.parametrize(
    ("before", "act", "after"),
    [
        (0.0, lambda qtbot, field: qtbot.keyClick(field, Qt.Key.Key_Up), 0.5),
        (0.0, lambda qtbot, field: qtbot.keyClick(field, Qt.Key.Key_Down, mouse.SHIFT), -0.1),
        (0.0, lambda qtbot, field: qtbot.keyClick(field, Qt.Key.Key_PageDown), -3.0),
        (11.9, lambda qtbot, field: qtbot.keyClick(field, Qt.Key.Key_Up), 12.0),
        (3.0, lambda _, field: mouse.double_click(field, (20, 10)), 0.0),
        (0.0, lambda _, field: mouse.drag(field, (20, 10), (50, 10)), 3.0),
        (0.0, lambda _, field: mouse.drag(field, (20, 10), (22, 10)), 0.0),
        (0.0, lambda _, field: mouse.drag(field, (20, 10), (70, 10), keys=mouse.SHIFT), 1.0),
        (0.0, lambda _, field: mouse.turn(field, (20, 10), notches=1), 0.5),
        (0.0, lambda _, field: mouse.turn(field, (20, 10), notches=-2, keys=mouse.SHIFT), -0.2),
    ],
)
def test_ways_to_change_a_gain(qtbot, field, before, act, after):
    field.show_value(before)
    act(qtbot, field)
    assert field.value == pytest.approx(after)


@pytest.mark.parametrize(
    ("typed", "key", "after"),
    [
        ("-4.5", Qt.Key.Key_Return, -4.5),
        ("6", Qt.Key.Key_Return, 6.0),
        ("99", Qt.Key.Key_Return, 1.0),
        ("3x", Qt.Key.Key_Return, 1.0),
        ("5", Qt.Key.Key_Escape, 1.0),
    ],
)
def test_typing_a_gain(qtbot, field, typed, key, after):
    field.show_value(1.0)
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, key)
    assert field.value == after
    assert field.isReadOnly()


@pytest.mark.parametrize(
    ("text", "gain_db"),
    [
        ("3", 3),
        ("-4,5 dB", -4.5),
        ("+2", 2),
        ("-inf", -60),
        ("-80", -60),
        ("", None),
        ("1.2.3", None),
        ("12.1", None),
    ],
)
def test_reading_a_gain(text, gain_db):
    assert read_gain(text) == gain_db


def test_quick_steps_are_one_gesture(qtbot, field):
    gestures = []
    field.chosen.connect(lambda _gain_db, gesture: gestures.append(gesture))
    for _ in range(3):
        qtbot.keyClick(field, Qt.Key.Key_Up)
    mouse.double_click(field, (20, 10))
    assert len(set(gestures[:3])) == 1
    assert gestures[3] != gestures[0]


def is_lit(meter):
    """Whether the clip lamp, the uppermost pixels, is drawn in the colour of danger."""
    lamp = meter.grab().toImage().pixelColor(meter.width() // 2, 1)
    return lamp == QColor(active_theme().danger)


def test_meters_show_levels_and_peaks(stack, playback):
    playback.meters.meter(DX=-12.0)
    header = stack.lanes["DX"].header
    assert header.meter.peak_db == -12.0
    assert header.meter.accessibleDescription() == "Peak -12.0 dB"
    assert not is_lit(header.meter)


def test_the_lamp_stays_until_it_is_clicked(stack, playback):
    meter = stack.lanes["MIX"].header.meter
    playback.meters.meter(MIX=0.2)
    playback.meters.meter(MIX=-30.0)
    assert is_lit(meter)
    mouse.click(meter, (5, 30))
    assert not is_lit(meter)
    assert meter.hold_db == -30.0


def test_the_bar_rises_with_the_level(qtbot):
    meter = LevelMeter("fx", "Level")
    qtbot.addWidget(meter)
    meter.resize(12, 120)
    lit = []
    for level_db in (-70.0, -40.0, -20.0, -6.0):
        meter.show_level(level_db, -70.0)
        image = meter.grab().toImage()
        lit.append(sum(image.pixelColor(6, y).blue() > 60 for y in range(10, 120)))
    assert lit == sorted(set(lit))


@pytest.mark.parametrize(("level_db", "share"), [(-99, 0), (-70, 0), (0, 1), (6, 1)])
def test_ends_of_the_meter(level_db, share):
    assert height_of(level_db) == share
