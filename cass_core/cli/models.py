"""`cass models`: the shelf of all models; `get`, `import` and `check` bring and measure them."""

import argparse
import json
from contextlib import closing
from pathlib import Path
from typing import Any

from cass_core.cli.number_types import above_zero, whole
from cass_core.config import ModelConfig
from cass_core.errors import SettingsError
from cass_core.model.davis.config import KIND as DAVIS_FLOW
from cass_core.request.settings import HIGHEST_STEPS, LOWEST_STEPS

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
        choices=("list", "get", "import", "use", "check"),
        default="list",
        help="list what is here and what can be got, get a model of the list, import a "
        "downloaded checkpoint, use a model from now on where none is named, or check how the "
        "weights of AV-CASS want to be run",
    )
    parser.add_argument(
        "file",
        nargs="?",
        type=Path,
        metavar="MODEL|FILE",
        help="get, use, check: name of a model; import: the downloaded checkpoint",
    )
    parser.add_argument(
        "--kind", help="import: which separator it is; recognised by its weights unless given"
    )
    parser.add_argument("--name", help="get, import: what to call the model; default: its kind")
    parser.add_argument(
        "--hop",
        type=above_zero,
        metavar="SECONDS",
        help="get, import: seconds from one window to the next; longer is faster",
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
        help="get, import: seconds that the network hears at once, where that can be chosen",
    )
    parser.add_argument("--overwrite", action="store_true", help="get, import: replace a model")
    _add_check(parser)
    parser.add_argument("--json", action="store_true", help="print JSON")


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--stems",
        type=Path,
        nargs=3,
        metavar=("DX", "FX", "MX"),
        help="check: sound files of known stems; default: mixtures of the corpus",
    )
    parser.add_argument("--mixtures", type=whole(1), metavar="N", help="check: how many; default 4")
    parser.add_argument(
        "--steps", type=whole(LOWEST_STEPS, HIGHEST_STEPS), metavar="N",
        help="check: of the flow; default 8",
    )  # fmt: skip
    parser.add_argument(
        "--device", choices=("auto", "cuda", "cpu"), default="auto", help="check: where to compute"
    )
    parser.add_argument(
        "--apply", action="store_true", help="check: run the model as recommended from now on"
    )


def run(options: argparse.Namespace) -> int:
    """Print the list, or import."""
    if options.what == "check":
        return _check(options)
    if options.stems or options.mixtures or options.steps or options.apply:
        raise SettingsError(
            "Only `cass models check NAME` takes stems, mixtures, steps or --apply."
        )
    if options.what == "import":
        return _import(options)
    if options.what == "get":
        return _get(options)
    if options.what == "use":
        return _use(options.file)
    for_import = ("file", "kind", "name", "hop", "window", "overwrite", "further", "front_end")
    if any(getattr(options, name) for name in for_import):
        raise SettingsError(
            "Only `cass models get` and `import` take a model, a kind, a name or a hop."
        )
    return _list(options.json)


def _get(options: argparse.Namespace) -> int:
    from cass_core.checkpoints.shelf.getting import fetched, fetched_file, used_up
    from cass_core.checkpoints.shelf.standing import gettable, row_named
    from cass_core.cli.fetch import byte_bar

    if options.file is None:
        names = ", ".join(row.name for row in gettable())
        raise SettingsError(f"Name a model to get: {names}.")
    row = row_named(str(options.file))
    name = options.name or row.name
    with byte_bar(row.title) as show, closing(fetched(row, name, options.overwrite)) as coming:
        for received in coming:
            show(received.have, received.whole)
    file = fetched_file(row)
    with used_up(file):
        return _take(options, file, row.source.kind if row.source else None, name)


def _use(name: Path | None) -> int:
    from cass_core.checkpoints.chosen_model import choose_model

    if name is None:
        raise SettingsError("Name the model: `cass models use NAME`.")
    choose_model(str(name))
    print(f"{name}: new separations are made with it where no other model is named")
    return 0


def _import(options: argparse.Namespace) -> int:
    if options.file is None:
        raise SettingsError("Name the downloaded file: `cass models import FILE`.")
    return _take(options, options.file, options.kind, options.name)


def _take(options: argparse.Namespace, file: Path, kind: str | None, name: str | None) -> int:
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
    if description.separates:
        print(f"  use it with `cass separate MOVIE --model {folder.name}`")
    elif config.name == DAVIS_FLOW:
        print("  use it with `cass isolate MOVIE --span FROM TO --box X,Y,W,H -o DIR`")
    else:
        print("  use it with `cass balance STEMS -o DIR`")
    return 0


