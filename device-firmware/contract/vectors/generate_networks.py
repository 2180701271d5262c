#!/usr/bin/env python3
"""Networks (model kind 4) and their answers, by an interpreter written from contract/bundle.md alone, in unbounded integers.

Run in this folder: python3 generate_networks.py
Writes bundle-network-<name>-1.0.mwm; one that exists is golden, so the script refuses to change it. A bundle's self-test
vectors are this interpreter's answers: whoever loads the bundle has compared with them. The recipe, the labels' form and the
decision are those of bundle-race-lines-1.0.mwm.
"""
import math
import random
import struct
import sys
import zlib
from pathlib import Path

VECTORS = 24


def clamp(x, low, high):
    return max(low, min(high, x))


def padded(data):
    return data + bytes(-len(data) % 4)


def nearest_away(x, n):
    """x / 2^n, halves away from zero."""
    return x if n == 0 else (abs(x) + 2**(n - 1)) // 2**n * (1 if x >= 0 else -1)


def high(a, b):
    return (a * b + 2**30) // 2**31


def rescaled(total, multiplier, shift):
    return nearest_away(high(total * 2**max(shift, 0), multiplier), max(-shift, 0))


class Fixed:
    """gemmlowp's FixedPoint: a signed 32-bit number with some integer bits."""

    def __init__(self, raw, bits):
        assert -2**31 <= raw < 2**31
        self.raw, self.bits = raw, bits

    def __mul__(self, other):
        return Fixed(high(self.raw, other.raw), self.bits + other.bits)

    def __add__(self, other):
        assert self.bits == other.bits
        return Fixed(self.raw + other.raw, self.bits)

    def __sub__(self, other):
        assert self.bits == other.bits
        return Fixed(self.raw - other.raw, self.bits)

    def by_power(self, exponent):
        """The raw number times 2^exponent, rounded or saturated."""
        if exponent < 0:
            return Fixed(nearest_away(self.raw, -exponent), self.bits)
        return Fixed(clamp(self.raw * 2**exponent, -2**31, 2**31 - 1), self.bits)

    def rescaled_to(self, bits):
        return Fixed(self.by_power(self.bits - bits).raw, bits)


ONE = Fixed(2**31 - 1, 0)


def exponential(a):
    """exp(a) for a <= 0 with 5 integer bits."""
    if a.raw == 0:
        return ONE
    quarter = 2**24
    fraction = Fixed(a.raw % quarter - quarter, 5)
    x = fraction.rescaled_to(0) + Fixed(2**28, 0)
    x2 = x * x
    x3 = x2 * x
    x4 = x2 * x2
    tail = ((x4.by_power(-2) + x3) * Fixed(715827883, 0) + x2).by_power(-1)
    constant = Fixed(1895147668, 0)
    result = constant + constant * (x + tail)
    remainder = fraction.raw - a.raw
    for bit, factor in enumerate([1672461947, 1302514674, 790015084, 290630308, 39332535, 720401, 242]):
        if remainder >> (24 + bit) & 1:
            result = result * Fixed(factor, 0)
    return result


