#!/usr/bin/env python3
"""Worked examples of feature recipes, by an interpreter written from contract/recipe.md alone.

Run in this folder: python3 generate_recipes.py
Writes recipe-<name>.bin and recipes.json; a .bin that exists is golden, so the script refuses to change it. Each .bin, little-endian:
  u32 section length, section,
  u32 nano-units per count, u32 orders BPFO BPFI 2BSF FTF in Q16, u32 shaft speed in mHz,
  u32 samples, i16 sample[], zero padding to 4,
  u32 windows, u32 outputs, then per window i32 quality and i32 value[outputs].
"""
import hashlib
import json
import math
import struct
import sys
from decimal import Decimal, getcontext
from pathlib import Path

getcontext().prec = 40
LOG = [int((Decimal(1 + i / 64).ln() / Decimal(2).ln() * 2**14 + Decimal("0.5")).to_integral_value("ROUND_FLOOR"))
       for i in range(65)]
SINE = [math.floor(32767 * math.sin(math.pi * i / 1024) + 0.5) for i in range(513)]


def clamp(x, low, high):
    return max(low, min(high, x))


def sat16(x):
    return clamp(x, -2**15, 2**15 - 1)


def sat24(x):
    return clamp(x, -2**23 + 1, 2**23 - 1)


def sat32(x):
    return clamp(x, -2**31, 2**31 - 1)


def rnd(x, s):
    return x if s == 0 else (x + 2**(s - 1)) // 2**s


def cut(a, b):
    """Division towards zero."""
    return abs(a) // b if a >= 0 else -(abs(a) // b)


def scaled(x, s):
    return x * 2**s if s >= 0 else x // 2**-s


