"""`cass models`: which models are at hand, under which licence."""

import argparse
import json


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> int:
    """Print the list."""
    from cass_core.checkpoints.registry import registered_models

    models = registered_models()
    if options.json:
        rows = [
            {
                "name": model.name,
                "folder": str(model.folder),
                "size": model.description.config.name,
                "licence": model.description.licence,
                "sha256": model.description.sha256,
                "default_steps": model.description.default_steps,
                "notes": model.description.notes,
            }
            for model in models
        ]
        print(json.dumps(rows, indent=2))
        return 0
    for model in models:
        d = model.description
        print(f"{model.name}: {d.config.name}, {d.licence}, {d.default_steps} steps by default")
        print(f"  sha256 {d.sha256}\n  {model.folder}")
    if not models:
        print("No model is at hand; train one with `cass train`.")
    return 0
