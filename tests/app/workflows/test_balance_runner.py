"""Balance by the picture in the window: gain lines that are undone like others, or a sentence."""

import time

import pytest

from app.jobs.balance_job import BalanceFound, BalanceShare
from app.project.seen.selection import Selection
from app.workflows import balance_runner
from cass_core.balance.lines import BalanceLines
from cass_core.checkpoints.checkpoint import save_model
from cass_core.checkpoints.registry import user_models_folder
from cass_core.clips import SampleSpan
from cass_core.stem_names import STEMS, Stem
from cass_core.stems.line import LinePoint
from tests.helpers.separation.rebalancers import TINY_SEEING, tiny_rebalancer

RATE = 48_000


def slow_steps(request):
    """Steps that take long and find the same lines."""
    points = (LinePoint(0, 6.0), LinePoint(request.span.stop, -6.0))

    def steps():
        for number in range(400):
            time.sleep(0.01)
            yield BalanceShare(number / 400)
        yield BalanceFound(BalanceLines(request.span, RATE, 3 * RATE, (points,) * 3, -14.2, -6.1))

    return steps


@pytest.mark.media
def test_the_network_draws_gain_lines_in_the_selection(separated):
    config = TINY_SEEING
    save_model(
        user_models_folder() / "visah", tiny_rebalancer(config).state_dict(), config,
        licence="none", default_steps=1, notes={},
    )  # fmt: skip
    e, mix, before = separated, separated.project.mix, separated.project.mix.rebalance
    e.view.select(Selection(SampleSpan(RATE, 2 * RATE)))
    e.trigger("balance_by_picture")
    assert e.window.balance_panel.isVisible()
    e.wait(lambda: e.context.balancing.lines is not None, 60_000)
    e.wait_for_action("balance_by_picture")
    assert "fit error" in e.window.balance_panel.state.toolTip()
    drawn = [mix.gain(stem).line for stem in STEMS]
    assert any(drawn)
    for line in filter(None, drawn):
        assert all(not p.value for p in line if not 0.9 * RATE < p.sample < 2.1 * RATE)
        assert all(abs(point.value) <= 12 for point in line)
    assert e.undo.undoText() == "Balance by the picture"
    e.undo.undo()
    assert mix.rebalance == before
    e.undo.redo()
    assert [mix.gain(stem).line for stem in STEMS] == drawn
    e.window.balance_panel.dismiss.click()
    assert not e.window.balance_panel.isVisible()


@pytest.mark.media
def test_it_can_be_cancelled_and_says_what_is_missing(separated, monkeypatch):
    e = separated
    e.trigger("balance_by_picture")
    e.wait(lambda: "get it with `cass models get visah`" in e.said)
    assert not e.window.balance_panel.isVisible()
    monkeypatch.setattr(balance_runner, "balance_steps", slow_steps)
    e.trigger("balance_by_picture")
    e.wait(lambda: "%" in e.window.balance_panel.state.toolTip())
    assert not e.said
    e.wait(lambda: not e.actions["balance_by_picture"].isEnabled())
    e.window.balance_panel.cancel.click()
    e.wait(lambda: not e.context.balancing.busy)
    assert not e.project.mix.gain(Stem.DX).line
    assert not e.window.balance_panel.isVisible()
    e.wait_for_action("balance_by_picture")
