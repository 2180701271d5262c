#!/usr/bin/env python3
"""Writes soil-readings.bin (golden, so one that exists is not changed): a made-up season of hourly readings with faults, and what soil.md makes of it.

Written from soil.md and recipe.md alone, in Python's unbounded integers, so that Java and C are both held against a third opinion. Layout, little-endian:
u8 depths, u8 0, i16 latitude, i16 offset in minutes, i16 mm[depths], u32 readings; then per reading u32 time, i16 water[depths],
i16 soil[depths], u16 rain, i16 air, u16 battery, u16 flags[depths], u8 days that ended, u8 0; where days ended then per depth u8 ready, u8 0 and,
if ready, i16 inputs[48] with the rain to come unknown, u16 rain[7], i16 inputs[13] from 35 on with it known. Limits are RULE, the quality mask MASK.
"""
import datetime
import math
import random
import struct
from pathlib import Path

MISSING = -32768
RULE = dict(lowest=0, highest=6000, saturated=5500, frozen=0, thawing=100, jump=300, rise=300, least_rain=2,
            readings_to_break=2, break_hours=24, plateau_fall=600, plateau_below=200, plateau_range=10, stuck_hours=168,
            stuck_hours_in_rain=72, stuck_rain=150, stuck_moved=120, low_battery=2400, gap_minutes=65, hours_of_day=12,
            near_surface=300)
MASK = 0x3FF  # all flags but gap keep a reading out
DEPTHS = [100, 250, 600]
LATITUDE, OFFSET = 4125, -420


def quotient(a, b):
    """Cuts towards zero."""
    return abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)


def clamp(value, low, high):
    return max(low, min(high, value))


def sat16(value):
    return clamp(value, -32768, 32767)


def root(rain):
    return math.isqrt(1000 * rain)


SINE = [math.floor(32767 * math.sin(math.pi * i / 1024) + 0.5) for i in range(513)]


def sine(phase):
    phase %= 1 << 32
    quadrant, position = phase >> 30, phase & 0x3FFFFFFF
    if quadrant & 1:
        position = (1 << 30) - position
    i = position >> 21
    value = SINE[i]
    if i < 512:
        value += (SINE[i + 1] - value) * (position & 0x1FFFFF) >> 21
    return value if quadrant < 2 else -value


def cosine(phase):
    return sine(phase + (1 << 30))


LOG = [math.floor(2 ** 14 * math.log2(1 + i / 64) + 0.5) for i in range(65)]


def log2(x):
    e = x.bit_length() - 1
    f = ((x << 32) >> e) - (1 << 32)
    i, w = f >> 26, (f >> 10) & 0xFFFF
    return 1024 * e + (LOG[i] + ((LOG[i + 1] - LOG[i]) * w >> 16) + 8 >> 4)


def sun(latitude, n):
    phi, y = quotient(latitude << 32, 36000), quotient(n << 32, 365)
    delta = 279578198 * sine(y - 950155733) >> 15
    s, c = sine(phi) * sine(delta), cosine(phi) * cosine(delta)
    omega = 0
    for bit in range(30, 18, -1):
        if cosine(omega + (1 << bit)) * c >= -32767 * s:
            omega += 1 << bit
    a = (((omega * 411775) >> 32) * s >> 30) + ((c >> 15) * sine(omega) >> 14)
    d = 32768 + (1081 * cosine(y) >> 15)
    return 2880 * omega >> 32, 1534 * d * max(0, a) >> 31


class Site:
    def __init__(self):
        self.rain, self.antecedent, self.since, self.air = [0] * 7, 0, 30, 1000
        self.settled_air = self.settled_e = None

    def end(self, n, rain, mean, spread, soils):
        self.rain = [rain] + self.rain[:6]
        self.antecedent = self.antecedent * 9 // 10 + 16 * rain
        self.since = 0 if rain >= 10 else min(30, self.since + 1)
        known = [s for s in soils if s != MISSING]
        if mean != MISSING:
            self.air = mean
        elif known:
            self.air = known[0]
        self.length, radiation = sun(LATITUDE, n)
        spread = 1000 if spread == MISSING else max(0, spread)
        self.e = 23 * radiation * max(0, self.air + 1780) * math.isqrt(100 * spread) // 10 ** 8
        if self.settled_air is None:
            self.settled_air, self.settled_e = 256 * self.air, 256 * self.e
        self.settled_air += 256 * self.air - self.settled_air >> 2
        self.settled_e += 256 * self.e - self.settled_e >> 2
        self.gain = self.length - sun(LATITUDE, n - 10 if n > 10 else n + 355)[0]


