"""The sounds of speech the demo's voice can say, and the two phrases it says."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Phone:
    """One sound of speech.

    Attributes:
        duration_s: how long it lasts when unstressed.
        formants_hz: resonances of the mouth.
        voice: amplitude of the vocal folds.
        breath: amplitude of noise that passes through the formants.
        hiss: amplitude of noise made at the teeth or lips.
        hiss_hz: lower and upper edge of that noise.
        opening: how far the mouth is open, 0 to 1.
        rounding: how far the lips are rounded, 0 to 1.
    """

    duration_s: float
    formants_hz: tuple[float, float, float]
    voice: float = 1.0
    breath: float = 0.02
    hiss: float = 0.0
    hiss_hz: tuple[float, float] = (4000.0, 8000.0)
    opening: float = 0.5
    rounding: float = 0.0


PHONES = {
    "_": Phone(0.12, (500, 1500, 2500), voice=0, breath=0, opening=0.02),
    "a": Phone(0.13, (730, 1100, 2440), opening=1.0),
    "ae": Phone(0.12, (660, 1720, 2410), opening=0.85),
    "e": Phone(0.10, (530, 1840, 2480), opening=0.6),
    "uh": Phone(0.07, (560, 1250, 2450), opening=0.4),
    "i": Phone(0.10, (300, 2250, 3000), voice=0.8, opening=0.25),
    "ih": Phone(0.08, (400, 1950, 2550), voice=0.9, opening=0.3),
    "o": Phone(0.13, (500, 850, 2400), opening=0.65, rounding=0.8),
    "oo": Phone(0.11, (320, 900, 2250), voice=0.8, opening=0.25, rounding=1.0),
    "l": Phone(0.06, (360, 1100, 2600), voice=0.55, opening=0.3),
    "r": Phone(0.07, (420, 1250, 1650), voice=0.65, opening=0.3, rounding=0.4),
    "w": Phone(0.06, (300, 700, 2250), voice=0.5, opening=0.12, rounding=1.0),
    "y": Phone(0.05, (280, 2200, 2950), voice=0.6, opening=0.2),
    "m": Phone(0.07, (260, 1050, 2200), voice=0.35, opening=0.0),
    "n": Phone(0.06, (260, 1600, 2550), voice=0.35, opening=0.15),
    "ng": Phone(0.08, (260, 1900, 2600), voice=0.35, opening=0.2),
    "h": Phone(0.06, (560, 1500, 2500), voice=0.0, breath=0.35, opening=0.4),
    "s": Phone(0.10, (400, 1700, 2600), 0.0, 0.0, 0.28, (5200, 9500), 0.12),
    "z": Phone(0.08, (350, 1700, 2600), 0.3, 0.0, 0.16, (5000, 9000), 0.12),
    "dh": Phone(0.05, (350, 1500, 2600), 0.4, 0.0, 0.05, (3000, 8000), 0.2),
    "v": Phone(0.05, (330, 1100, 2300), 0.4, 0.0, 0.05, (2000, 7000), 0.05),
    "close": Phone(0.05, (350, 1500, 2500), voice=0, breath=0, opening=0.05),
    "t": Phone(0.035, (400, 1800, 2600), 0.0, 0.1, 0.45, (3200, 7500), 0.15),
    "k": Phone(0.04, (450, 1800, 2300), 0.0, 0.2, 0.4, (1300, 3200), 0.25),
    "d": Phone(0.03, (350, 1750, 2600), 0.3, 0.05, 0.25, (3000, 6500), 0.15),
    "b": Phone(0.03, (280, 900, 2250), 0.3, 0.05, 0.15, (400, 1800), 0.0),
}

# a phone, or a phone and how much longer and higher it is for its stress
_HELLO = (
    "h e l o:1.5 _ h a oo a r:1.2 y oo:1.6 _ "
    "dh uh s close t o r m:1.2 ih z close k uh:1.4 m ih ng:1.7"
)
_DOOR = "close k l o:1.4 z dh uh d o:1.7 r:1.3 _ ih close t s r e:1.3 y n ih ng:1.9"


@dataclass(frozen=True)
class Spoken:
    """A phone within a phrase; `stress` stretches and lifts it."""

    phone: Phone
    stress: float


def phrases() -> tuple[list[Spoken], list[Spoken]]:
    """Say "Hello, how are you? The storm is coming." and "Close the door, it's raining."."""
    return _parsed(_HELLO), _parsed(_DOOR)


def _parsed(text: str) -> list[Spoken]:
    found = []
    for word in text.split():
        name, _, stress = word.partition(":")
        found.append(Spoken(PHONES[name], float(stress or 1)))
    return found
