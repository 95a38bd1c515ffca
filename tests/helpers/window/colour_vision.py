"""How colours look to colour-blind eyes, and how far apart they are."""

import numpy as np
from PySide6.QtGui import QColor

TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = TO_XYZ @ np.ones(3)
# Smith and Pokorny's cone responses to XYZ
TO_CONES = np.array([[0.15514, 0.54312, -0.03286], [-0.15514, 0.45684, 0.03286], [0, 0, 0.01608]])


def linear(colour):
    parts = np.array(QColor(colour).getRgbF()[:3])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def seen_without(cone, colour):
    """XYZ of a colour for eyes that lack a kind of cone: 0 long, 1 middle, 2 short waves.

    The missing response becomes the one that white and a wavelength which such eyes see as others
    do (blue for the first two, red for the third) fix: a plane through the grey axis.
    """
    cones = TO_CONES @ (TO_XYZ @ linear(colour))
    white = TO_CONES @ WHITE
    anchor = TO_CONES @ (TO_XYZ @ (np.array([0, 0, 1.0]) if cone < 2 else np.array([1.0, 0, 0])))
    others = [index for index in range(3) if index != cone]
    weights = np.linalg.solve(
        np.array([white[others], anchor[others]]), np.array([white[cone], anchor[cone]])
    )
    cones[cone] = weights @ cones[others]
    return np.linalg.solve(TO_CONES, cones)


def lab(xyz):
    ratio = np.maximum(xyz / WHITE, 0)
    f = np.where(ratio > (6 / 29) ** 3, np.cbrt(ratio), ratio / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def difference(first, second, cone=None):
    """CIE 1976 distance of two colours, for usual eyes or without a kind of cone."""
    see = (lambda c: TO_XYZ @ linear(c)) if cone is None else (lambda c: seen_without(cone, c))
    return float(np.linalg.norm(lab(see(first)) - lab(see(second))))
