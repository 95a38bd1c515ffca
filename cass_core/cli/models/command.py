"""`cass models`: the shelf of all models; actions bring, choose and measure them."""

import argparse

from cass_core.cli.common_arguments import add_json
from cass_core.cli.models import checking, getting, listing, weighing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments: an action, and what it takes."""
    add_json(parser, "the list")
    parser.set_defaults(act=listing.print_shelf)
    actions = parser.add_subparsers(title="actions", metavar="ACTION")
    shelf = actions.add_parser("list", help="list what is here and what can be got (the default)")
    shelf.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="print the list as JSON"
    )
    getting.add_actions(actions)
    use = actions.add_parser("use", help="use a model from now on where none is named")
    use.add_argument("model", metavar="MODEL", help="name or folder of the model")
    use.set_defaults(act=_use)
    check = actions.add_parser("check", help="measure how weights of AV-CASS want to be run")
    checking.add_arguments(check)
    check.set_defaults(act=checking.check)
    weigh = actions.add_parser("weigh", help="measure how models that are asked together count")
    weighing.add_arguments(weigh)
    weigh.set_defaults(act=weighing.weigh)


def run(options: argparse.Namespace) -> int:
    """Print the list, or do what was asked for."""
    options.act(options)
    return 0


def _use(options: argparse.Namespace) -> None:
    from cass_core.checkpoints.chosen_model import choose_model

    choose_model(options.model)
    print(f"{options.model}: new separations are made with it where no other model is named")