def log2(x):
    if x == 0:
        return 0
    e = x.bit_length() - 1
    f = (x - 2**e) * 2**32 // 2**e
    i, w = f // 2**26, f // 2**10 % 2**16
    return 1024 * e + (LOG[i] + (LOG[i + 1] - LOG[i]) * w // 2**16 + 8) // 16


def sine(phase):
    phase %= 2**32
    half, p = divmod(phase, 2**31)
    p = p if p <= 2**30 else 2**31 - p
    i, w = divmod(p, 2**21)
    value = SINE[i] if i == 512 else SINE[i] + (SINE[i + 1] - SINE[i]) * w // 2**21
    return -value if half else value


def cosine(phase):
    return sine(phase + 2**30)


def lower_median(values):
    return sorted(values)[(len(values) + 1) // 2 - 1]


class Step:
    def __init__(self, op, source, parameters):
        self.op, self.input, self.p = op, source, parameters
        self.values = []

    def u8(self, at):
        return self.p[at]

    def u16(self, at):
        return struct.unpack_from("<H", self.p, at)[0]

    def u32(self, at):
        return struct.unpack_from("<I", self.p, at)[0]

    def i16(self, at):
        return struct.unpack_from("<h", self.p, at)[0]

    def i32(self, at):
        return struct.unpack_from("<i", self.p, at)[0]


def parse(section):
    rate, length = struct.unpack_from("<II", section, 8)
    count, outputs = section[20], section[21]
    at, steps = 24, []
    for _ in range(count):
        size = struct.unpack_from("<H", section, at + 2)[0]
        steps.append(Step(section[at], section[at + 1], section[at + 4:at + size]))
        at += size
    table = []
    for _ in range(outputs):
        step, value, flags, shift, multiplier = struct.unpack_from("<BBBBi", section, at)
        table.append((step, value, flags, shift, multiplier))
        at += (14 + section[at + 12] + section[at + 13] + 3) // 4 * 4
    assert at == len(section)
    return section[7], rate, length, steps, table


class Whitener:
    """Operation 3; history reaches over windows, sums do not."""

    def __init__(self, order, noise):
        self.order, self.noise, self.a, self.all, self.start = order, noise, [0] * order, [], 0

    def filter(self, values):
        out = []
        for value in values:
            x = sat24(value)
            past = [self.all[-k] if k <= len(self.all) else 0 for k in range(1, self.order + 1)]
            out.append(sat32(rnd(x * 2**24 + sum(a * b for a, b in zip(self.a, past)), 24)))
            self.all.append(x)
        return out

    def end(self):
        w = self.all[self.start:]
        r = [sum(w[i] * w[i - k] for i in range(k, len(w))) for k in range(self.order + 1)]
        self.start = len(self.all)
        p = self.order
        self.a = [0] * p
        power = r[0] + r[0] // 2**self.noise
        if power == 0:
            return
        s = 27 - power.bit_length()
        e, big = scaled(power, s), [scaled(x, s) for x in r]
        for i in range(1, p + 1):
            q = big[i] * 2**24 + sum(self.a[j - 1] * big[i - j] for j in range(1, i))
            if abs(q) >= e * 2**24:
                return
            kappa = cut(-64 * q, e)
            old = self.a[:]
            for j in range(1, i):
                self.a[j - 1] = sat32(old[j - 1] + rnd(kappa * old[i - j - 1], 30))
            self.a[i - 1] = rnd(kappa, 6)
            e -= kappa * kappa // 2**30 * e // 2**30


def spectrum(x, size, first):
    n = len(x)
    mean = sum(x) // n
    largest = max(abs(v - mean) for v in x)
    s = 29 - largest.bit_length()
    u = [rnd(scaled(v - mean, s) * (2**15 - cosine(i * 2**32 // n)), 16) for i, v in enumerate(x)]
    u += [0] * (size - n)
    half_size = size // 2
    bits = half_size.bit_length() - 1
    z = [None] * half_size
    for k in range(half_size):
        z[int(format(k, f"0{bits}b")[::-1], 2)] = (u[2 * k], u[2 * k + 1])
    half = 1
    while half < half_size:
        for start in range(0, half_size, 2 * half):
            for index in range(half):
                a, b = z[start + index], z[start + index + half]
                t = b
                if index > 0:
                    c, d = cosine(index * 2**31 // half), sine(index * 2**31 // half)
                    t = (rnd(b[0] * c + b[1] * d, 15), rnd(b[1] * c - b[0] * d, 15))
                z[start + index] = ((a[0] + t[0] + 1) // 2, (a[1] + t[1] + 1) // 2)
                z[start + index + half] = ((a[0] - t[0] + 1) // 2, (a[1] - t[1] + 1) // 2)
        half *= 2
    bins = [0] * half_size
    bins[0] = log2((z[0][0] + z[0][1])**2)
    for k in range(1, size // 4 + 1):
        m = half_size - k
        e = ((z[k][0] + z[m][0]) // 2, (z[k][1] - z[m][1]) // 2)
        o = ((z[k][1] + z[m][1]) // 2, (z[m][0] - z[k][0]) // 2)
        c, d = cosine(k * 2**32 // size), sine(k * 2**32 // size)
        t = (rnd(o[0] * c + o[1] * d, 15), rnd(o[1] * c - o[0] * d, 15))
        bins[k] = log2((e[0] + t[0])**2 + (e[1] + t[1])**2)
        bins[m] = log2((e[0] - t[0])**2 + (e[1] - t[1])**2)
    return [bins[first]] * first + bins[first:]


class Floor:
    """Operation 33; None for a standing shaft."""

    def __init__(self, step, bins, speed, decimation, rate):
        size = 2 * len(bins)
        self.bins = bins
        self.b = min(2**30, speed * size * decimation * 2**16 // rate)
        self.top = min(step.u8(8) * self.b // 2**16, min(size, step.u32(12) * size * decimation // rate), size // 2 - 2)
        self.step = max(2**16, step.u32(0) * self.b // 2**16)
        half = max(2**16 * step.u8(9), step.u32(4) * self.b // 2**16)
        self.levels = []
        for j in range(min(step.u8(10), self.top * 2**16 // self.step + 2)):
            high = min(size // 2 - 1, (j * self.step + half) // 2**16)
            low = min(high, max(0, (j * self.step - half + 65535) // 2**16))
            self.levels.append(lower_median(bins[low:high + 1]))

    def excess(self, k):
        i, w = divmod(k * 2**32 // self.step, 2**16)
        if i >= len(self.levels) - 1:
            return self.bins[k] - self.levels[-1]
        return self.bins[k] - (self.levels[i] + (self.levels[i + 1] - self.levels[i]) * w // 2**16)


def line_score(step, floor, orders):
    if floor.b == 0:
        return 0
    lines = [struct.unpack_from("<BBBb", step.p, 4 + 4 * i) for i in range(step.u8(0))]

    def bin_of(line, t):
        base = line[1] * orders[line[0]]
        order = base + base * t * step.u16(2) // 2**20 + line[3] * orders[line[2]]
        return rnd(order * floor.b, 32)

    usable = [l for l in lines if orders[l[0]] > 0 and 1 <= bin_of(l, 0) < floor.top]
    if not usable:
        return 0
    sums = []
    for t in range(-step.u8(1), step.u8(1) + 1):
        height = 0
        for line in usable:
            k = clamp(bin_of(line, t), 1, len(floor.bins) - 2)
            height += max(floor.excess(k - 1), floor.excess(k), floor.excess(k + 1))
        sums.append(height)
    return cut(max(sums), len(usable))


def bits(x):
    return x.bit_length()


class Qrs:
    """Operation 24: all values so far are kept, so that "ago" is an index."""

    def __init__(self, step, nano):
        self.b, self.lag = step.u8(0), step.u8(1)
        (self.n, self.i, self.hold, self.window, self.back, self.ahead, self.t_wave, self.gap, self.second,
         self.shortest) = struct.unpack_from("<10H", step.p, 2)
        self.g = max(0, bits(self.b * self.n) - 4)
        self.smallest = min(65535, step.u32(24) // nano) * self.lag * self.b * self.n // 2**self.g
        self.x, self.s, self.y, self.d, self.z = [], [], [], [], []
        self.level = self.rr = self.steady = 0
        self.heights = self.noises = self.intervals = None
        self.falling, self.peak, self.peak_at = True, 0, 0
        self.last_peak, self.last_slope, self.kept = None, 0, None
        self.beats, self.window_start = [], 0

    @staticmethod
    def share(x, q):
        return x * q // 2**10

    def at(self, values, ago):
        """Before the first value, x and s were like it and y was 0."""
        index = len(values) - 1 - ago
        return values[index] if index >= 0 else 0 if values is self.y else values[0]

    def slope(self, ago):
        return abs(self.at(self.y, ago) - self.at(self.y, ago + self.lag))

    def accept(self, value):
        self.x.append(sat16(value))
        self.s.append(sum(self.at(self.x, k) for k in range(self.b)))
        base = sum(self.at(self.s, k) for k in range(self.n))
        self.y.append((self.n * self.at(self.s, self.n // 2) - base) // 2**self.g)
        self.d.append(self.slope(0))
        self.z.append(sum(self.d[-self.i:]))
        now = len(self.z) - 1
        if now >= 8 * self.second:
            if not self.follow(now):
                self.search(now)
        elif now == 8 * self.second - 1:
            highest = sorted(max(self.z[k * self.second:(k + 1) * self.second]) for k in range(8))
            self.level, self.rr = max(highest[3], self.smallest), 5 * self.second // 6
            self.heights, self.noises = [self.level] * 8, [self.level // 6] * 8
            self.intervals, self.last_peak = [self.rr] * 8, now
        if len(self.z) % self.second == 0:
            self.end_second(now)

    def end_second(self, now):
        z = self.z[-self.second:]
        lowest = 0 if len(self.z) == self.second else min(z)
        self.steady = min(4096 * (sum(z) // self.second) // 2**10, 9 * lowest)
        if now >= 8 * self.second and now - self.last_peak >= 2 * self.second:
            self.level = max(self.share(self.level, 640), min(self.level, max(self.steady, self.smallest)))
            self.heights = [min(h, self.level) for h in self.heights]

    def follow(self, now):
        z = self.z[-1]
        if z > (self.z[-2] if self.falling else self.peak):
            self.falling, self.peak, self.peak_at = False, z, now
        elif not self.falling and now - self.peak_at == self.hold:
            self.falling = True
            return self.judge(now)
        return False

    def judge(self, now):
        p, since = self.peak, self.peak_at - self.last_peak
        if p < self.smallest:
            return False
        slope = max(self.slope(self.hold + k) for k in range(self.window))
        sizes = []
        for ago in range(self.hold - self.ahead, self.hold + self.back + 1):
            y = self.at(self.y, ago)
            sizes.append((y if y >= 0 else -3 * y // 4, -ago))
        wave = now + max(sizes)[1] - (self.b - 1) // 2 - self.n // 2
        t_wave = bool(self.beats) and since < self.t_wave and slope < self.share(self.last_slope, 426)
        w = 280 * self.rr // 2**8
        falling = self.share(self.level, 576 - 402 * min(since, w) // w)
        noise = min(self.share(sum(self.noises) // 8, 2732), self.share(self.level, 780))
        if not t_wave and p > max(falling, noise):
            self.beat(p, slope, self.peak_at, wave)
            return True
        self.noises = self.noises[1:] + [min(p, self.share(self.level, 549))]
        if not t_wave and p > (self.kept[0] if self.kept else 0) and since >= self.gap:
            self.kept = (p, slope, self.peak_at, wave)
        return False

    def search(self, now):
        if (self.kept and self.kept[0] > self.share(self.level, 225) and self.kept[0] > self.share(self.steady, 576)
                and now - self.last_peak >= 384 * self.rr // 2**8 and now - self.kept[2] <= 2 * self.rr):
            self.beat(*self.kept)

    def beat(self, p, slope, peak_at, wave):
        since = peak_at - self.last_peak
        if self.beats and since > self.shortest and 2 * since < 5 * self.rr:
            self.intervals = self.intervals[1:] + [since]
            self.rr = sum(sorted(self.intervals)[2:6]) // 4
        self.heights = self.heights[1:] + [min(p, self.share(self.level, 2010))]
        self.level = sum(sorted(self.heights)[4:6]) // 2
        self.last_peak, self.last_slope, self.kept = peak_at, slope, None
        self.beats.append(wave)

    def end(self):
        found = len(self.beats) - self.window_start
        first = max(1, self.window_start)
        pairs = len(self.beats) - first if self.beats else 0
        mean = (self.beats[-1] - self.beats[first - 1]) // pairs if pairs > 0 and found else 0
        last = self.beats[-1] - self.beats[-2] if len(self.beats) > 1 else 0
        since = len(self.z) - 1 - self.beats[-1] if self.beats else len(self.z)
        self.window_start = len(self.beats)
        return [found, min(mean, 2**24), min(last, 2**24), min(since, 2**24)], len(self.z) >= 8 * self.second


class Plausible:
    """Operation 12."""

    def __init__(self, step):
        self.low, self.high, self.change, self.believe, self.stuck, self.flag = struct.unpack_from("<iiIHHH", step.p)
        self.values, self.held, self.seen, self.jumps, self.faults = [], 0, False, 0, 0

    def accept(self, v):
        self.values.append(v)
        inside = self.low <= v <= self.high
        jump = inside and self.seen and abs(v - self.held) > self.change
        self.jumps = self.jumps + 1 if jump else 0
        plausible = inside and (not jump or self.jumps == self.believe + 1)
        if plausible:
            self.held, self.seen, self.jumps = v, True, 0
        elif not self.seen:
            self.held = clamp(v, self.low, self.high)
        tail = self.values[-self.stuck:]
        self.faults += not plausible or (0 < self.stuck == len(tail) and len(set(tail)) == 1)
        return self.held


def rms(total, n):
    return sat32(math.isqrt(total // n * 2**16))


def moments(x, dropped):
    n = len(x)
    level = rms(sum(sat24(v)**2 for v in x), n)
    peak = sat32(256 * max(abs(sat24(v)) for v in x))
    y = [sat16(rnd(sat24(v), dropped)) for v in x]
    s2, s4 = sum(v * v for v in y), sum(v**4 for v in y)
    kurtosis = 0
    if s2:
        e2, e4 = s2.bit_length() - 31, s4.bit_length() - 31
        m2, m4 = scaled(s2, -e2), scaled(s4, -e4)
        kurtosis = sat32(scaled(n * m4 * 2**12 // (m2 * m2 // 2**32), e4 - 2 * e2 - 32))
    return [level, peak, kurtosis, sat32(peak * 2**12 // level) if level else 0]


def turned(z, phase):
    if phase == 0:
        return z
    c, d = cosine(phase), sine(phase)
    return rnd(z[0] * c + z[1] * d, 15), rnd(z[1] * c - z[0] * d, 15)


def spare(z):
    """15 less the most bits of a part."""
    return 15 - max(bits(v if v >= 0 else -v - 1) for pair in z for v in pair)


def bins_q15(u):
    """Operation 36, steps 2 and 3: bins and halvings."""
    count = len(u) // 2
    width = count.bit_length() - 1
    z = [None] * count
    for k in range(count):
        z[int(format(k, f"0{width}b")[::-1], 2)] = (u[2 * k], u[2 * k + 1])
    halvings, q, begun = 0, 1, False
    if width % 2:
        for k in range(0, count, 2):
            a, b = z[k], z[k + 1]
            z[k] = tuple((a[i] + b[i]) // 2 for i in (0, 1))
            z[k + 1] = tuple((a[i] - b[i]) // 2 for i in (0, 1))
        halvings, q, begun = 1, 2, True
    while q < count:
        shift = clamp(3 - spare(z), 0, 2) if begun else 2
        begun = True
        halvings += shift
        f, g = shift == 2, shift >= 1
        for start in range(0, count, 4 * q):
            for k in range(q):
                at = [start + k + i * q for i in range(4)]
                a = tuple(v + 2 * f for v in z[at[0]])
                c = turned(z[at[1]], 2 * k * 2**30 // q)
                b = turned(z[at[2]], k * 2**30 // q)
                d = turned(z[at[3]], 3 * k * 2**30 // q)
                p = [(a[i] + c[i]) >> f for i in (0, 1)]
                m = [(a[i] - c[i]) >> f for i in (0, 1)]
                s = [(b[i] + d[i]) >> f for i in (0, 1)]
                t = [(b[i] - d[i]) >> f for i in (0, 1)]
                z[at[0]] = ((p[0] + s[0]) >> g, (p[1] + s[1]) >> g)
                z[at[1]] = ((m[0] + t[1]) >> g, (m[1] - t[0]) >> g)
                z[at[2]] = ((p[0] - s[0]) >> g, (p[1] - s[1]) >> g)
                z[at[3]] = ((m[0] - t[1]) >> g, (m[1] + t[0]) >> g)
        q *= 4
    v = 0 if spare(z) >= 2 else 1
    out = [((z[0][0] + z[0][1]) >> v, 0)] + [None] * (count - 1)
    for k in range(1, count // 2 + 1):
        a, b = (z[k][0] + v, z[k][1] + v), z[count - k]
        e = ((a[0] + b[0]) >> v, (a[1] - b[1]) >> v)
        o, i = (a[1] + b[1]) >> v, (a[0] - b[0]) >> v
        c, d = cosine(k * 2**32 // len(u)), sine(k * 2**32 // len(u))
        t, y = rnd(o * c - i * d, 15), rnd(i * c + o * d, 15)
        out[k] = ((e[0] + t) // 2, (e[1] - y) // 2)
        out[count - k] = ((e[0] - t) // 2, -((e[1] + y) // 2))
    return out, halvings + v


def power_spectrum(step, x):
    """Operation 36: sums, exponent, frames."""
    size, hop, flags = step.u16(0), step.u16(2), step.u8(4)
    weights = [step.u16(6 + 2 * i) for i in range(step.u8(5))]
    starts = [0] if hop == 0 else list(range(0, len(x) - size + 1, hop))
    sums, exponent = [0] * (size // 2), None
    drop = bits(len(starts) - 1)
    for start in starts:
        frame = [sat24(v) for v in (x if hop == 0 else x[start:start + size])]
        m = len(frame)
        mean = sum(frame) // m if flags else 0
        longest = bits(max(abs(v - mean) for v in frame))
        if longest == 0:
            continue
        u = []
        for i, v in enumerate(frame):
            phase = min(i, m - i) * 2**32 // m
            w = rnd(2**15 * weights[0] + sum((-1)**k * weights[k] * cosine(k * phase) for k in range(1, len(weights))), 15)
            u.append(rnd(scaled(v - mean, 15 - longest) * w, 16))
        found, halvings = bins_q15(u + [0] * (size - m))
        power = [a * a + b * b for a, b in found]
        e = 2 * (longest + halvings - 14 - (size.bit_length() - 1)) + drop
        exponent = e if exponent is None else exponent
        larger = max(e, exponent)
        down, down_new = min(31, larger - exponent), min(31, drop + larger - e)
        sums, exponent = [a // 2**down + b // 2**down_new for a, b in zip(sums, power)], larger
    silence = drop - 28 - 2 * (size.bit_length() - 1)
    return sums, silence if exponent is None else exponent, len(starts)


def magnitude(power, exponent, frames):
    y, e = 2**30 * power // frames, exponent - 14
    if e % 2:
        y, e = y // 2, e + 1
    return sat32(scaled(math.isqrt(y), e // 2))


def log_bands(step, power, exponent, frames):
    count, shape = step.u8(0), step.u8(1)
    edge = [step.u16(2 + 2 * i) for i in range(count + shape + 1)]
    out = []
    for b in range(count):
        total = 0
        for k in range(edge[b], edge[b + 1 + shape]):
            if not shape:
                weight = 1
            elif k < edge[b + 1]:
                weight = 2**15 * (k - edge[b]) // (edge[b + 1] - edge[b])
            else:
                weight = 2**15 * (edge[b + 2] - k) // (edge[b + 2] - edge[b + 1])
            total += weight * power[k]
        out.append(log2(max(1, total)) + 1024 * (exponent - 15 * shape) - log2(frames))
    return out


class Interpreter:
    def __init__(self, section, nano, orders, speed):
        self.warm_up, self.rate, self.length, self.steps, self.outputs = parse(section)
        self.nano, self.orders, self.speed = nano, orders + [65536], speed
        self.memory = [dict() for _ in self.steps]
        self.windows = 0

    def stream(self, number, step, x, memory):
        if step.op == 1:
            k, g = step.u8(0), step.u8(1)
            out = []
            mean = memory.get("mean", x[0] * 2**16)
            for v in x:
                mean += (v * 2**16 - mean) // 2**k
                out.append(v * 2**g - mean // 2**(16 - g))
            memory["mean"] = mean
            return out
        if step.op == 2:
            for at in range(0, len(step.p), 20):
                b0, b1, b2, a1, a2 = struct.unpack_from("<5i", step.p, at)
                x1, x2, y1, y2, r = memory.get(at, (0, 0, 0, 0, 0))
                out = []
                for v in x:
                    s = r + b0 * v + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
                    y, r = sat32(s // 2**29), s % 2**29
                    x1, x2, y1, y2 = v, x1, y, y1
                    out.append(y)
                memory[at] = (x1, x2, y1, y2, r)
                x = out
            return x
        if step.op == 3:
            return memory.setdefault("whitener", Whitener(step.u8(0), step.u8(1))).filter(x)
        if step.op == 4:
            return [sat32(rnd(v * v, step.u8(0))) for v in x]
        if 6 <= step.op <= 9:
            return self.moving(step, x, memory)
        if step.op == 10:
            past = memory.get("past", [x[0]] * step.u8(0)) + x
            memory["past"] = past[-step.u8(0):]
            return [sorted(past[i + 1:i + 1 + step.u8(0)])[step.u8(0) // 2] for i in range(len(x))]
        if step.op == 11:
            mean, out = memory.get("mean", x[0] * 2**16), []
            for v in x:
                mean += (v * 2**16 - mean) // 2**step.u8(0)
                out.append(sat32(mean // 2**(16 - step.u8(1))))
            memory["mean"] = mean
            return out
        if step.op == 12:
            plausible = memory.setdefault("plausible", Plausible(step))
            return [plausible.accept(v) for v in x]
        taps = [step.i16(4 + 2 * i) for i in range(step.u16(2))]
        past = memory.get("past", [0] * len(taps)) + x
        memory["past"] = past[len(past) - len(taps):]
        first = len(past) - len(x)
        return [sat32(rnd(sum(t * past[i - j] for j, t in enumerate(taps)), step.u8(1)))
                for i in range(first + step.u8(0) - 1, len(past), step.u8(0))]

    def moving(self, step, x, memory):
        out = []
        if step.op == 6:
            return [sat32(abs(v)) for v in x]
        if step.op == 7:
            level = memory.get("level", 0)
            for v in x:
                d = 2**16 * abs(v) - level
                level += d // 2**step.u8(0 if d > 0 else 1)
                out.append(sat32(level // 2**16))
            memory["level"] = level
            return out
        count = 2**step.u8(0)
        past = memory.get("past", [0] * count)
        for v in x:
            past = past[1:] + [v if step.op == 8 else sat24(v)**2]
            mean = sum(past) // count
            out.append(mean if step.op == 8 else sat32(math.isqrt(mean * 4**step.u8(1))))
        memory["past"] = past
        return out

    def statistics(self, step, memory, x):
        """Operations 20 to 23."""
        if step.op == 20:
            x, n = [sat24(v) for v in x], len(x)
            m = sum(x) // n
            r = sum(x) - m * n
            squares = sum(v * v for v in x) - m * m * n - 2 * m * r - r * r // n
            return [256 * sum(x) // n, rms(squares, n)]
        if step.op == 21:
            return [min(x), max(x), sat32(max(x) - min(x))]
        if step.op == 22:
            side, changes, rising = memory.get("side", 0), 0, 0
            for v in x:
                now = 1 if v > step.u32(0) else -1 if v < -step.u32(0) else side
                changes += side * now == -1
                rising += side * now == -1 and now == 1
                side = now
            memory["side"] = side
            return [changes, rising]
        past = memory.get("past", []) + [self.steps[step.input - 1].values[step.u8(0)]]
        memory["past"] = past = past[-step.u8(1):]
        m = sum(past) // len(past)
        return [m, min(past), max(past), sat32(sum(abs(v - m) for v in past) // len(past))]

    def spectra(self, step, memory, x, arrays):
        """Operations 36 to 40: the array, None for 39."""
        if step.op == 36:
            array, exponent, memory["frames"] = power_spectrum(step, x)
            step.values = [exponent]
            return array
        array = arrays[step.input]
        if step.op == 39:
            step.values = [array[step.u16(2 * i)] for i in range(4)]
            return None
        if step.op == 40:
            history = memory.get("history", [0] * step.u8(0) * len(array)) + array
            memory["history"] = history[len(array):]
            return memory["history"]
        source = self.steps[step.input - 1].values[0], self.memory[step.input - 1]["frames"]
        if step.op == 37:
            return [magnitude(v, *source) for v in array]
        return log_bands(step, array, *source)

    def window(self, samples):
        quality = 16 if self.windows < self.warm_up else 0
        self.windows += 1
        streams, decimation, arrays = {0: samples}, {0: 1}, {}
        for number, step in enumerate(self.steps, 1):
            memory, x = self.memory[number - 1], streams.get(step.input)
            if step.op <= 12:
                streams[number] = self.stream(number, step, x, memory)
                decimation[number] = decimation[step.input] * (step.u8(0) if step.op == 5 else 1)
                if step.op == 3:
                    memory["whitener"].end()
                if step.op == 12 and memory["plausible"].faults >= memory["plausible"].flag:
                    quality |= 32
                if step.op == 12:
                    memory["plausible"].faults = 0
            elif 20 <= step.op <= 23:
                step.values = self.statistics(step, memory, x)
            elif 36 <= step.op <= 40:
                arrays[number] = self.spectra(step, memory, x, arrays)
            elif step.op == 16:
                total = sum(sat24(v)**2 for v in x)
                step.values = [rms(total, len(x)), log2(total) - log2(len(x)) if total else 0]
            elif step.op == 17:
                step.values = moments(x, step.u8(0))
            elif step.op == 18:
                level = self.steps[step.input - 1].values[0] * self.nano // 2**step.u8(6)
                bits = 1 if sum(abs(v) >= step.u16(0) for v in samples) >= step.u16(2) else 0
                bits |= 2 if max(samples) - min(samples) <= step.u16(4) else 0
                bits |= 4 if level < step.u32(8) or self.speed < step.u32(12) else 0
                step.values = [bits]
                quality |= bits
            elif step.op == 19:
                quality = self.baseline(step, memory, quality)
            elif 24 <= step.op <= 29:
                quality |= 0 if self.reading(step, memory, x) else 16
            elif step.op == 32:
                arrays[number] = spectrum(x, step.u16(0), step.u8(2))
                decimation[number] = decimation[step.input]
            elif step.op == 33:
                arrays[number] = Floor(step, arrays[step.input], self.speed, decimation[step.input], self.rate)
            elif step.op == 34:
                step.values = [line_score(step, arrays[step.input], self.orders)]
            elif step.op == 35:
                step.values = [self.speed]
        return [quality] + [self.output(*entry) for entry in self.outputs]

    def baseline(self, step, memory, quality):
        value = self.steps[step.input - 1].values[step.u8(0)]
        learnt, c = memory.setdefault("learnt", []), memory.get("c", 0)
        step.values = [c, 0]
        if len(learnt) < step.u8(1):
            if not quality & (step.u8(12) | 16):
                learnt.append(value)
            return quality | 16
        if not quality & (step.u8(13) | 16):
            base = lower_median(learnt)
            deviation = lower_median([sat32(abs(v - base)) for v in learnt])
            spread = sat32(max(step.u16(2), 1518 * deviation // 2**10))
            limit = step.u16(6)
            z = clamp(cut(256 * (value - base), spread), -limit, limit)
            memory["c"] = clamp(c + z - step.u16(4), 0, step.u32(8))
            step.values = [memory["c"], z]
        return quality

    def reading(self, step, memory, x):
        """Operations 24 to 29; whether they have seen enough."""
        if step.op == 24:
            qrs = memory.setdefault("qrs", Qrs(step, self.nano))
            for v in x:
                qrs.accept(v)
            step.values, ready = qrs.end()
            return ready
        if step.op == 29:
            step.values = [x[-1], cut(sum(x), len(x)), min(x), max(x)]
            return True
        past = memory.setdefault("all", [])
        past += [self.steps[step.input - 1].values[step.u8(2)]] if step.op == 26 else x
        if step.op in (25, 26):
            n, f = step.u8(0), step.u8(1)
            w, step.values = past[-n:], [0, 0]
            if len(w) == n:
                weighted = sum((2 * i - n + 1) * v for i, v in enumerate(w))
                step.values = [sat32(cut(6 * weighted * 2**f, n * (n * n - 1))), cut(sum(w), n)]
            return len(w) == n
        size = step.u16(0)
        days = [past[k:k + size] for k in range(0, len(past) - size + 1, size)]
        if step.op == 27:
            last = days[-1] if days else [0] * size
            step.values = [min(last), max(last), cut(sum(last), size), len(days)]
            return bool(days)
        base, upper = step.i32(4), step.i32(8)
        degrees = [self.degrees([sat24(v) for v in day], step.u8(2), base, upper) for day in days]
        step.values = [min(2**31 - 1, sum(degrees)), degrees[-1] if degrees else 0, len(degrees)]
        return True

    @staticmethod
    def degrees(day, method, base, upper):
        low, high = min(day), max(day)
        if method == 0:
            return (clamp(high, base, upper) + clamp(low, base, upper)) // 2 - base
        if method == 1:
            return clamp((high + low) // 2, base, upper) - base
        return sum(clamp(v, base, upper) - base for v in day) // len(day)

    def output(self, step, value, flags, shift, multiplier):
        v = self.steps[step - 1].values[value]
        return sat16(rnd((v * self.nano // 2**16 if flags else v) * multiplier, shift))


class Section:
    """Writes a section; returns step numbers."""

    def __init__(self, length, rate=1_000_000, warm_up=0, unit=3):
        self.head = [0x0100, 99, 1, unit, warm_up, rate, length]
        self.steps, self.outputs = [], []

    def step(self, op, source, parameters=b""):
        parameters += bytes(-len(parameters) % 4)
        self.steps.append(struct.pack("<BBH", op, source, 4 + len(parameters)) + parameters)
        return len(self.steps)

    def output(self, step, value, shift=0, multiplier=1, flags=0):
        name = f"v{len(self.outputs)}".encode()
        entry = struct.pack("<BBBBiiBB", step, value, flags, shift, multiplier, 1, len(name), 0) + name
        self.outputs.append(entry + bytes(-len(entry) % 4))

    def bytes(self):
        body = b"".join(self.steps) + b"".join(self.outputs)
        return struct.pack("<HHHBBIII", *self.head, 24 + len(body)) + bytes(
            [len(self.steps), len(self.outputs), 0, 0]) + body


class Noise:
    """A linear congruential generator, so that the signals are the same everywhere."""

    def __init__(self, seed):
        self.state = seed

    def next(self, magnitude):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return self.state // 2**33 % (2 * magnitude + 1) - magnitude


def bearing(count, rate, speed_hz, order, noise):
    """Impacts at a fault order, each ringing at 3 kHz, in noise; integers from doubles rounded far from halves."""
    source, out, ring = Noise(11), [], []
    period = rate / (speed_hz * order)
    for i in range(count):
        since = i % period
        ring_now = 900 * math.exp(-since / 18) * math.sin(2 * math.pi * 3000 / rate * since)
        out.append(sat16(math.floor(ring_now + 0.5) + source.next(noise) + 205))
    return out


def statistics_section():
    s = Section(500, warm_up=1)
    mean = s.step(1, 0, bytes([4, 5, 0, 0]))
    energy = s.step(16, mean)
    moment = s.step(17, mean, bytes([5, 0, 0, 0]))
    s.step(18, moment, struct.pack("<HHHBBII", 30000, 2, 3, 13, 0, 4000, 100))
    anomaly = s.step(19, energy, struct.pack("<BBHHHIBBH", 1, 4, 40, 128, 2560, 20000, 7, 6, 0))
    s.output(energy, 0, 8), s.output(energy, 1)
    s.output(moment, 0, 16, 5, 1), s.output(moment, 1, 16, 5, 1), s.output(moment, 2, 4), s.output(moment, 3, 4)
    s.output(anomaly, 0), s.output(anomaly, 1)
    return s.bytes()


def statistics_signal():
    source, out = Noise(5), []
    for window, magnitude in enumerate([300, 320, 290, 310, 305, 330, 900, 1, 0, 2000, 32767, 40, 5000]):
        out += [sat16(source.next(magnitude) + (7000 if window == 11 else -150)) for _ in range(500)]
    return out


def filters_section():
    s = Section(240)
    q = 2**29
    low = s.step(2, 0, struct.pack("<10i", q // 8, q // 4, q // 8, -q // 2, q // 4, q, -2 * q, q, -q * 3 // 2, q * 5 // 8))
    white = s.step(3, low, bytes([16, 13, 0, 0]))
    square = s.step(4, white, bytes([9, 0, 0, 0]))
    taps = [100, -200, 3000, 9000, 12000, 9000, 3000, -200, 100]
    fir = s.step(5, square, struct.pack("<BBH9h", 4, 12, 9, *taps))
    fir2 = s.step(5, fir, struct.pack("<BBHh", 3, 0, 1, -7))
    for stream in (low, white, square, fir, fir2):
        energy = s.step(16, stream)
        s.output(energy, 0, 8), s.output(energy, 1)
    return s.bytes()


def filters_signal():
    source = Noise(8)
    quiet = [source.next(500) for _ in range(480)]
    square = [32767 if i // 30 % 2 else -32768 for i in range(480)]
    ramp = [sat16(i * 60) for i in range(480)]
    return quiet + square + ramp + [0] * 240 + quiet[:240]


def readings_section():
    """A soil probe: water content and temperature in turns, each once in 15 minutes; windows of six hours."""
    s = Section(48, rate=2**31 + 450_000, unit=6)
    water = s.step(5, 0, struct.pack("<BBH2h", 2, 0, 2, 0, 1))
    degrees = s.step(5, 0, struct.pack("<BBHh", 2, 0, 1, 1))
    trusted = s.step(12, water, struct.pack("<iiIHHHH", 20, 600, 60, 2, 16, 2, 0))
    median = s.step(10, trusted, bytes([5, 0, 0, 0]))
    smooth = s.step(11, median, bytes([3, 4, 0, 0]))
    slope = s.step(25, smooth, bytes([24, 12, 0, 0]))
    level = s.step(29, median)
    trend = s.step(26, level, bytes([8, 8, 1, 0]))
    day = s.step(27, degrees, struct.pack("<HH", 96, 0))
    sums = [s.step(28, degrees, struct.pack("<HBBii", 96, method, 0, 1000, 3000)) for method in range(3)]
    for step, value in [(level, 0), (level, 1), (level, 2), (level, 3), (slope, 0), (slope, 1), (trend, 0), (trend, 1),
                        (day, 0), (day, 1), (day, 2), (day, 3)]:
        s.output(step, value)
    for step in sums:
        s.output(step, 0)
    s.output(sums[0], 1)
    return s.bytes()


def readings_signal():
    """Nine days: drying, rain, a spike, a probe that sticks, one out of range, frost and heat."""
    source, out = Noise(3), []
    for i in range(9 * 96):
        day, at = divmod(i, 96)
        water = 320 - 2 * i // 24 + source.next(1) + (90 if i >= 400 else 0)
        water = 580 if i == 150 else 330 if 500 <= i < 540 else 900 if 600 <= i < 604 else -5 if i == 0 else water
        swing = [0, 2, 5, 8, 10, 8, 5, 2][at // 12] * (40 + 20 * day)
        out += [water, -300 + 250 * day + swing + source.next(15)]
    return out


def heart_section():
    s = Section(1000, rate=250_000)
    removed = s.step(1, 0, bytes([9, 0, 0, 0]))
    design = struct.pack("<BB11HI", 7, 3, 52, 18, 54, 38, 35, 1, 99, 78, 250, 42, 0, 120_000_000)
    for source in (0, removed):
        qrs = s.step(24, source, design)
        for value in range(4):
            s.output(qrs, value)
    return s.bytes()


def heart_signal():
    """84 s at 250 Hz: a regular heart, an early beat, a small one, a pause, noise, an inverted lead, rails."""
    source, out, since, rate = Noise(21), [], 60, 200
    bump = lambda t, centre, width: math.exp(-((t - centre) / width)**2 / 2)
    beats = 0
    for i in range(21000):
        pause = 9000 <= i < 10500 or 17000 <= i < 18000
        if since >= rate and not pause:
            since, beats = 0, beats + 1
            rate = 130 if beats % 17 == 5 else 290 if beats % 17 == 6 else 200 - i // 200
        t = since if since < rate * 0.7 else since - rate
        size = 60 if beats % 23 == 20 else 200
        wave = 24 * bump(t, -42, 5) - 25 * bump(t, -6, 2) + size * bump(t, 0, 2.7) - 40 * bump(t, 7, 2.5) + 50 * bump(t, 68, 11)
        value = 0 if pause else wave if i < 15000 else -wave
        noise = source.next(40 if 12000 <= i < 13000 else 2)
        out.append(32767 if 19000 <= i < 19200 else sat16(math.floor(value + 0.5) + noise + 30))
        since += 1
    return out


def moving_section():
    s = Section(250)
    absolute = s.step(6, 0)
    envelope = s.step(7, 0, bytes([0, 5, 0, 0]))
    square = s.step(4, 0, bytes([0, 0, 0, 0]))
    slow = s.step(7, square, bytes([3, 9, 0, 0]))
    average = s.step(8, absolute, bytes([4, 0, 0, 0]))
    level = s.step(9, square, bytes([5, 8, 0, 0]))
    deviation = s.step(20, envelope)
    extremes = [s.step(21, stream) for stream in (slow, average)]
    loud = s.step(20, level)
    crossings = s.step(22, 0, struct.pack("<I", 300))
    windows = s.step(23, crossings, bytes([0, 4, 0, 0]))
    for step, value, shift in [(deviation, 0, 8), (deviation, 1, 8), (loud, 0, 22), (loud, 1, 22), (extremes[0], 0, 14),
                               (extremes[0], 1, 16), (extremes[0], 2, 16), (extremes[1], 0, 0), (extremes[1], 2, 0),
                               (crossings, 0, 0), (crossings, 1, 0)] + [(windows, i, 0) for i in range(4)]:
        s.output(step, value, shift)
    return s.bytes()


def moving_signal():
    source = Noise(21)
    noise = [source.next(600) for _ in range(500)]
    burst = [sat16(round(20000 * math.exp(-(i % 125) / 20)) * (-1)**i + source.next(200)) for i in range(500)]
    slow = [sat16(1500 - 3 * abs(i % 1000 - 500) + source.next(250)) for i in range(1000)]
    return noise + burst + slow + [-32768] * 250 + [0] * 250


def spectra_section(samples, hop, size, window, flags):
    """A spectrum, its magnitudes and bands, and the bands' last three windows."""
    s = Section(samples)
    spectrum = s.step(36, 0, struct.pack(f"<HHBB{len(window)}H", size, hop, flags, len(window), *window))
    roots = s.step(37, spectrum)
    flat = s.step(38, spectrum, struct.pack("<BB5H", 4, 0, 0, 1, 2, size // 4, size // 2))
    mel = s.step(38, spectrum, struct.pack("<BB5H", 3, 1, 1, 2, size // 8 + 1, size // 4, size // 2 - 1))
    history = s.step(40, mel, bytes([3, 0, 0, 0]))
    s.output(spectrum, 0)
    for array, elements in [(roots, (0, 1, 3, size // 4)), (roots, (size // 4 + 1, size // 2 - 1, 2, 5)), (flat, (0, 1, 2, 3)),
                            (history, (0, 4, 7, 8))]:
        step = s.step(39, array, struct.pack("<4H", *elements))
        for value in range(4):
            if len(s.outputs) < 16:
                s.output(step, value, 8 if array == roots else 1)
    return s.bytes()


def spectra_signal(samples):
    """Windows of noise of all levels, a tone, a click, silence, rails."""
    source, out = Noise(34), []
    for magnitude in (1, 40, 3000, 32767):
        out += [sat16(source.next(magnitude) + magnitude // 9) for _ in range(samples)]
    out += [round(12000 * math.sin(0.7 * i)) + source.next(2) for i in range(samples)]
    out += [30000 if i == samples // 3 else 0 for i in range(samples)]
    out += [0] * samples + [32767 if i % 2 else -32768 for i in range(samples)] + [-32768] * samples
    return out


def main():
    vibration = (Path(__file__).parent / "recipe-vibration-1.recipe").read_bytes()
    q16 = [round(order * 65536) for order in (3.5848, 5.4152, 4.7135, 0.39828)]
    cases = [
        ("outer-race", "recipe 1 on impacts at BPFO", vibration, 488281, q16, 29950,
         bearing(24000, 12000, 29.95, 3.5848, 120)),
        ("inner-race-slow", "recipe 1 on impacts at BPFI, 10 Hz", vibration, 244141, q16, 10000,
         bearing(24000, 12000, 10.0, 5.4152, 60)),
        ("standing", "recipe 1, shaft at rest, a window of one value", vibration, 488281, q16, 0, [17] * 12000),
        ("statistics", "operations 1, 16, 17, 18, 19: learning, alarm, clipped, flat, stopped", statistics_section(),
         1_000_000, [0, 0, 0, 0], 500, statistics_signal()),
        ("filters", "operations 2, 3, 4, 5, also driven into saturation", filters_section(), 1, [0, 0, 0, 0], 0,
         filters_signal()),
        ("readings", "operations 10, 11, 12, 25 to 29 on a soil probe of two channels", readings_section(), 1_000_000_000,
         [0, 0, 0, 0], 0, readings_signal()),
        ("heart", "operation 24 on a made-up heart: early, small and missing beats, noise, an inverted lead, rails",
         heart_section(), 5_000_000, [0, 0, 0, 0], 0, heart_signal()),
        ("moving", "operations 6 to 9 and 20 to 23", moving_section(), 1, [0, 0, 0, 0], 0, moving_signal()),
        ("spectra-one", "operations 36 to 40: one frame of 300 values in 512, Hann window",
         spectra_section(300, 0, 512, (16384, 16384), 1), 1, [0, 0, 0, 0], 0, spectra_signal(300)),
        ("spectra-many", "operations 36 to 40: 7 overlapping frames of 256, flat-top window",
         spectra_section(1111, 140, 256, (7064, 13652, 9085, 2739, 228), 0), 1, [0, 0, 0, 0], 0, spectra_signal(1111)),
        ("spectra-long", "operations 36 to 40: 2 frames of 2048 side by side, no window",
         spectra_section(4100, 2048, 2048, (32768,), 1), 1, [0, 0, 0, 0], 0, spectra_signal(4100)[4100 * 2:]),
        ("spectra-short", "operations 36 to 40: 16 frames of 16 side by side, Hamming window",
         spectra_section(256, 16, 16, (17695, 15073), 0), 1, [0, 0, 0, 0], 0, spectra_signal(256)),
    ]
    index = []
    for name, what, section, nano, orders, speed, samples in cases:
        interpreter = Interpreter(section, nano, orders, speed)
        length = interpreter.length
        rows = [interpreter.window(samples[at:at + length]) for at in range(0, len(samples) - length + 1, length)]
        data = struct.pack("<I", len(section)) + section + struct.pack("<6I", nano, *orders, speed)
        data += struct.pack(f"<I{len(samples)}h", len(samples), *samples)
        data += bytes(-len(data) % 4)
        data += struct.pack("<II", len(rows), len(interpreter.outputs))
        data += b"".join(struct.pack(f"<{len(row)}i", *row) for row in rows)
        golden = Path(f"recipe-{name}.bin")
        if golden.exists() and golden.read_bytes() != data:
            sys.exit(f"{golden} would change; golden vectors only get company.")
        golden.write_bytes(data)
        index.append({
            "file": f"recipe-{name}.bin", "what": what, "digest": hashlib.sha256(section).hexdigest()[:16],
            "windows": [{"quality": row[0], "values": row[1:]} for row in rows]})
    Path("recipes.json").write_text(json.dumps({"recipes": index}, indent=1) + "\n")


if __name__ == "__main__":
    main()