class Depth:
    def __init__(self):
        self.days, self.known, self.drying, self.variance = [MISSING] * 8, 0, 1966, 0
        self.driest = self.wettest = self.mean = 0

    def end(self, w, site):
        self.days = [w] + self.days[:7]
        if w == MISSING:
            return
        if self.known == 0:
            self.driest = self.wettest = w
            self.mean = 256 * w
        if self.days[1] != MISSING and site.rain[0] < 5 and site.rain[1] < 5:
            q = quotient(self.days[1] - w << 16, self.days[1] - self.driest + 200)
            self.drying += (clamp(q, -3277, 26214) - self.drying) * 5 >> 6
        self.driest, self.wettest = min(self.driest, w), max(self.wettest, w)
        e = w - (self.mean >> 8)
        self.mean += 256 * w - self.mean >> 4
        self.variance = min(2 ** 31 - 1, self.variance + (16 * e * e - self.variance >> 4))
        self.known = min(255, self.known + 1)

    def ready(self):
        return self.days[0] != MISSING and self.known > 8

    def change(self, k):
        if self.days[k] != MISSING:
            return self.days[0] - self.days[k]
        return {7: lambda: self.change(3), 3: lambda: self.change(1), 1: lambda: 0}[k]()

    def relative(self):
        return quotient((self.days[0] - self.driest) * 10000, self.wettest - self.driest + 200)

    def moved(self):
        known = [d for d in self.days if d != MISSING]
        return max(known) - min(known) if known else 0


def inputs(i, depths, soils, site):
    d, w = depths[i], depths[i].days[0]
    values = [w, d.change(1), d.change(3), d.change(7), d.relative(), d.wettest - w, w - d.driest, d.drying >> 3,
              math.isqrt(d.variance), d.drying * (w - d.driest + 200) >> 12, w - (d.mean >> 8), d.known,
              root(site.rain[0]), root(site.rain[1]), root(sum(site.rain[:3])), root(sum(site.rain)),
              math.isqrt(1000 * site.antecedent >> 4), site.since, site.air, site.settled_air >> 8, site.e,
              site.settled_e >> 8, site.length, site.gain, soils[i] if soils[i] != MISSING else site.settled_air >> 8]
    for other in (i - 1, i + 1):
        if 0 <= other < len(depths) and depths[other].ready():
            o = depths[other]
            values += [100, o.change(1), o.relative(), o.wettest - o.days[0]]
        else:
            values += [0, 0, 0, 0]
    values += [log2(DEPTHS[i]), DEPTHS[i]] + [0] * 13
    return [sat16(v) for v in values]


def future(rain):
    left, lefts = 0, []
    for r in rain:
        left = left * 4 // 5 + r
        lefts.append(left)
    return [sat16(v) for v in [100] + [root(r) for r in rain]
            + [root(sum(rain[:3])), root(sum(rain)), root(lefts[2]), root(lefts[6]), root(max(rain))]]


class Quality:
    def __init__(self, mm):
        self.mm, self.hours, self.outside, self.break_hours = mm, [], 0, 0
        self.fallen, self.fallen_from, self.held, self.held_hours, self.held_rain = False, 0, 0, 0, 0

    def flags(self, water, soil, passed, gap, day_rain, rain, battery, others_moved, depth):
        r = RULE
        self.held_rain = min(65535, self.held_rain + rain)
        if passed > 0:
            self.break_hours = max(0, self.break_hours - passed)
            self.held_hours = min(65535, self.held_hours + passed)
            if passed >= 24:
                self.hours, self.outside = [], 0
            for _ in range(passed if self.hours else 0):
                self.hours = [self.hours[0]] + self.hours[:23]
        if water == MISSING:
            return 1 << 10
        flags = (1 << 10 if gap else 0) | (1 << 9 if 0 < battery < r['low_battery'] else 0)
        if soil != MISSING and soil <= r['frozen']:
            flags |= 1 << 1
        if water < r['lowest'] or water > r['highest']:
            return flags | 1
        flags |= self.step(water, day_rain >= r['least_rain'] or soil != MISSING and soil <= r['thawing'])
        flags |= 1 << 6 if water >= r['saturated'] else 0
        if self.fallen and water > self.fallen_from - r['jump']:
            self.fallen = False
        if self.fallen and depth.known and water < depth.driest - r['plateau_below'] \
                and max(self.hours) - min(self.hours) <= r['plateau_range']:
            flags |= 1 << 5
        if abs(water - self.held) > 1:
            self.held, self.held_hours, self.held_rain = water, 0, 0
        if self.mm <= r['near_surface'] and self.held_hours >= r['stuck_hours_in_rain'] and self.held_rain >= r['stuck_rain'] \
                or self.held_hours >= r['stuck_hours'] and others_moved > r['stuck_moved']:
            flags |= 1 << 7
        return flags

    def step(self, water, may_rise):
        r = RULE
        if not self.hours:
            self.hours = [water]
            return 0
        low, high = min(self.hours), max(self.hours)
        below = water < low - r['jump']
        above = water > high + r['jump'] and not may_rise
        flags = 0
        if not below and not above:
            self.outside = 0
        else:
            self.outside += 1
            if self.outside <= r['readings_to_break']:
                return 1 << 3
            self.outside, self.break_hours = 0, r['break_hours']
            self.fallen, self.fallen_from = below and low - water > r['plateau_fall'], low
            self.hours = [water]
            flags = 1 << 2 if above else 0
        if len(self.hours) == 24 and water - self.hours[23] > r['rise'] and not may_rise:
            flags |= 1 << 2
        self.hours[0] = water
        return flags | (1 << 4 if self.break_hours > 0 else 0)


