"""Equal Earth: degrees to the units of the maps' drawing, 1000 wide.

Šavrič, Patterson and Jenny, "The Equal Earth map projection", 2018, doi:10.1080/13658816.2018.1504949.
"""

from math import asin, cos, pi, radians, sin, sqrt

WIDTH, HEIGHT = 1000, 487
"""Size of the drawing that the whole world fills."""

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2


def _raw(longitude: float, latitude: float) -> tuple[float, float]:
    """Equal Earth's own coordinates, in radii of the globe."""
    theta = asin(_M * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    x = (
        radians(longitude)
        * cos(theta)
        / (_M * (_A1 + 3 * _A2 * square + sixth * (7 * _A3 + 9 * _A4 * square)))
    )
    return x, theta * (_A1 + _A2 * square + sixth * (_A3 + _A4 * square))


_EDGE = pi / (_M * _A1)
_TOP = _raw(0, 90)[1]


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Where a point of the earth (WGS 84 degrees) lies on the drawing: x to the right, y down.

    >>> [round(part) for part in project(0, 0)]
    [500, 243]
    >>> [round(part) for part in project(-180, 0)]
    [0, 243]
    """
    x, y = _raw(longitude, latitude)
    unit = WIDTH / (2 * _EDGE)
    return (x + _EDGE) * unit, (_TOP - y) * unit
