"""Write the report of a review: a page that needs nothing beside it."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from string import Template

import numpy as np

from cass_core.clips import FloatArray, SampleSpan
from cass_core.errors import OutputError
from cass_core.request.identity import StemSetIdentity
from cass_core.resource_files import resource
from cass_core.review.flag import Flag
from cass_core.review.page.pictures import Stills, image_uri, spectrogram_image, stills_of
from cass_core.review.page.places import place_writer
from cass_core.review.page.plots import ratio_plot
from cass_core.review.page.sounds import sound_uri
from cass_core.review.review import Reviewer
from cass_core.shown_text import shown
from cass_core.stem_names import STEMS, Stem
from cass_core.whole_files import write_text

WORST_PLACES = 12

_PLOT_STEPS = 240
_ROLL_S = 0.8  # heard before and after a place
_LONGEST_S = 8.0  # of a player


@dataclass(frozen=True)
class PageSubject:
    """What a page is about.

    Attributes:
        reviewer: the stems and what is known of them.
        identity: what the stems were made from.
        flags: the most urgent first.
    """

    reviewer: Reviewer
    identity: StemSetIdentity
    flags: Sequence[Flag]

    @property
    def written(self) -> Callable[[int], str]:
        """From samples to timecode."""
        return place_writer(self.identity)


def write_page(path: Path, subject: PageSubject) -> None:
    """Write the page.

    Args:
        path: the file.
        subject: what it is about.

    Raises:
        OutputError: the file cannot be written.
    """
    template = Template(resource("review", "page.html").read_text(encoding="utf-8"))
    text = template.substitute(_values(subject))
    try:
        write_text(path, text, durable=True)
    except OSError as error:
        raise OutputError(
            f"The report cannot be written to {path} ({error.strerror}); choose another file."
        ) from error


def _values(subject: PageSubject) -> dict[str, str]:
    identity, flags = subject.identity, subject.flags
    stems, written = subject.reviewer.stems, subject.written
    name = escape(shown(identity.media_name))
    minutes = sum(span.num_samples for span in stems.covered) / stems.rate_hz / 60
    ratios = dict(zip(STEMS, subject.reviewer.misplaced_ratios(_PLOT_STEPS), strict=True))
    worst = flags[:WORST_PLACES]
    return {
        "title": f"Review of {name}",
        "subtitle": f"Stems by {escape(shown(identity.model_name))}, {minutes:.1f} minutes, "
        f"{stems.rate_hz / 1000:g} kHz {escape(stems.layout)}",
        "numbers": "".join(_numbers(flags, minutes)),
        "plot": ratio_plot(ratios, lambda share: written(round(share * stems.num_samples))),
        "worst_title": f"The {len(worst)} worst places" if len(worst) > 1 else "The worst place",
        "places": "".join(_places(subject, worst)) or "<p>Nothing was found.</p>",
        "kinds": "".join(f"<option>{kind}</option>" for kind in _kinds(flags)),
        "rows": "\n".join(_row(n, flag, written) for n, flag in enumerate(flags, 1)),
        "footer": "Made by Cass Studio. Certainty is what its measures say, from 0 to 1; levels "
        "are those of the misplaced sound.",
    }


def _numbers(flags: Sequence[Flag], minutes: float) -> Iterator[str]:
    yield _number(len(flags), "places to look at")
    yield _number(f"{len(flags) / max(minutes, 1 / 60):.1f}", "a minute")
    for kind, count in Counter(flag.kind.value for flag in flags).most_common():
        yield _number(count, kind)


def _number(value: object, words: str) -> str:
    return f'<div class="number"><b>{value}</b>{escape(words)}</div>'


def _places(subject: PageSubject, worst: Sequence[Flag]) -> Iterator[str]:
    with stills_of(Path(subject.identity.media_path)) as stills:
        for number, flag in enumerate(worst, 1):
            yield _place(number, flag, subject, stills)


def _place(number: int, flag: Flag, subject: PageSubject, stills: Stills) -> str:
    stems, written = subject.reviewer.stems, subject.written
    around = _around(flag.span, stems.rate_hz, stems.num_samples)
    sounds = {stem: stems.read(stem, around) for stem in STEMS}
    box = (
        (flag.span.start - around.start) / stems.rate_hz,
        (flag.span.stop - around.start) / stems.rate_hz,
        flag.low_hz, flag.high_hz,
    )  # fmt: skip
    mono = sounds[flag.stem].mean(axis=0)
    images = [image_uri(spectrogram_image(mono, stems.rate_hz, box, flag.belongs))]
    if (still := stills.at(flag.span.start / stems.rate_hz)) is not None:
        images.append(image_uri(still, ".jpeg"))
    shown_images = "".join(f'<img alt="" src="{uri}">' for uri in images)
    return (
        f'<section class="place" style="--owner: var(--{flag.belongs.value})"><header>'
        f"<h3>{number}. {flag.kind.value}</h3>"
        f'<span class="time">{written(flag.span.start)} to {written(flag.span.stop)}</span>'
        f"<span>heard in {_stem(flag.stem)}, belongs to {_stem(flag.belongs)}</span>"
        f'<span class="muted">{flag.level_db:.0f} dBFS, certainty {flag.score:.2f}</span></header>'
        f'<p class="muted">{escape(flag.kind.explained)}</p>'
        f'<div class="images">{shown_images}</div>'
        f'<div class="players">{"".join(_players(flag, sounds, stems.rate_hz))}</div></section>'
    )


def _players(flag: Flag, sounds: dict[Stem, FloatArray], rate_hz: int) -> Iterator[str]:
    heard = {
        f"{flag.stem.value}, where it is": sounds[flag.stem],
        f"{flag.belongs.value}, where it belongs": sounds[flag.belongs],
        "all three": np.asarray(sum(sounds.values()), np.float32),
    }
    for words, samples in heard.items():
        player = f'<audio controls preload="none" src="{sound_uri(samples, rate_hz)}"></audio>'
        yield f"<label>{words}{player}</label>"


def _around(span: SampleSpan, rate_hz: int, num_samples: int) -> SampleSpan:
    roll = round(_ROLL_S * rate_hz)
    start = max(span.start - roll, 0)
    stop = min(span.stop + roll, num_samples, start + round(_LONGEST_S * rate_hz))
    return SampleSpan(start, stop)


def _kinds(flags: Sequence[Flag]) -> list[str]:
    return sorted({flag.kind.value for flag in flags})


def _stem(stem: Stem) -> str:
    return f'<span class="stem {stem.value}">{stem.value}</span>'


def _row(number: int, flag: Flag, written: Callable[[int], str]) -> str:
    cells = [
        ("n", str(number)), ("", written(flag.span.start)), ("", written(flag.span.stop)),
        ("", flag.kind.value), ("", _stem(flag.stem)), ("", _stem(flag.belongs)),
        ("n", f"{flag.low_hz:.0f} to {flag.high_hz:.0f}"), ("n", f"{flag.level_db:.0f}"),
        ("n", f"{flag.score:.2f}"),
    ]  # fmt: skip
    inner = "".join(f'<td class="{name}">{text}</td>' for name, text in cells)
    return f'<tr data-kind="{flag.kind.value}">{inner}</tr>'
