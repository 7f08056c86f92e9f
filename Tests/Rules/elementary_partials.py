"""Writes elementary_partials.json: partial derivatives of the elementary functions, by mpmath's numerical differentiation of the function
itself at several hundred digits, rounded to double. No derivative formula enters. Run: python3 elementary_partials.py > elementary_partials.json"""
import json
import random
from mpmath import mp, mpf

random.seed(1)
SMALL = [1e-300, 1e-150, 1e-20, 1e-8, 1e-3]
LARGE = [1e3, 1e5, 1e10, 1e100, 1e154, 1e200, 1e300]


def spread(low, high, count=12):
    return [round(random.uniform(low, high), 6) for _ in range(count)]


def signed(points):
    return [sign * x for x in points for sign in (1, -1)]


REAL = signed(SMALL) + spread(-5, 5)
POSITIVE = SMALL + spread(0.01, 9) + LARGE
UNIT = signed(SMALL) + spread(-1, 1) + signed([0.999999, 0.9999999999, 1 - 2.0**-53])
BEYOND_MINUS_ONE = signed(SMALL) + spread(-0.99, 9) + [-0.999999, -1 + 2.0**-53] + LARGE


def sigmoid(x):
    return 1 / (1 + mp.exp(-x))


UNARY = {
    "Exp": (mp.exp, REAL + [700, -700, 0]),
    "Exp2": (lambda x: mpf(2) ** x, REAL + [1000, -1000, 0]),
    "Exp10": (lambda x: mpf(10) ** x, REAL + [300, -300, 0]),
    "ExpM1": (mp.expm1, REAL + [700, -40, -700, 0]),
    "Number.ExpM1": (mp.expm1, REAL + [700, -40, -700, 0]),
    "Exp2M1": (lambda x: mpf(2) ** x - 1, REAL + [1000, -60, -1000, 0]),
    "Exp10M1": (lambda x: mpf(10) ** x - 1, REAL + [300, -20, -300, 0]),
    "Log": (mp.log, POSITIVE),
    "Log2": (lambda x: mp.log(x) / mp.log(2), POSITIVE),
    "Log10": (lambda x: mp.log(x) / mp.log(10), POSITIVE),
    "LogP1": (lambda x: mp.log(1 + x), BEYOND_MINUS_ONE),
    "Number.LogP1": (lambda x: mp.log(1 + x), BEYOND_MINUS_ONE),
    "Log2P1": (lambda x: mp.log(1 + x) / mp.log(2), BEYOND_MINUS_ONE),
    "Log10P1": (lambda x: mp.log(1 + x) / mp.log(10), BEYOND_MINUS_ONE),
    "Sqrt": (mp.sqrt, POSITIVE),
    "Cbrt": (lambda x: mp.sign(x) * mp.cbrt(abs(x)), signed(POSITIVE)),
    "Sin": (mp.sin, REAL + LARGE[:3] + [1e22]),
    "Cos": (mp.cos, REAL + LARGE[:3] + [1e22]),
    "Tan": (mp.tan, REAL + LARGE[:3] + [1.5707963267948966]),
    "SinPi": (mp.sinpi, REAL + [10.25, 1001.375]),
    "CosPi": (mp.cospi, REAL + [10.25, 1001.375]),
    "TanPi": (lambda x: mp.tan(mp.pi * x), signed(SMALL) + spread(-0.45, 0.45) + [10.25, 1001.375]),
    "Asin": (mp.asin, UNIT),
    "Acos": (mp.acos, UNIT),
    "Atan": (mp.atan, REAL + signed(LARGE[:5])),
    "AsinPi": (lambda x: mp.asin(x) / mp.pi, UNIT),
    "AcosPi": (lambda x: mp.acos(x) / mp.pi, UNIT),
    "AtanPi": (lambda x: mp.atan(x) / mp.pi, REAL + signed(LARGE[:5])),
    "Sinh": (mp.sinh, REAL + signed([40, 700]) + [0]),
    "Cosh": (mp.cosh, REAL + signed([40, 700]) + [0]),
    "Tanh": (mp.tanh, REAL + signed([10, 20, 40, 350]) + [0]),
    "Asinh": (mp.asinh, REAL + signed(LARGE) + [0]),
    "Acosh": (mp.acosh, [1 + 2.0**-52, 1 + 1e-10, 1.000001] + spread(1.001, 9) + LARGE),
    "Atanh": (mp.atanh, UNIT + [0]),
    "DegreesToRadians": (lambda x: x * mp.pi / 180, REAL + LARGE),
    "RadiansToDegrees": (lambda x: x * 180 / mp.pi, REAL + LARGE),
    "Erf": (mp.erf, REAL + signed([6, 10, 20, 26]) + [0]),
    "Erfc": (mp.erfc, REAL + signed([6, 10, 20, 26]) + [0]),
    "NormalCdf": (mp.ncdf, REAL + signed([6, 20, 37]) + [0]),
    "NormalPdf": (mp.npdf, REAL + signed([6, 20, 37]) + [0]),
    "LogGamma": (lambda x: mp.log(abs(mp.gamma(x))), spread(0.01, 30) + spread(-3.9, -3.1, 4) + [1e-8, 1e-3, 1e3]),
    "Digamma": (mp.digamma, spread(0.01, 30) + spread(-3.9, -3.1, 4) + [1e-8, 1e-3, 1e3]),
    "ExpMinusSquare": (lambda x: mp.exp(-x * x), REAL + signed([6, 10, 20, 26])),
    "Sigmoid": (sigmoid, REAL + signed([20, 40, 700]) + [0]),
    "Softplus": (lambda x: mp.log(1 + mp.exp(x)), REAL + signed([20, 40, 700]) + [0]),
}


