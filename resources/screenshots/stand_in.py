"""A stand-in for the file of VisAH, which is not in the repository: a network nobody trained."""

import torch

from cass_core.balance.balancing import DEFAULT_REBALANCER
from cass_core.checkpoints.checkpoint import save_model
from cass_core.checkpoints.registry import user_models_folder
from cass_core.model.balancing.config import RebalancerConfig
from cass_core.model.balancing.visah import VisAH

_SIZES = RebalancerConfig(
    width=4, inner=64, heads=2, blocks=1, context_layers=1, picture=64, clip_side=112,
    clip_width=64, clip_layers=1,
)  # fmt: skip
_SWING = 2.0


def put_stand_in() -> None:
    """Give the user who is played a network whose mask wavers about 1, at random."""
    torch.manual_seed(11)
    network = VisAH(_SIZES)
    with torch.no_grad():
        mask, wave = network.decoder[-1].conv_tr, network.tdecoder[-1].conv_tr
        mask.weight.mul_(_SWING)
        mask.bias.fill_(1.0)
        wave.weight.zero_()
        wave.bias.zero_()
    save_model(
        user_models_folder() / DEFAULT_REBALANCER,
        dict(network.state_dict()),
        _SIZES,
        licence="none",
        default_steps=1,
        notes={"imported": "A network that nobody has trained"},
    )