def reciprocal_of_one_plus(a):
    """1 / (1 + a) for 0 <= a < 1."""
    half = Fixed((a.raw + ONE.raw + 1) // 2, 0)
    x = Fixed(1515870810, 2) + half * Fixed(-1010580540, 2)
    for _ in range(3):
        rest = Fixed(2**29, 2) - half * x
        x = x + (x * rest).rescaled_to(2)
    return Fixed(x.raw, 1).rescaled_to(0)


def softmax(values, multiplier, left):
    largest = max(values)
    lowest = -(31 * 2**26 // 2**left)
    scaled = [Fixed(high((v - largest) * 2**left, multiplier), 5) if v - largest >= lowest else None for v in values]
    total = sum(exponential(d).rescaled_to(12).raw for d in scaled if d is not None)
    zeros = 32 - total.bit_length()
    scale = reciprocal_of_one_plus(Fixed(total * 2**zeros - 2**31, 0))
    out = []
    for d in scaled:
        value = -128 if d is None else nearest_away((scale * exponential(d)).raw, 12 - zeros + 31 - 8) - 128
        out.append(clamp(value, -128, 127))
    return out


class Weights:
    """Bias, rows, multipliers and shifts; one multiplier for all where there is only one."""

    def __init__(self, draw, channels, row, limits, zero_point, per_channel, four_bits=False, wide=False):
        self.channels, self.row, self.four_bits, self.wide = channels, row, four_bits, wide
        self.low, self.high = limits
        self.zero_point = zero_point
        self.per_channel = per_channel
        self.rows = [[draw.randint(-8, 7) * 16 if four_bits else draw.randint(-128, 127) for _ in range(row)]
                     for _ in range(channels)]
        scales = channels if per_channel else 1
        if wide:
            self.bias = [draw.randint(-2**21, 2**21) for _ in range(channels)]
            self.multipliers = [draw.randint(2**14, 2**15 - 1) for _ in range(scales)]
            self.shifts = [draw.randint(-11, -9) for _ in range(scales)]
        else:
            self.bias = [draw.randint(-9000, 9000) for _ in range(channels)]
            self.multipliers = [draw.randint(2**30, 2**31 - 1) for _ in range(scales)]
            self.shifts = [-6 - row.bit_length() // 2 - draw.randint(0, 1) for _ in range(scales)]

    def value(self, channel, window):
        total = self.bias[channel] + sum(w * x for w, x in zip(self.rows[channel], window))
        scale = channel if self.per_channel else 0
        multiplier, shift = self.multipliers[scale], self.shifts[scale]
        if self.wide:
            value = (total * multiplier + 2**(14 - shift)) // 2**(15 - shift)
        else:
            bound = 16384 * self.row + abs(self.bias[channel])
            assert bound * 2**max(shift, 0) <= 2**28 - 1
            value = rescaled(total, multiplier, shift) + self.zero_point
        return clamp(value, self.low, self.high)

    def flags(self):
        return self.per_channel + 2 * self.four_bits

    def encoded(self):
        out = struct.pack(f"<{self.channels}i", *self.bias)
        out += struct.pack(f"<{len(self.multipliers)}i", *self.multipliers)
        for row in self.rows:
            if self.four_bits:
                for at in range(0, self.row, 8):
                    eight = [w // 16 for w in row[at:at + 8]] + [0] * 8
                    out += bytes((eight[i] & 15) | (eight[4 + i] & 15) << 4 for i in range(4))
            else:
                out += padded(struct.pack(f"<{self.row}b", *row))
        return out + padded(struct.pack(f"<{len(self.shifts)}b", *self.shifts))


def head(code, flags=0, channels=0, low=0, high=0, zero_point=0, padding_value=0, kernel=0, stride=0, dilation=0, left=0,
         right=0):
    return struct.pack("<BBHhhhhHBBBBH", code, flags, channels, low, high, zero_point, padding_value, kernel, stride,
                       dilation, left, right, 0)


class Dense:
    moves, window = True, 0

    def __init__(self, weights):
        self.weights, self.looks = weights, weights.row

    def run(self, steps, channels, tensor):
        assert len(tensor) == self.weights.row
        return 1, self.weights.channels, [self.weights.value(c, tensor) for c in range(self.weights.channels)]

    def encoded(self):
        w = self.weights
        return head(8 if w.wide else 1, w.flags(), w.channels, w.low, w.high, w.zero_point) + w.encoded()


class Convolution:
    moves = True

    def __init__(self, weights, kernel, stride=1, dilation=1, left=0, right=0, padding_value=0, depthwise=False):
        self.weights, self.kernel, self.stride, self.dilation = weights, kernel, stride, dilation
        self.left, self.right, self.padding_value, self.depthwise = left, right, padding_value, depthwise
        self.looks = weights.row
        gathers = not depthwise and (dilation > 1 or left or right)
        self.window = weights.row if gathers else 0

    def run(self, steps, channels, tensor):
        count = (steps + self.left + self.right - (self.kernel - 1) * self.dilation - 1) // self.stride + 1
        out = []
        for t in range(count):
            taps = []
            for k in range(self.kernel):
                s = t * self.stride - self.left + k * self.dilation
                taps.append(tensor[s * channels:(s + 1) * channels] if 0 <= s < steps else [self.padding_value] * channels)
            for c in range(self.weights.channels):
                window = [tap[c] for tap in taps] if self.depthwise else [x for tap in taps for x in tap]
                out.append(self.weights.value(c, window))
        return count, self.weights.channels, out

    def encoded(self):
        w = self.weights
        return head(3 if self.depthwise else 2, w.flags(), w.channels, w.low, w.high, w.zero_point, self.padding_value,
                    self.kernel, self.stride, self.dilation, self.left, self.right) + w.encoded()


class Pool:
    moves, window = False, 0

    def __init__(self, mean, kernel, stride, low=-128, high=127):
        self.mean, self.kernel, self.stride, self.low, self.high = mean, kernel, stride, low, high
        self.looks = kernel

    def run(self, steps, channels, tensor):
        count = (steps - self.kernel) // self.stride + 1
        out = []
        for t in range(count):
            for c in range(channels):
                values = [tensor[(t * self.stride + k) * channels + c] for k in range(self.kernel)]
                total = sum(values)
                mean = (abs(total) + self.kernel // 2) // self.kernel * (1 if total > 0 else -1)
                out.append(clamp(mean if self.mean else max(values), self.low, self.high))
        return count, channels, out

    def encoded(self):
        return head(5 if self.mean else 4, low=self.low, high=self.high, kernel=self.kernel, stride=self.stride)


class Table:
    moves, window, looks = False, 0, 1

    def __init__(self, outputs):
        self.outputs = outputs

    def run(self, steps, channels, tensor):
        return steps, channels, [self.outputs[x + 128] for x in tensor]

    def encoded(self):
        return head(6) + struct.pack("<256b", *self.outputs)


class Softmax:
    moves, window, looks = False, 0, 1

    def __init__(self, scale):
        fraction, self.left = math.frexp(scale * 2**26)
        self.multiplier = round(fraction * 2**31)
        self.scale = scale

    def run(self, steps, channels, tensor):
        out = softmax(tensor, self.multiplier, self.left)
        real = [math.exp(self.scale * (x - max(tensor))) for x in tensor]
        for found, wanted in zip(out, real):
            assert abs((found + 128) / 256 - wanted / sum(real)) < 1.5 / 256
        return steps, channels, out

    def encoded(self):
        return head(7) + struct.pack("<iI", self.multiplier, self.left)


class Network:
    def __init__(self, steps, channels, entries, operators, wide=False):
        self.steps, self.channels, self.entries, self.operators, self.wide = steps, channels, entries, operators, wide

    def run(self, inputs):
        low, high_ = (-2**15, 2**15 - 1) if self.wide else (-128, 127)
        entries = self.entries if len(self.entries) > 1 else self.entries * len(inputs)
        tensor = [clamp((m * x + o) >> s, low, high_) for x, (o, m, s) in zip(inputs, entries)]
        steps, channels = self.steps, self.channels
        self.operations = 0
        largest, region, window, size = [len(tensor), 0], 0, 0, 2 if self.wide else 1
        for operator in self.operators:
            steps, channels, tensor = operator.run(steps, channels, tensor)
            self.operations += len(tensor) * operator.looks
            assert len(tensor) == steps * channels
            region ^= operator.moves
            largest[region] = max(largest[region], len(tensor))
            window = max(window, operator.window)
        rounded = [(n * size + 7 + 7) // 8 * 8 for n in largest + [window]]
        self.scratch = rounded[0] + rounded[1] + (rounded[2] if window else 0)
        return tensor

    def encoded(self):
        out = struct.pack("<BBH", (len(self.entries) > 1) + 2 * self.wide, len(self.operators), self.steps)
        for offset, multiplier, shift in self.entries:
            out += struct.pack("<ihH", offset, multiplier, shift)
        return out + b"".join(operator.encoded() for operator in self.operators)


def sections_of(bundle):
    at, end, found = 64, 64 + struct.unpack_from("<I", bundle, 52)[0], {}
    while at < end:
        kind, _, length = struct.unpack_from("<HHI", bundle, at)
        found[kind] = bundle[at + 8:at + 8 + length]
        at += 8 + length + -length % 4
    return found


def bundle(network, classes, draw, array_step=None):
    inputs = network.steps * network.channels
    golden = Path("bundle-race-lines-1.0.mwm").read_bytes()
    recipe = sections_of(golden)[2]
    source = struct.pack("<HHBBH", 1000, 1, array_step, 3, 0) if array_step is not None else padded(
        struct.pack("<HH", 1000, 0) + b"".join(bytes([i % 3, i // 3]) for i in range(inputs)))
    vectors = struct.pack("<HHHH", VECTORS, inputs, classes, 0)
    answers = set()
    for index in range(VECTORS):
        reach = [32767, 12000, 3000, 300][index % 4]
        vector = [clamp(draw.randint(-reach, reach) * draw.choice([1, 1, 2]), -32768, 32767) for _ in range(inputs)]
        scores = network.run(vector)
        assert len(scores) == classes
        answers.add(tuple(scores))
        vectors += struct.pack(f"<{inputs}h", *vector) + struct.pack(f"<{classes}h", *scores)
    assert len(answers) > VECTORS // 2, f"the answers hardly differ: {answers}"
    labels = struct.pack("<H", classes) + b"".join(
        struct.pack("<HB", c, 9) + f"verdict {c}".encode() for c in range(classes)) if classes < 10 else None
    decision = struct.pack("<BBBBHBB5B3B", 1, 2, 3, 0, 16, 128, 0, 0, 1, 2, 3, 3, 0, 0, 0)
    payload = b""
    for kind, data in enumerate([source + network.encoded(), recipe, labels, decision, vectors], 1):
        payload += struct.pack("<HHI", kind, 0, len(data)) + padded(data)
    header = golden[:8] + struct.pack("<HH", 4, 0) + golden[12:24] + struct.pack(
        "<IIIIIIIIHH", 7, 2, 0, 64 + len(payload), struct.unpack_from("<I", golden, 40)[0], network.scratch, network.operations,
        len(payload), inputs, classes)
    assert len(header) == 60
    return header + struct.pack("<I", zlib.crc32(header + payload)) + payload


def uniform(gain_shift, zero_point):
    """One quantization: input / 2^gain_shift + zero_point, rounded."""
    return [(zero_point * 2**gain_shift + 2**gain_shift // 2, 1, gain_shift)]


def dense(draw):
    entries = [(draw.randint(-2**24, 2**24), draw.randint(-9000, 9000), draw.randint(18, 22)) for _ in range(17)]
    return Network(1, 17, entries, [
        Dense(Weights(draw, 12, 17, (-11, 127), -11, True)),
        Dense(Weights(draw, 9, 12, (-128, 127), 5, False, four_bits=True)),
        Dense(Weights(draw, 5, 9, (-128, 127), 0, True)),
    ]), 5


def softmax_after(draw):
    return Network(1, 8, uniform(8, 0), [
        Dense(Weights(draw, 6, 8, (-128, 127), -3, False)),
        Softmax(0.043),
    ]), 6


def convolutions(draw):
    return Network(15, 4, uniform(9, -7), [
        Convolution(Weights(draw, 7, 12, (-128, 127), 4, True), 3, left=1, right=1, padding_value=-7),
        Table([clamp(round(127 * math.tanh((x - 4) / 40)), -128, 127) for x in range(-128, 128)]),
        Convolution(Weights(draw, 7, 5, (-128, 127), -2, True), 5, stride=2, left=2, right=2, padding_value=0, depthwise=True),
        Convolution(Weights(draw, 9, 21, (-30, 100), -30, True, four_bits=True), 3, dilation=2),
        Pool(False, 2, 1),
        Pool(True, 3, 1),
        Dense(Weights(draw, 3, 9, (-128, 127), 10, False)),
    ]), 3


def wide(draw):
    return Network(1, 13, [(2**6, 127, 7)], [
        Dense(Weights(draw, 10, 13, (0, 32767), 0, True, wide=True)),
        Dense(Weights(draw, 4, 10, (-32768, 32767), 0, False, wide=True)),
    ], wide=True), 4


def array(draw):
    return Network(24, 4, uniform(8, 0), [
        Convolution(Weights(draw, 6, 20, (-128, 127), -128, True), 5),
        Pool(False, 2, 2),
        Convolution(Weights(draw, 8, 18, (-128, 127), -5, True, four_bits=True), 3, stride=2),
        Pool(True, 4, 1, -100, 100),
        Dense(Weights(draw, 4, 8, (-128, 127), 0, True)),
    ]), 4


def main():
    makers = {"dense": (dense, None), "softmax": (softmax_after, None), "convolutions": (convolutions, None),
              "wide": (wide, None), "array": (array, 1)}
    for seed, (name, (maker, array_step)) in enumerate(makers.items()):
        draw = random.Random(20261123 + seed)
        network, classes = maker(draw)
        data = bundle(network, classes, draw, array_step)
        path = Path(f"bundle-network-{name}-1.0.mwm")
        if path.exists() and path.read_bytes() != data:
            sys.exit(f"{path} is golden, but would change")
        path.write_bytes(data)
        print(path, len(data), "bytes, scratch", network.scratch)


main()
