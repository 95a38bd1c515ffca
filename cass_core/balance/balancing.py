"""Balance by the picture as one call: what command line and window ask for."""

from collections.abc import Generator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from cass_core.balance.lines import BalanceLines
from cass_core.checkpoints.description import load_description
from cass_core.checkpoints.importers.sources import CLIP_PAGE
from cass_core.checkpoints.registry import find_model, registered_models
from cass_core.clips import SampleSpan
from cass_core.device_choice import DeviceChoice
from cass_core.errors import ModelError, SettingsError
from cass_core.model.balancing.config import RebalancerConfig
from cass_core.repair.edited_stems import EditedStems
from cass_core.repair.edits import EditList
from cass_core.repair.opened_stems import edited_stems
from cass_core.repair.sensitivity.sensitivity import Sensitivity
from cass_core.spans import gaps

if TYPE_CHECKING:
    from cass_core.balance.balancer import NetworkOnDevice

DEFAULT_REBALANCER = "visah"


@dataclass(frozen=True)
class BalanceRequest:
    """What is balanced.

    Attributes:
        takes: folders of stems that lie over each other, the lowest first.
        movie: whose picture is looked at.
        audio_start_s: media time of the sound's first sample.
        span: of the programme.
        edits: repairs of the stems.
        sensitivity: how strictly their masks decide.
        known_takes: folders of all separations by name, of which repairs take from some.
        model: name or folder of the network.
        device: where it computes.
    """

    takes: tuple[Path, ...]
    movie: Path
    audio_start_s: Fraction
    span: SampleSpan
    edits: EditList = EditList()
    sensitivity: Sensitivity = Sensitivity()
    known_takes: Mapping[str, Path] = field(default_factory=dict)
    model: str = DEFAULT_REBALANCER
    device: DeviceChoice = "auto"

    def opened(self) -> EditedStems:
        """The stems as they are heard, to be closed by the caller."""
        return edited_stems(self.takes, self.sensitivity, self.edits, self.known_takes)


def check_rebalancer(name: str) -> Path:
    """Folder of a model that balances by the picture; ModelError with what to get where it cannot.

    Args:
        name: or folder.

    Returns:
        Its folder; only a small file was read.
    """
    folder = _whole_one() if name == DEFAULT_REBALANCER else find_model(name)
    config = load_description(folder).config
    if not isinstance(config, RebalancerConfig):
        raise ModelError(f"The model '{name}' does not balance by the picture; choose visah.")
    if not config.clip_layers:
        raise ModelError(
            f"The model '{name}' has no encoder of pictures; get model.safetensors of CLIP "
            f"ViT-L/14 from {CLIP_PAGE}, put it beside VContextEnc3.ckpt and import that again."
        )
    return folder


def _whole_one() -> Path:
    """The first model that balances and has its encoder; any other is not taken by itself."""
    for model in registered_models(separating=False):
        config = model.description.config
        if isinstance(config, RebalancerConfig) and config.clip_layers:
            return model.folder
    return find_model(DEFAULT_REBALANCER)


def balanced(request: BalanceRequest) -> Generator[float, None, BalanceLines]:
    """Let the network rebalance a span, and fit gain lines of the stems to what it gives.

    Args:
        request: what is balanced.

    Returns:
        A generator of the share that is done, whose result is the gain lines.

    Raises:
        ModelError: the network is not here, or not whole.
        MediaError: the movie has no picture, or cannot be read.
        StemSetError: a folder is missing or damaged.
        SettingsError: a part of the span is not separated.
    """
    # loaded late: who only names this function needs no network
    from cass_core.balance.balancer import Balancer
    from cass_core.balance.pictures import SeenPictures

    check_rebalancer(request.model)
    yield 0.0
    with request.opened() as stems:
        if gaps(request.span, stems.covered) or request.span.num_samples <= 0:
            raise SettingsError(
                "Only a part of this is separated; separate the rest first, or choose a part."
            )
        network = placed_network(request.model, request.device)
        frames_hz = network.config.frames_hz
        pictures = SeenPictures(request.movie, request.audio_start_s, frames_hz, network.seen)
        with closing(pictures):
            return (yield from Balancer(network, pictures, stems).lines(request.span))


def placed_network(name: str, device: DeviceChoice) -> "NetworkOnDevice":
    """A network that balances, where it computes; ModelError with what to get where it cannot.

    Args:
        name: or folder.
        device: where it computes.

    Returns:
        The network with its encoder of pictures.
    """
    from cass_core.balance.balancer import NetworkOnDevice
    from cass_core.checkpoints.checkpoint import load_model
    from cass_core.compute_device import choose_device
    from cass_core.model.balancing.visah import VisAH

    network, _ = load_model(check_rebalancer(name))
    assert isinstance(network, VisAH)
    return NetworkOnDevice(network, choose_device(device).kind)
