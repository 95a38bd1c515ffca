"""The names by which a user chooses where the network runs; loads nothing big."""

from typing import Literal

DeviceChoice = Literal["auto", "cuda", "cpu", "mps"]
