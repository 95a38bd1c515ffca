"""LR-ASD, a published network that says which face speaks, as a second opinion.

The layers, their names and the front ends are those of its authors' release (Liao et al., LR-ASD,
MIT licence); the weights are its users' own to bring.
"""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn.functional import max_pool2d, max_pool3d

from cass_core.clips import FloatArray
from cass_core.errors import ModelError
from cass_core.evaluation.speakers.cepstra import cepstra

_WIDTHS = (1, 32, 64, 128)
_GREY_MEAN, _GREY_SPREAD = 0.4161, 0.1688  # of the pictures that it was trained on
_NORM_EPSILON = 1e-3


class _Convolutions(nn.Module):
    """Four convolutions: twice over the picture or the coefficients, then twice over time."""

    def __init__(self, before: int, after: int, *, picture: bool, stride: int = 1) -> None:
        super().__init__()
        across, widths = "s" if picture else "m", (before, after // 2, after, after, after)
        self._names = (f"{across}_1", f"{across}_2", "t_1", "t_2")
        for number, name in enumerate(self._names):
            size, is_time = (5, 3)[number % 2], number > 1
            layers = _of_picture if picture else _of_sound
            convolution, norm = layers(widths[number], widths[number + 1], size, is_time=is_time)
            if number == 0 and stride > 1:
                convolution.stride = (1, stride, stride)
            self.add_module(name, convolution)
            self.add_module(name.replace("_", "_norm_"), norm)

    def forward(self, values: Tensor) -> Tensor:
        for name in self._names:
            values = self.get_submodule(name)(values)
            values = self.get_submodule(name.replace("_", "_norm_"))(values).relu()
        return values


def _of_picture(
    taken: int, given: int, size: int, *, is_time: bool
) -> tuple[nn.Conv3d, nn.BatchNorm3d]:
    kernel = (size, 1, 1) if is_time else (1, size, size)
    padding = (size // 2, 0, 0) if is_time else (0, size // 2, size // 2)
    convolution = nn.Conv3d(taken, given, kernel, padding=padding, bias=False)
    return convolution, nn.BatchNorm3d(given, eps=_NORM_EPSILON)


def _of_sound(
    taken: int, given: int, size: int, *, is_time: bool
) -> tuple[nn.Conv2d, nn.BatchNorm2d]:
    kernel = (1, size) if is_time else (size, 1)
    padding = (0, size // 2) if is_time else (size // 2, 0)
    convolution = nn.Conv2d(taken, given, kernel, padding=padding, bias=False)
    return convolution, nn.BatchNorm2d(given, eps=_NORM_EPSILON)


class _Encoder(nn.Module):
    """Three blocks with pooling between them; gives (batch, frame, 128)."""

    def __init__(self, *, picture: bool) -> None:
        super().__init__()
        self._picture = picture
        for number in range(3):
            stride = 1 if number or not picture else 2
            widths = _WIDTHS[number], _WIDTHS[number + 1]
            block = _Convolutions(*widths, picture=picture, stride=stride)
            self.add_module(f"block{number + 1}", block)

    def forward(self, values: Tensor) -> Tensor:
        for number in range(3):
            if number and self._picture:
                values = max_pool3d(values, (1, 3, 3), (1, 2, 2), (0, 1, 1))
            elif number:
                values = max_pool2d(values, (1, 3), (1, 2), (0, 1))
            values = self.get_submodule(f"block{number + 1}")(values)
        pooled = values.amax(dim=(3, 4)) if self._picture else values.mean(dim=2)
        return pooled.transpose(1, 2)


class _Gate(nn.Module):
    """Two streams beside each other, each value weighted by all of its frame."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.attention = nn.Conv1d(width, width, 1, bias=False)
        self.bn = nn.BatchNorm1d(width, eps=_NORM_EPSILON)

    def forward(self, first: Tensor, second: Tensor) -> Tensor:
        both = torch.cat([first, second], dim=2).transpose(1, 2)
        return (both * self.bn(self.attention(both)).sigmoid()).transpose(1, 2)


class _Detector(nn.Module):
    """Both directions of time, weighed against each other."""

    def __init__(self) -> None:
        super().__init__()
        self.gru_forward = nn.GRU(256, 64, batch_first=True)
        self.gru_backward = nn.GRU(256, 64, batch_first=True)
        self.attention = _Gate(128)

    def forward(self, values: Tensor) -> Tensor:
        onward, _ = self.gru_forward(values)
        back, _ = self.gru_backward(values.flip(1))
        gated: Tensor = self.attention(onward, back.flip(1))
        return gated


class _Network(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.visualEncoder = _Encoder(picture=True)
        self.audioEncoder = _Encoder(picture=False)
        self.fusion = _Gate(256)
        self.detector = _Detector()


class LrAsd(nn.Module):
    """The network with its last layer."""

    def __init__(self) -> None:
        super().__init__()
        self.model = _Network()
        self.lossAV = nn.ModuleDict({"FC": nn.Linear(128, 2)})
        self.lossV = nn.ModuleDict({"FC": nn.Linear(128, 2)})

    def forward(self, sound: Tensor, picture: Tensor) -> Tensor:
        """How surely the face speaks.

        Args:
            sound: (batch, 4 x picture, 13) cepstra.
            picture: (batch, picture, 112, 112) grey values, full scale is 255.

        Returns:
            (batch, picture), speaks above 0.
        """
        grey = (picture[:, None] / 255.0 - _GREY_MEAN) / _GREY_SPREAD
        seen = self.model.visualEncoder(grey)
        heard = self.model.audioEncoder(sound[:, None].transpose(2, 3))
        scores: Tensor = self.lossAV["FC"](self.model.detector(self.model.fusion(heard, seen)))
        return scores[..., 1] - scores[..., 0]


def load_lr_asd(path: Path) -> LrAsd:
    """Read the published weights.

    Args:
        path: `finetuning_TalkSet.model` or another state dict of the release.

    Returns:
        The network, ready to judge.

    Raises:
        ModelError: the file is not one of them.
    """
    network = LrAsd()
    try:
        network.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    except Exception as error:
        raise ModelError(f"{path} does not hold the weights of LR-ASD; name another.") from error
    return network.eval()


def speaking_scores(
    network: LrAsd, sound: FloatArray, crops: npt.NDArray[np.uint8]
) -> npt.NDArray[np.float32]:
    """How surely a face speaks in each of its pictures.

    Args:
        network: from `load_lr_asd`.
        sound: (sample,) at 16 kHz, from the first picture on.
        crops: (picture, 112, 112) grey, at 25 a second.

    Returns:
        (picture,), speaks above 0.
    """
    values = torch.from_numpy(cepstra(sound, 4 * len(crops)))
    with torch.inference_mode():
        scores = network(values[None], torch.from_numpy(crops.astype(np.float32))[None])
    return np.asarray(scores[0].numpy(), np.float32)
