"""What tests of the separator share."""

import pytest
import torch


@pytest.fixture
def one_thread():
    """A network is called once for a batch, and not once for each thread's share of it."""
    former = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(former)
