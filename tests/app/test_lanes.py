"""The table of lanes: nothing stands twice, and what rows name exists."""

from dataclasses import fields

import pytest

from app.actions.action_table import ACTIONS
from app.lanes import LANES, SOUND_LANES
from app.look.colours import Theme
from cass_core.stem_names import LANE_CODES, STEMS, Stem
from cass_core.stems.line import LinePoint
from cass_core.stems.rebalance import StemGain
from tests.helpers.window.painted import Painted


def test_every_sound_has_one_lane_in_the_order_of_its_axis():
    assert tuple(lane.code for lane in SOUND_LANES) == LANE_CODES
    assert [lane.stem for lane in SOUND_LANES] == [None, *STEMS]
    assert len({lane.code for lane in LANES}) == len(LANES)


def test_colours_are_fields_of_the_theme():
    assert {lane.colour for lane in LANES} <= {field.name for field in fields(Theme)}


def test_actions_of_lanes_are_in_the_menus():
    rows = {row.name: row for row in ACTIONS}
    for lane in LANES:
        for action in (lane.focus, lane.solo):
            if action is not None:
                assert (rows[action.name].text, rows[action.name].keys) == (
                    action.text,
                    (action.key,),
                )


@pytest.mark.media
def test_a_stems_gain_paints_only_its_own_lane_in_the_whole_window(separated):
    separated.wait(separated.context.store.is_settled)
    separated.settle()
    lanes = separated.window.lanes.lanes
    painted = {code: Painted(lane.canvas) for code, lane in lanes.items()}
    line = (LinePoint(0, -6.0),)
    separated.project.mix.set_gain(Stem.FX, StemGain(line=line))
    separated.project.mix.set_gain(Stem.FX, StemGain(-3.0, line=line))
    separated.project.mix.set_master_db(-3.0)
    separated.wait(lambda: bool(painted["FX"].regions))
    separated.settle()
    assert [code for code, one in painted.items() if one.regions] == ["FX"]