def season(random):
    """Sixty days of hourly readings: drying, storms, frost, and every kind of fault at some depth."""
    begin = int(datetime.datetime(2025, 2, 20, tzinfo=datetime.timezone.utc).timestamp())
    level, held = [2600.0, 2900.0, 3300.0], {}
    for hour in range(60 * 24):
        if 700 <= hour < 712 or 900 <= hour < 960 or random.random() < 0.01:
            continue  # silence
        rain = random.choice([4, 13, 60, 120]) if random.random() < 0.03 or hour % 500 < 4 else 0
        for i in range(3):
            level[i] += rain * (6, 2, 0.6)[i] - (level[i] - 900) * (0.004, 0.002, 0.0008)[i] + random.uniform(-2, 2)
            level[i] = min(level[i], 4300)
        water = [round(x) for x in level]
        soil = [round(1200 * math.sin(hour / 480) + 300 * math.sin(hour / 4)), 700 + hour // 3, MISSING]
        air = MISSING if hour % 97 == 5 or 1000 < hour < 1040 else soil[0] + 200
        if random.random() < 0.02:
            water[random.randrange(3)] += random.choice([-900, -450, 700, 1500])
        if random.random() < 0.01:
            water[random.randrange(3)] = random.choice([-40, 6400, MISSING, 5600])
        if 300 <= hour < 540:
            water[1] = held.setdefault(1, water[1])
        if 760 <= hour < 790:
            water[0] = 60 + hour % 3
        if hour in (250, 1300):
            water[2] = 5700
        if 1100 <= hour < 1290:
            water[2] += 600
        yield begin + 3600 * hour + random.randrange(200), water, soil, rain, air, 2300 if hour % 211 == 0 else 3000


def main():
    rng = random.Random(5)
    site, depths, quality = Site(), [Depth() for _ in DEPTHS], [Quality(mm) for mm in DEPTHS]
    hourly, sums = [0] * 24, None
    last = hour = None

    def begin():
        return dict(water=[[] for _ in DEPTHS], hours=[set() for _ in DEPTHS], soil=[[] for _ in DEPTHS], rain=0, air=[])

    day, records, soils = begin(), [], [MISSING] * len(DEPTHS)
    for time, water, soil, rain, air, battery in season(rng):
        now = (time + 60 * OFFSET) // 3600
        passed, ended = (0 if hour is None else now - hour), 0
        gap = last is not None and time - last > 60 * RULE['gap_minutes']
        if hour is not None and now // 24 > hour // 24:
            ended = min(8, now // 24 - hour // 24)
            for each in range(now // 24 - ended, now // 24):
                known = each == hour // 24
                means = [sum(v) // len(v) if known and len(h) >= RULE['hours_of_day'] else MISSING
                         for v, h in zip(day['water'], day['hours'])]
                soils = [sum(v) // len(v) if known and v else MISSING for v in day['soil']]
                mean = sum(day['air']) // len(day['air']) if day['air'] else MISSING
                spread = min(32767, max(day['air']) - min(day['air'])) if day['air'] else MISSING
                date = datetime.date(1970, 1, 1) + datetime.timedelta(days=each)
                site.end(date.timetuple().tm_yday, min(65535, day['rain']), mean, spread, soils)
                for d, w in zip(depths, means):
                    d.end(w, site)
                day = begin()
        last, hour = time, now
        by = min(24, passed)
        hourly = [0] * by + hourly[:24 - by]
        hourly[0] = min(255, hourly[0] + rain)
        day['rain'] += rain
        if air != MISSING:
            day['air'].append(air)
        flags = []
        for i in range(len(DEPTHS)):
            moved = max(depths[o].moved() for o in range(len(DEPTHS)) if o != i)
            flags.append(quality[i].flags(water[i], soil[i], passed, gap, sum(hourly), rain, battery, moved, depths[i]))
            if water[i] != MISSING and not flags[i] & MASK:
                day['water'][i].append(water[i])
                day['hours'][i].add(now)
            if soil[i] != MISSING:
                day['soil'][i].append(soil[i])
        record = struct.pack('<I3h3hHhH3HBB', time, *water, *soil, rain, air, battery, *flags, ended, 0)
        if ended:
            for i, d in enumerate(depths):
                record += struct.pack('<BB', d.ready(), 0)
                if d.ready():
                    expected = [rng.choice([0, 0, 0, 5, 37, 210, 1400]) for _ in range(7)]
                    record += struct.pack('<48h', *inputs(i, depths, soils, site))
                    record += struct.pack('<7H13h', *expected, *future(expected))
        records.append(record)
    head = struct.pack('<BBhh3hI', len(DEPTHS), 0, LATITUDE, OFFSET, *DEPTHS, len(records))
    path, written = Path(__file__).with_name('soil-readings.bin'), head + b''.join(records)
    if path.exists() and path.read_bytes() != written:
        raise SystemExit(f'{path.name} is golden: give changed contents another name')
    path.write_bytes(written)


if __name__ == '__main__':
    main()
