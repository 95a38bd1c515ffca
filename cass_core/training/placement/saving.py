"""Write the weights of the review's networks: files that say what they are and whose."""

import json
from pathlib import Path
from typing import Any

from safetensors import SafetensorError
from safetensors.torch import save_file

from cass_core.errors import OutputError
from cass_core.review.cells.cell_net import CellNet
from cass_core.review.suspicion.suspicion_net import SuspicionNet
from cass_core.whole_files import whole_file

_LICENCE = "CC-BY-SA-4.0"
_ATTRIBUTION = (
    "Trained on the starter corpus; `cass corpus show` lists its packages and their licences."
)


def save_small_net(
    path: Path, network: CellNet | SuspicionNet, version: str, notes: dict[str, Any]
) -> None:
    """Write weights in half precision with their licence.

    Args:
        path: the file.
        network: what was trained.
        version: of what the network hears and says.
        notes: free facts about the training.

    Raises:
        OutputError: the file cannot be written.
    """
    facts = {
        "version": version, "width": str(network.width), "licence": _LICENCE,
        "attribution": _ATTRIBUTION, "notes": json.dumps(notes),
    }  # fmt: skip
    state = network.state_dict()
    halves = {k: v.half() if v.is_floating_point() else v for k, v in state.items()}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(path, durable=True) as fresh:
            save_file({k: v.contiguous() for k, v in halves.items()}, fresh, facts)
    except (OSError, SafetensorError) as error:
        raise OutputError(
            f"The weights cannot be written to {path}; choose another file."
        ) from error
