"""`cass models list`: what is here, and what can be got."""

import argparse
import json
from pathlib import Path
from typing import Any


def print_shelf(options: argparse.Namespace) -> None:
    """Print all models, those that are here first."""
    from cass_core.checkpoints.chosen_model import chosen_model
    from cass_core.checkpoints.registry import registered_models
    from cass_core.checkpoints.shelf.standing import shelf

    if options.json:
        models = registered_models()
        print(json.dumps([model_row(m.name, m.folder, m.description) for m in models], indent=2))
        return
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


def model_row(name: str, folder: Path, description: Any) -> dict[str, Any]:  # noqa: ANN401
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