def _print_windows(config: Any) -> None:  # noqa: ANN401 its type would load the library
    from cass_core.model.published.config import PublishedConfig

    if isinstance(config, PublishedConfig):
        window_s, hop_s = config.window / config.rate_hz, config.hop / config.rate_hz
        print(
            f"  windows of {window_s:g} s, the next one after {hop_s:g} s: each second of film "
            f"goes through the network {window_s / hop_s:.2g} times"
        )


def _check(options: argparse.Namespace) -> int:
    import numpy as np

    from cass_core.checkpoints.checkpoint import load_model
    from cass_core.checkpoints.registry import find_model
    from cass_core.cli.corpus import default_corpus
    from cass_core.compute_device import choose_device
    from cass_core.evaluation import front_end_check as check
    from cass_core.evaluation.scoring.scene_sets import find_test_set
    from cass_core.synthesis.corpus.catalog import Catalog

    if options.file is None:
        raise SettingsError("Name the model: `cass models check NAME`.")
    folder = find_model(str(options.file))
    network, description = load_model(folder)
    config, count = check.checkable(description.config), options.mixtures or 4
    if options.stems:
        mixtures = check.cut_mixtures(options.stems, config, count)
    else:
        scenes = find_test_set("starter-valid", count).scenes(Catalog.load(default_corpus()))
        mixtures = [np.asarray(scene.stems) for scene in scenes]
    device, scores = choose_device(options.device).kind, []
    print(f"{len(mixtures)} known mixtures of {config.window_s:.1f} s, {options.steps or 8} steps")
    print("front end  head   SI-SDR DX/FX/MX    mean    level DX/FX/MX   imaginary/real")
    for score in check.measured_variants(network, config, mixtures, options.steps or 8, device):
        scores.append(score)
        print(_check_line(score), flush=True)
    best, now = check.recommended(scores).variant, check.variant_of(config)
    print(f"recommended: --front-end {best.front_end}, heads of {best.head_dim}")
    if best == now:
        print("The model runs so.")
    elif options.apply:
        check.apply_variant(folder, description, best)
        print("The model runs so from now on.")
    else:
        print(f"It runs with {now.front_end}, heads of {now.head_dim}; --apply changes that.")
    return 0


def _check_line(score: Any) -> str:  # noqa: ANN401 its type would load the library
    near, levels = ("/".join(f"{v:5.1f}" for v in row) for row in (score.si_sdr, score.level_db))
    variant = score.variant
    return (
        f"{variant.front_end:<9} {variant.head_dim:>5}  {near}  {score.mean_si_sdr:6.2f}  "
        f"{levels}  {score.imaginary_share:10.2f}"
    )


def _list(as_json: bool) -> int:
    from cass_core.checkpoints.chosen_model import chosen_model
    from cass_core.checkpoints.registry import registered_models
    from cass_core.checkpoints.shelf.standing import shelf

    if as_json:
        models = registered_models()
        print(json.dumps([_row(m.name, m.folder, m.description) for m in models], indent=2))
        return 0
    items, chosen = shelf(), chosen_model()
    print("here:")
    for item in items:
        if item.model is not None:
            _print_item(item)
            if item.model.name == chosen:
                print(
                    "    chosen: new separations are made with it; `cass models use` changes that"
                )
            print(f"    sha256 {item.model.description.sha256}\n    {item.model.folder}")
    print("\ncan be got; nothing is fetched before you ask for it:")
    for item in items:
        if item.model is None:
            _print_item(item)
            print(f"    {_way_to(item.row)}")
    return 0


def _print_item(item: Any) -> None:  # noqa: ANN401 its type would load the library
    row = item.row
    name = item.model.name if item.model else row.name
    facts = [
        row.title,
        "full band" if row.is_full_band else f"below {row.rate_hz / 2000:g} kHz",
        "looks at the picture" if row.takes_picture else "listens only",
    ]
    if row.cost is not None and row.cost != 1:
        facts.append(f"takes {row.cost:g} x as long as the starter on a processor")
    print(f"  {name}: {', '.join(facts)}")
    print(f"    {row.good_at}")
    print(f"    licence of the weights: {row.licence}; commercial use: {row.commercial}")


def _way_to(row: Any) -> str:  # noqa: ANN401 its type would load the library
    size = f" ({row.source.size_mb} MB)" if row.source.size_mb else ""
    if row.download:
        return f"`cass models get {row.name}`{size}, from {row.source.url}"
    return f"download {row.source.file}{size} from {row.source.url}, then `cass models import FILE`"


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
