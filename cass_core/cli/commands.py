"""All commands: where each stands, what it is for, and how it goes on when it was stopped."""

from typing import NamedTuple

_SAME = "the same command goes on from here"
_KEPT = "the same command with --out goes on from here"


class Command(NamedTuple):
    """A command of the command line.

    Attributes:
        home: its module below `cass_core.cli`, with `add_arguments` and `run`.
        purpose: one line of help, without a stop.
        goes_on: what its user does after a Ctrl+C; empty where it begins anew.
    """

    home: str
    purpose: str
    goes_on: str = ""


GROUPS: dict[str, dict[str, Command]] = {
    "for a movie": {
        "separate": Command(
            "separating.separate",
            "separate a movie's sound into dialogue, effects and music",
            "the same command with --resume goes on from here",
        ),
        "review": Command("review", "find sounds that stand in the wrong stem", _SAME),
        "deliver": Command(
            "delivering.deliver", "write stems as the files that a house accepts, by preset"
        ),
        "batch": Command(
            "batch.command",
            "separate, review and deliver many movies by preset, with a summary",
            _SAME,
        ),
        "isolate": Command("by_picture.isolate", "find the sound of something in the picture"),
        "balance": Command(
            "by_picture.balance", "let the picture say how loud each stem should be"
        ),
        "probe": Command("probe", "show what a movie or sound file holds"),
    },
    "for this computer": {
        "models": Command("models.command", "list models, get, import, choose and check them"),
        "doctor": Command(
            "doctor", "check sound, graphics card, fonts, FFmpeg, models and disk of this computer"
        ),
        "bench": Command("bench", "measure speed and memory on this computer"),
    },
    "to train and measure models": {
        "corpus": Command("corpus.command", "fetch and describe the free training corpus", _SAME),
        "train": Command(
            "training.train",
            "train a model",
            "the same command with --resume goes on from the last checkpoint",
        ),
        "train-tagger": Command(
            "training.train_tagger", "train the small tagger behind the offline FAD, KL and WPR"
        ),
        "train-cells": Command(
            "training.train_cells", "train the small network that finds misplaced sounds"
        ),
        "fit-review": Command(
            "training.fit_review", "train the network that weighs the evidence of a review"
        ),
        "evaluate": Command(
            "evaluation.evaluate", "score models and baselines on known mixtures", _KEPT
        ),
        "evaluate-talking": Command(
            "evaluation.evaluate_talking",
            "score the dialogue of real talking clips, with right and wrong faces",
            _KEPT,
        ),
        "evaluate-speakers": Command(
            "evaluation.evaluate_speakers",
            "count how often the face that speaks is the one that is marked",
        ),
        "report": Command("evaluation.report", "write the report of an evaluation from its scores"),
        "fetch": Command("fetch", "fetch published files that some metrics need", _SAME),
    },
}
"""Under their headings, in the order of the help."""

COMMANDS = {name: command for group in GROUPS.values() for name, command in group.items()}
_WIDTH = 2 + max(map(len, COMMANDS))


def listed() -> str:
    """All commands with their purposes, a line each, under their headings."""
    return "\n\n".join(
        f"{heading}:\n"
        + "\n".join(f"  {name:<{_WIDTH}}{command.purpose}" for name, command in group.items())
        for heading, group in GROUPS.items()
    )
