"""`cass models`: which models are at hand, under which licence; `import` brings published ones."""

import argparse
import json
from pathlib import Path
from typing import Any

from cass_core.cli.number_types import above_zero
from cass_core.config import ModelConfig
from cass_core.errors import SettingsError

_PICTURES = {
    ("face_video", "slow_only"): "faces and whole frames",
    ("face_video", "none"): "faces",
    ("none", "slow_only"): "whole frames",
    ("none", "none"): "not looked at; import again --with the encoders' files to use it",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "what",
        nargs="?",
        choices=("list", "import"),
        default="list",
        help="list what is at hand and what can be imported, or import a published checkpoint",
    )
    parser.add_argument("file", nargs="?", type=Path, help="import: the downloaded checkpoint")
    parser.add_argument(
        "--kind", help="import: which separator it is; recognised by its weights unless given"
    )
    parser.add_argument("--name", help="import: what to call the model; default: its kind")
    parser.add_argument(
        "--hop",
        type=above_zero,
        metavar="SECONDS",
        help="import: seconds from one window to the next; longer is faster, default: as published",
    )
    parser.add_argument(
        "--with",
        dest="further",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="import: a picture encoder that was published apart, may be given twice",
    )
    parser.add_argument(
        "--front-end",
        choices=("released", "trained"),
        help="import: of AV-CASS, as its scripts separate (default) or as they train",
    )
    parser.add_argument(
        "--window",
        type=above_zero,
        metavar="SECONDS",
        help="import: seconds that the network hears at once, where it can hear others than the "
        "published ones",
    )
    parser.add_argument("--overwrite", action="store_true", help="import: replace a model")
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> int:
    """Print the list, or import."""
    if options.what == "import":
        return _import(options)
    for_import = ("file", "kind", "name", "hop", "window", "overwrite", "further", "front_end")
    if any(getattr(options, name) for name in for_import):
        raise SettingsError("Only `cass models import FILE` takes a file, a kind, a name or a hop.")
    return _list(options.json)


def _import(options: argparse.Namespace) -> int:
    from cass_core.checkpoints.importers.importing import ImportRequest, import_checkpoint

    if options.file is None:
        raise SettingsError("Name the downloaded file: `cass models import FILE`.")
    request = ImportRequest(
        file=options.file,
        kind=options.kind,
        name=options.name,
        hop_s=options.hop,
        window_s=options.window,
        overwrite=options.overwrite,
        further=tuple(options.further),
        front_end=options.front_end,
    )
    folder, description = import_checkpoint(request)
    if options.json:
        print(json.dumps(_row(folder.name, folder, description), indent=2))
        return 0
    print(f"{folder.name}: {description.notes['imported']} imported into {folder}")
    print(f"  licence of these weights: {description.licence}")
    if "weights" in description.notes:
        print(f"  weights: {description.notes['weights']}")
    config = description.config
    if isinstance(config, ModelConfig) and config.name == "av-cass":
        vision = config.vision
        print(f"  picture: {_PICTURES[vision.face, vision.scene]}")
    _print_windows(description.config)
    print(f"  use it with `cass separate MOVIE --model {folder.name}`")
    return 0


def _print_windows(config: Any) -> None:  # noqa: ANN401 its type would load the library
    from cass_core.model.published.config import PublishedConfig

    if isinstance(config, PublishedConfig):
        window_s, hop_s = config.window / config.rate_hz, config.hop / config.rate_hz
        print(
            f"  windows of {window_s:g} s, the next one after {hop_s:g} s: each second of film "
            f"goes through the network {window_s / hop_s:.2g} times"
        )


def _list(as_json: bool) -> int:
    from cass_core.checkpoints.importers.sources import SOURCES
    from cass_core.checkpoints.registry import registered_models

    models = registered_models()
    if as_json:
        print(json.dumps([_row(m.name, m.folder, m.description) for m in models], indent=2))
        return 0
    for model in models:
        d = model.description
        steps = f"{d.default_steps} steps by default" if d.takes_steps else "one pass, no picture"
        print(f"{model.name}: {d.config.name}, {d.licence}, {steps}")
        print(f"  sha256 {d.sha256}\n  {model.folder}")
    if not models:
        print("No model is at hand; train one with `cass train`.")
    print("\navailable to import (download the file, then `cass models import FILE`):")
    for source in SOURCES:
        size = f"{source.size_mb} MB" if source.size_mb else "size unknown"
        print(f"  {source.kind:<12} {source.title}: {source.file}, {size}")
        print(f"  {'':<12} licence of the weights: {source.licence}\n  {'':<12} {source.url}")
    return 0


def _row(name: str, folder: Path, description: Any) -> dict[str, Any]:  # noqa: ANN401
    """A model as JSON; the description's type would load the library."""
    return {
        "name": name,
        "folder": str(folder),
        "size": description.config.name,
        "licence": description.licence,
        "sha256": description.sha256,
        "default_steps": description.default_steps,
        "takes_steps": description.takes_steps,
        "takes_picture": description.takes_picture,
        "notes": description.notes,
    }
