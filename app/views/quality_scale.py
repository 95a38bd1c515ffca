"""The quality slider's scale: half an octave of steps a position, and what each is like."""

STEPS = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128)

FIRST_WORDS, LAST_WORDS = "Fast and conservative", "Most natural"
# from this many steps on
_WORDS = {1: FIRST_WORDS, 2: "Quick", 4: "Balanced", 12: "Natural", 32: LAST_WORDS}


def steps_at(position: int) -> int:
    """Steps of the flow at a position of the slider, from 0."""
    return STEPS[position]


def position_of(steps: int) -> int:
    """The position nearest to a number of steps, measured as a ratio."""
    return min(range(len(STEPS)), key=lambda i: max(STEPS[i], steps) / min(STEPS[i], steps))


def words_for(steps: int) -> str:
    """What that many steps are like."""
    return next(words for first, words in reversed(_WORDS.items()) if steps >= first)


def label_for(steps: int) -> str:
    """A number of steps with its words."""
    return f"{words_for(steps)} · {steps} {'step' if steps == 1 else 'steps'}"
