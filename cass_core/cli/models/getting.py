"""`cass models get` and `import`: models that others have trained, brought to this computer."""

import argparse
import json
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cass_core.cli.common_arguments import add_json, add_overwrite
from cass_core.cli.models.listing import model_row
from cass_core.cli.number_types import above_zero
from cass_core.config import ModelConfig
from cass_core.errors import SettingsError
from cass_core.model.davis.config import KIND as DAVIS_FLOW

if TYPE_CHECKING:
    Actions = argparse._SubParsersAction[argparse.ArgumentParser]

_PICTURES = {
    ("face_video", "slow_only"): "faces and whole frames",
    ("face_video", "none"): "faces",
    ("none", "slow_only"): "whole frames",
    ("none", "none"): "not looked at; import again --with the encoders' files to use it",
}


def add_actions(actions: "Actions") -> None:
    """Declare both actions and their arguments."""
    get = actions.add_parser("get", help="fetch a model of the list; what was cut off goes on")
    get.add_argument("model", nargs="?", metavar="MODEL", help="name in the list")
    get.set_defaults(act=_get, kind=None, further=(), front_end=None)
    bring = actions.add_parser("import", help="take a downloaded checkpoint")
    bring.add_argument("file", type=Path, metavar="FILE", help="the downloaded checkpoint")
    bring.add_argument("--kind", help="which separator it is; default: what its weights say")
    bring.add_argument(
        "--with",
        dest="further",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="a picture encoder that was published apart; may be given twice",
    )
    bring.add_argument(
        "--front-end",
        choices=("released", "trained"),
        help="of AV-CASS: as its scripts separate, or as they train; default: released",
    )
    bring.set_defaults(act=_import)
    for action in (get, bring):
        action.add_argument("--name", help="what to call the model; default: its kind")
        action.add_argument(
            "--hop",
            type=above_zero,
            metavar="SECONDS",
            help="from one window to the next; longer is faster; default: as published",
        )
        action.add_argument(
            "--window",
            type=above_zero,
            metavar="SECONDS",
            help="that the network hears at once, where that can be chosen; default: as published",
        )
        add_overwrite(action, "replace a model of the same name")
        add_json(action, "what the model is")


def _get(options: argparse.Namespace) -> None:
    from cass_core.checkpoints.shelf.getting import fetched, fetched_file, used_up
    from cass_core.checkpoints.shelf.standing import gettable, row_named
    from cass_core.cli.fetch import byte_bar

    if options.model is None:
        names = ", ".join(row.name for row in gettable())
        raise SettingsError(f"Name a model to get: {names}.")
    row = row_named(options.model)
    name = options.name or row.name
    with byte_bar(row.title) as show, closing(fetched(row, name, options.overwrite)) as coming:
        for received in coming:
            show(received.have, received.whole)
    file = fetched_file(row)
    with used_up(file):
        _take(options, file, row.source.kind if row.source else None, name)


def _import(options: argparse.Namespace) -> None:
    _take(options, options.file, options.kind, options.name)


def _take(options: argparse.Namespace, file: Path, kind: str | None, name: str | None) -> None:
    from cass_core.checkpoints.importers.importing import ImportRequest, import_checkpoint

    request = ImportRequest(
        file=file,
        kind=kind,
        name=name,
        hop_s=options.hop,
        window_s=options.window,
        overwrite=options.overwrite,
        further=tuple(options.further),
        front_end=options.front_end,
    )
    folder, description = import_checkpoint(request)
    if options.json:
        print(json.dumps(model_row(folder.name, folder, description), indent=2))
        return
    print(f"{folder.name}: {description.notes['imported']} imported into {folder}")
    print(f"  licence of these weights: {description.licence}")
    if "weights" in description.notes:
        print(f"  weights: {description.notes['weights']}")
    config = description.config
    if isinstance(config, ModelConfig) and config.name == "av-cass":
        vision = config.vision
        print(f"  picture: {_PICTURES[vision.face, vision.scene]}")
    _print_windows(description.config)
    if description.separates:
        print(f"  use it with `cass separate MOVIE --model {folder.name}`")
    elif config.name == DAVIS_FLOW:
        print("  use it with `cass isolate MOVIE --from TIME --to TIME --box X,Y,W,H -o DIR`")
    else:
        print("  use it with `cass balance STEMS -o DIR`")


def _print_windows(config: Any) -> None:  # noqa: ANN401 its type would load the library
    from cass_core.model.published.config import PublishedConfig

    if isinstance(config, PublishedConfig):
        window_s, hop_s = config.window / config.rate_hz, config.hop / config.rate_hz
        print(
            f"  windows of {window_s:g} s, the next one after {hop_s:g} s: each second of film "
            f"goes through the network {window_s / hop_s:.2g} times"
        )
