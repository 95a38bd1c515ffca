"""PANNs (Kong et al. 2020): Cnn14 for a whole clip, Cnn14_DecisionLevelMax for every moment."""

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from cass_core.clips import FloatArray
from cass_core.metrics.taggers.log_mel import (
    NUM_MELS,
    PANNS_16K,
    PANNS_32K,
    PannsFrontEnd,
    panns_log_mel,
)
from cass_core.metrics.taggers.published_weights import load_published

NUM_AUDIOSET_CLASSES = 527
FRAMES_A_STEP = 32  # five poolings by two
_WIDTHS = (64, 128, 256, 512, 1024, 2048)
# the file brings Fourier and mel matrices; ours are computed
_EXTRACTORS = ("spectrogram_extractor.", "logmel_extractor.")


class _ConvBlock(nn.Module):
    """Two convolutions and a mean over squares of the plane."""

    def __init__(self, before: int, width: int, pooling: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(before, width, 3, padding=1, bias=False)
        self.conv2 = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.bn1 = nn.BatchNorm2d(width)
        self.bn2 = nn.BatchNorm2d(width)
        self._pooling = pooling

    def forward(self, planes: Tensor) -> Tensor:
        planes = torch.relu(self.bn1(self.conv1(planes)))
        planes = torch.relu(self.bn2(self.conv2(planes)))
        return F.avg_pool2d(planes, self._pooling)


class Cnn14(nn.Module):
    """The 14-layer network with its published key layout."""

    def __init__(self, front: PannsFrontEnd) -> None:
        """Make the layers.

        Args:
            front: what the weights were trained on.
        """
        super().__init__()
        self.front = front
        self.bn0 = nn.BatchNorm2d(NUM_MELS)
        for row, width in enumerate(_WIDTHS):
            before = _WIDTHS[row - 1] if row else 1
            pooling = 1 if row == len(_WIDTHS) - 1 else 2
            setattr(self, f"conv_block{row + 1}", _ConvBlock(before, width, pooling))
        self.fc1 = nn.Linear(_WIDTHS[-1], _WIDTHS[-1])
        self.fc_audioset = nn.Linear(_WIDTHS[-1], NUM_AUDIOSET_CLASSES)

    def planes(self, samples: Tensor) -> Tensor:
        """The last convolution's output, its mean over frequency.

        Args:
            samples: (b, sample) at the front end's rate, at least one step long.

        Returns:
            (b, channel, step), a step is `FRAMES_A_STEP` frames.
        """
        planes = panns_log_mel(samples, self.front)[:, None]
        planes = self.bn0(planes.transpose(1, 3)).transpose(1, 3)
        for row in range(len(_WIDTHS)):
            planes = getattr(self, f"conv_block{row + 1}")(planes)
        return planes.mean(dim=3)

    def forward(self, samples: Tensor) -> Tensor:
        """Logits (b, class) of whole clips (b, sample)."""
        planes = self.planes(samples)
        return self.fc_audioset(torch.relu(self.fc1(planes.amax(dim=2) + planes.mean(dim=2))))

    def hear(self, samples: FloatArray) -> FloatArray:
        """Logits (class,) of a mono clip (sample,) at the front end's rate."""
        return _heard(self, samples)


class Cnn14DecisionLevelMax(Cnn14):
    """The same network with a decision every step."""

    def forward(self, samples: Tensor) -> Tensor:
        """Logits (b, frame, class) of clips (b, sample).

        A frame is a hop of the front end; each step's decision stands for its frames, the last
        one also for what is left over.
        """
        planes = self.planes(samples)
        near = F.max_pool1d(planes, 3, 1, 1) + F.avg_pool1d(planes, 3, 1, 1)
        logits = self.fc_audioset(torch.relu(self.fc1(near.transpose(1, 2))))
        frames = logits.repeat_interleave(FRAMES_A_STEP, dim=1)
        missing = samples.shape[1] // self.front.hop + 1 - frames.shape[1]
        return torch.cat([frames, frames[:, -1:].expand(-1, missing, -1)], dim=1)

    def hear(self, samples: FloatArray) -> FloatArray:
        """Logits (frame, class) of a mono clip (sample,) at the front end's rate."""
        return _heard(self, samples)


def load_cnn14(path: Path, front: PannsFrontEnd = PANNS_16K) -> Cnn14:
    """Cnn14 with published weights; ModelError where the file holds others.

    Args:
        path: `Cnn14_16k_mAP=0.438.pth` or, at 32 kHz, `Cnn14_mAP=0.431.pth`.
        front: the front end that belongs to the file.

    Returns:
        The network, ready to hear.
    """
    network = Cnn14(front)
    load_published(network, path, ignored=_EXTRACTORS)
    return network.eval()


def load_decision_level_max(path: Path) -> Cnn14DecisionLevelMax:
    """The network of `Cnn14_DecisionLevelMax_mAP=0.385.pth`, at 32 kHz."""
    network = Cnn14DecisionLevelMax(PANNS_32K)
    load_published(network, path, ignored=_EXTRACTORS)
    return network.eval()


def _heard(network: Cnn14, samples: FloatArray) -> FloatArray:
    """Logits of one clip; one that is too short is filled up with silence."""
    front = network.front
    least = (FRAMES_A_STEP - 1) * front.hop + front.n_fft
    sound = torch.from_numpy(samples).float()
    sound = F.pad(sound, (0, max(0, least - len(sound))))
    with torch.inference_mode():
        logits: FloatArray = network(sound[None])[0].numpy()
    return logits
