"""Vectors and rotations as plain tuples: metres, unit quaternions (w, x, y, z), degrees."""

from __future__ import annotations

from math import acos, atan2, cos, degrees, hypot, radians, sin, sqrt

Vec = tuple[float, float, float]
Quat = tuple[float, float, float, float]

ZERO: Vec = (0.0, 0.0, 0.0)
AHEAD: Vec = (1.0, 0.0, 0.0)
LEFTWARD: Vec = (0.0, 1.0, 0.0)
UP: Vec = (0.0, 0.0, 1.0)
DOWN: Vec = (0.0, 0.0, -1.0)
STILL: Quat = (1.0, 0.0, 0.0, 0.0)

_TINY = 1e-9
_NEARLY_ONE = 0.9995


def add(a: Vec, b: Vec) -> Vec:
    """The sum."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: Vec, b: Vec) -> Vec:
    """The way from `b` to `a`."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: Vec, factor: float) -> Vec:
    """The vector `factor` times as long."""
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def along(start: Vec, way: Vec, far: float) -> Vec:
    """The point reached from `start` by going `far` times `way`."""
    return (start[0] + way[0] * far, start[1] + way[1] * far, start[2] + way[2] * far)


def mix(a: Vec, b: Vec, share: float) -> Vec:
    """The point at `share` (0 to 1) of the way from `a` to `b`."""
    rest = 1.0 - share
    return (a[0] * rest + b[0] * share, a[1] * rest + b[1] * share, a[2] * rest + b[2] * share)


def dot(a: Vec, b: Vec) -> float:
    """The scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vec, b: Vec) -> Vec:
    """The vector product."""
    return (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )


def length(a: Vec) -> float:
    """The length."""
    return sqrt(a[0] * a[0] + a[1] * a[1] + a[2] * a[2])


def distance(a: Vec, b: Vec) -> float:
    """How far two points are apart."""
    return length(sub(a, b))


def unit(a: Vec, otherwise: Vec = UP) -> Vec:
    """The direction of a vector; `otherwise` where it has no length."""
    size = length(a)
    return otherwise if size < _TINY else (a[0] / size, a[1] / size, a[2] / size)


def without(a: Vec, direction: Vec) -> Vec:
    """What is left of `a` when its share along the unit vector `direction` is taken away."""
    return along(a, direction, -dot(a, direction))


def mirrored(a: Vec) -> Vec:
    """The point on the other side of the plane between left and right."""
    return (a[0], -a[1], a[2])


def angle_between(a: Vec, b: Vec) -> float:
    """The angle of two directions, 0 to 180 degrees."""
    return degrees(atan2(length(cross(a, b)), dot(a, b)))


def turn(axis: Vec, angle: float) -> Quat:
    """The rotation by `angle` degrees about a unit axis, by the right hand."""
    half = radians(angle) / 2.0
    part = sin(half)
    return (cos(half), axis[0] * part, axis[1] * part, axis[2] * part)


def combine(a: Quat, b: Quat) -> Quat:
    """The rotation that does `b`, then `a`."""
    aw, ax, ay, az = a
    bw, bx, by, bz = b
    return (
        aw * bw - ax * bx - ay * by - az * bz,
        aw * bx + ax * bw + ay * bz - az * by,
        aw * by - ax * bz + ay * bw + az * bx,
        aw * bz + ax * by - ay * bx + az * bw,
    )


def back(a: Quat) -> Quat:
    """The opposite rotation."""
    return (a[0], -a[1], -a[2], -a[3])


def rotate(q: Quat, v: Vec) -> Vec:
    """The vector after a rotation."""
    w, x, y, z = q
    a, b, c = v
    tx = 2.0 * (y * c - z * b)
    ty = 2.0 * (z * a - x * c)
    tz = 2.0 * (x * b - y * a)
    return (
        a + w * tx + y * tz - z * ty,
        b + w * ty + z * tx - x * tz,
        c + w * tz + x * ty - y * tx,
    )


def axes(q: Quat) -> tuple[Vec, Vec, Vec]:
    """Where a rotation takes ahead, left and up."""
    w, x, y, z = q
    return (
        (1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y)),
        (2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x)),
        (2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)),
    )


def from_axes(ahead: Vec, leftward: Vec, up: Vec) -> Quat:
    """The rotation that takes ahead, left and up to three unit vectors at right angles."""
    (xx, xy, xz), (yx, yy, yz), (zx, zy, zz) = ahead, leftward, up
    w = sqrt(max(0.0, 1 + xx + yy + zz)) / 2
    x = sqrt(max(0.0, 1 + xx - yy - zz)) / 2
    y = sqrt(max(0.0, 1 - xx + yy - zz)) / 2
    z = sqrt(max(0.0, 1 - xx - yy + zz)) / 2
    largest = max(w, x, y, z)
    if largest == w:
        found = (w, (yz - zy) / (4 * w), (zx - xz) / (4 * w), (xy - yx) / (4 * w))
    elif largest == x:
        found = ((yz - zy) / (4 * x), x, (xy + yx) / (4 * x), (zx + xz) / (4 * x))
    elif largest == y:
        found = ((zx - xz) / (4 * y), (xy + yx) / (4 * y), y, (yz + zy) / (4 * y))
    else:
        found = ((xy - yx) / (4 * z), (zx + xz) / (4 * z), (yz + zy) / (4 * z), z)
    return normal(found)


def normal(q: Quat) -> Quat:
    """The rotation with its length put right."""
    size = hypot(*q)
    return (q[0] / size, q[1] / size, q[2] / size, q[3] / size)


def between(a: Quat, b: Quat, share: float) -> Quat:
    """The rotation at `share` (0 to 1) of the shortest way from `a` to `b`."""
    near = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3]
    sign = -1.0 if near < 0.0 else 1.0
    near *= sign
    if near > _NEARLY_ONE:
        first, second = 1.0 - share, share
    else:
        wide = acos(near)
        first, second = sin((1.0 - share) * wide) / sin(wide), sin(share * wide) / sin(wide)
    second *= sign
    return normal(
        (
            a[0] * first + b[0] * second,
            a[1] * first + b[1] * second,
            a[2] * first + b[2] * second,
            a[3] * first + b[3] * second,
        )
    )


def mirrored_turn(q: Quat) -> Quat:
    """The rotation as the other side of the body does it."""
    return (q[0], -q[1], q[2], -q[3])
