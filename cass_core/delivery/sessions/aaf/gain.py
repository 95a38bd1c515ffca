"""Clip gain of an AAF: a factor, or a curve of factors, around a source clip."""

from fractions import Fraction
from typing import Any

import aaf2.misc
from aaf2.auid import AUID
from aaf2.rational import AAFRational

from cass_core.delivery.sessions.envelope import Envelope

# the standard's own names of a mono gain and of its only parameter
_MONO_AUDIO_GAIN = AUID("9d2ea894-0968-11d3-8a38-0050040ef7d2")
_AMPLITUDE = AUID("e4962321-2267-11d3-8a4c-0050040ef7d2")
_MOST_PARTS = 1 << 20  # of a factor as a fraction


class AafGain:
    """Makes gains for the clips of one file, whose dictionary names them once."""

    def __init__(self, file: Any) -> None:  # noqa: ANN401 - aaf2 has no types
        """Name the effect in the file's dictionary.

        Args:
            file: the AAF, open for writing.
        """
        self._file = file
        self._effect: Any = None

    def applied(self, clip: Any, envelope: Envelope) -> Any:  # noqa: ANN401
        """A clip with its level; the clip itself where that changes nothing."""
        if envelope.is_neutral:
            return clip
        if self._effect is None:
            self._register()
        group = self._file.create.OperationGroup(self._effect)
        group.media_kind = "sound"
        group.length = clip.length
        group.segments.append(clip)
        group.parameters.append(self._parameter(envelope, clip.length))
        return group

    def _parameter(self, envelope: Envelope, length: int) -> Any:  # noqa: ANN401
        if not envelope.points:
            factor = _rational(Fraction(envelope.amplitude))
            return self._file.create.ConstantValue(self._amplitude, factor)
        varying = self._file.create.VaryingValue()
        varying.parameterdef = self._amplitude
        varying.interpolation = self._linear
        for point in envelope.dense():
            # times count from 0 to 1
            place = AAFRational(point.sample, length)
            varying.add_keyframe(place, _rational(Fraction(point.amplitude)))
        return varying

    def _register(self) -> None:
        create, dictionary = self._file.create, self._file.dictionary
        rational = dictionary.lookup_typedef("Rational")
        self._amplitude = create.ParameterDef(_AMPLITUDE, "Amplitude", "Amplitude", rational)
        dictionary.register_def(self._amplitude)
        self._linear = create.InterpolationDef(aaf2.misc.LinearInterp, "LinearInterp", "Linear")
        dictionary.register_def(self._linear)
        self._effect = create.OperationDef(_MONO_AUDIO_GAIN, "Mono Audio Gain", "Mono Audio Gain")
        self._effect.media_kind = "sound"
        self._effect["NumberInputs"].value = 1
        self._effect["Bypass"].value = 1
        self._effect["ParametersDefined"].value = [self._amplitude]
        dictionary.register_def(self._effect)


def _rational(value: Fraction) -> AAFRational:
    near = value.limit_denominator(_MOST_PARTS)
    return AAFRational(near.numerator, near.denominator)
