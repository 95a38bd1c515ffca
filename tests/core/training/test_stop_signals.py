"""Signals become a wish to stop, and only while somebody listens."""

import os
import signal

import pytest

from cass_core.training.stop_signals import request_stop_on_signals


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_is_a_wish(number):
    before = signal.getsignal(number)
    with request_stop_on_signals() as request:
        assert not request.made
        os.kill(os.getpid(), number)
        os.kill(os.getpid(), number)  # torchrun repeats it
        assert request.made
    assert signal.getsignal(number) == before
