import io
import json

import pytest

from cass_core.cli.shown.report_line import ReportLine, clock
from cass_core.cli.shown.warnings_shown import WarningsShown
from cass_core.request.events import PhaseShare, StepDone, Warned


class Timing:
    """Knows what the test says."""

    def __init__(self, phase, share, remaining_s):
        self.phase, self.share, self.remaining_s = phase, share, remaining_s

    def add(self, event, time_s):
        if isinstance(event, PhaseShare):
            self.phase, self.share = event.phase, event.share


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.4, "0:00"), (59.6, "1:00"), (600, "10:00"), (7384, "2:03:04")]
)
def test_clock(seconds, text):
    assert clock(seconds) == text


def test_bar_says_the_phase_the_share_and_the_rest(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with ReportLine(Timing("separate", 0.42, 95.0), as_json=False) as line:
        line.show(StepDone(0.5))
    text = terminal.getvalue()
    assert "separating" in text
    assert " 42%|" in text
    assert "| 1:35 left" in text


def test_no_bar_in_a_file(monkeypatch):
    file = io.StringIO()
    monkeypatch.setattr("sys.stderr", file)
    with ReportLine(Timing("separate", 0.42, 95.0), as_json=False) as line:
        line.show(StepDone(0.5))
    assert file.getvalue() == ""


def test_sentence_stands_on_a_line_of_its_own_and_once(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    with WarningsShown(), ReportLine(Timing("load", 0.0, None), False) as line:
        for _ in range(2):
            line.show(Warned("No CUDA."))
    lines = terminal.getvalue().replace("\r", "\n").splitlines()
    assert lines.count("No CUDA.") == 1


def test_json_lines(capsys):
    timing = Timing("load", 0.0, None)
    with ReportLine(timing, as_json=True) as line:
        line.show(PhaseShare("sound", 0.1))
        line.show(PhaseShare("sound", 0.2))
        timing.remaining_s = 5.0
        line.show(PhaseShare("sound", 0.3))
        line.show(Warned("No CUDA."))
    events = [json.loads(text) for text in capsys.readouterr().out.splitlines()]
    assert [event["share"] for event in events] == [0.1, 0.3]
    assert events[1]["warning"] == "No CUDA."
    assert events[1]["remaining_s"] == 5.0
