"""What kinds of models cost: one window of a published network, a while of a flow."""

from dataclasses import replace

import pytest

from cass_core.errors import SettingsError
from cass_core.evaluation.benchmark import kinds
from cass_core.evaluation.benchmark.kinds import cost_here, measure_kind
from cass_core.evaluation.benchmark.published_sizes import published_sizes
from tests.helpers.command_line import run_cass
from tests.helpers.separation.published_checkpoints import mrx_config
from tests.helpers.separation.separation_fakes import TINY


def test_a_kind_is_measured_on_what_it_adds_to_a_long_programme(monkeypatch):
    small = replace(mrx_config(), window=2 * 44_100, hop=44_100)
    monkeypatch.setattr(kinds, "published_sizes", lambda: {"mrx": small, "flow": TINY})
    monkeypatch.setattr(kinds, "_FLOW_S", 1.0)
    for kind, film_s, steps in (("mrx", 1.0, 1), ("flow", 1.0, 2)):
        cost = cost_here(kind)
        assert (cost.kind, cost.film_s, cost.steps) == (kind, film_s, steps)
        assert cost.seconds > 0
        assert cost.processor_s > 0
        assert cost.peak_bytes > 50 << 20


def test_the_table_has_a_line_for_each_kind(monkeypatch, capfd):
    made = kinds.KindCost("", 1, 10.0, 20.0, 30.0, 500 << 20)
    asked = []

    def measured(name):
        asked.append(name)
        return made if name == "starter" else replace(made, processor_s=75.0)

    monkeypatch.setattr(kinds, "measure_kind", measured)
    lines = run_cass(capfd, "bench", "kinds").out.splitlines()
    assert asked == list(published_sizes())
    assert lines[1].split() == ["starter", "2.00", "3.00", "1.0", "500", "MiB"]
    assert lines[-1].split()[2:4] == ["7.50", "2.5"]


def test_a_kind_that_nobody_knows_is_a_sentence():
    with pytest.raises(SettingsError, match="no kind 'umx'; choose one of starter, av-cass, mrx"):
        measure_kind("umx")
