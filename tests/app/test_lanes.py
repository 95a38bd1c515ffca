"""The table of lanes: nothing stands twice, and what rows name exists."""

from dataclasses import fields

from app.actions.action_table import ACTIONS
from app.lanes import LANES, SOUND_LANES
from app.look.colours import Theme
from cass_core.stem_names import LANE_CODES, STEMS


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