def pairs(first, second):
    return [(a, b) for a in first for b in second]


SCALES = [-1e200, -3.5, -1e-200, 1e-200, 0.75, 1e200]
BASES = [1e-300, 1e-8, 0.3, 0.999999, 1.0, 1.000001, 2.5, 1e10, 1e300]
EXPONENTS = [-2.5, -1.0, -0.3, 0.0, 1e-20, 0.1, 0.5, 1.0, 1.7, 3.0]


def representable(y):
    return y == 0 or 1e-307 < abs(y) < 1e308


BINARY = {
    "Pow": (lambda x, y: x**y, [(x, y) for x, y in pairs(BASES, EXPONENTS) if representable(mpf(x) ** y)]),
    "LogBase": (lambda a, b: mp.log(a) / mp.log(b), pairs([1e-300, 0.3, 7.5, 1e300], [1e-5, 0.4, 1.001, 12.5, 1e5])),
    "Hypot": (mp.hypot, pairs(SCALES, SCALES)),
    "Atan2": (mp.atan2, pairs(SCALES, SCALES)),
    "Atan2Pi": (lambda y, x: mp.atan2(y, x) / mp.pi, pairs(SCALES, SCALES)),
}

TERNARY = {
    "FusedMultiplyAdd": (lambda x, y, z: x * y + z, [(1.5, -2.25, 3.5), (1e-200, 1e100, 1e-90)]),
    "Lerp": (lambda a, b, t: a * (1 - t) + b * t, [(1.5, -2.25, 0.3), (1e10, 3.0, -2.5), (3.0, 3.0, 1.0)]),
}


def round_to_double(exact):
    number = float(exact)
    return str(number).replace("inf", "Infinity").replace("nan", "NaN") if number - number != 0 else number


def digits(function):
    return 120 if function in ("LogGamma", "Digamma") else 900


def differentiate(function, point, k, order):
    """In one variable relative to its value, so that the step fits its magnitude."""
    exact = [mpf(p) for p in point]
    unit = exact[k] if exact[k] != 0 else mpf(1)
    scaled = lambda t: function(*exact[:k], unit * t, *exact[k + 1:])
    return mp.diff(scaled, exact[k] / unit, order) / unit**order


def row(name, function, points, columns):
    mp.dps = digits(name)
    result = {"function": name}
    for k, column in enumerate(columns):
        result[column] = [point[k] for point in points]
    for k, column in enumerate(columns):
        result["d" + column] = [round_to_double(differentiate(function, point, k, 1)) for point in points]
    if len(columns) == 1:
        result["d2x"] = [round_to_double(differentiate(function, point, 0, 2)) for point in points]
    return result


rows = [row(n, f, [(p,) for p in points], "x") for n, (f, points) in UNARY.items()]
rows += [row(n, f, points, "xy") for n, (f, points) in BINARY.items()]
rows += [row(n, f, points, "xyz") for n, (f, points) in TERNARY.items()]
print("[\n" + ",\n".join(json.dumps(r, allow_nan=False) for r in rows) + "\n]")
