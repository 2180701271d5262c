#!/usr/bin/env python3
"""Writes frames.json and its .cbor files: worked examples of frame.md for the tests of every language.

Independent of the C and the Java code on purpose: the CBOR encoder below is written from RFC 8949 section 3 and
section 4.2.1, the MAC comes from Python's own hmac. Run once per addition, from this folder; existing files are
golden, so the script refuses to change one:

    python3 generate_frames.py

frames.json holds
  keyHex   the node's 32-byte key
  frames   name, file, the outer fields, `body` by integer key (a byte string is {"hex": ...}), size, hex
  fragments  name, file, update id, the bundle's digest, index, the data (padded), hex
  compact  name, file, node, boot, sequence, water (null: no reading) and quality by depth, battery, tenths of a day or null, hex
  refused  name, file, reason (not-well-formed, not-deterministic, version, mac), hex
"""
import hashlib
import hmac
import json
import pathlib
import struct
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
KEY = bytes((i * 7 + 1) % 256 for i in range(32))
NODE, BOOT, TIME = 4711, 12, 1_793_000_000_123


def head(major, value):
    """The shortest head of a data item: RFC 8949 section 4.2.1, first rule."""
    if value < 24:
        return bytes([major << 5 | value])
    for code, kind, limit in ((24, ">B", 1 << 8), (25, ">H", 1 << 16), (26, ">I", 1 << 32), (27, ">Q", 1 << 64)):
        if value < limit:
            return bytes([major << 5 | code]) + struct.pack(kind, value)
    raise ValueError(value)


def encode(item):
    if isinstance(item, int):
        return head(0, item) if item >= 0 else head(1, -1 - item)
    if isinstance(item, bytes):
        return head(2, len(item)) + item
    if isinstance(item, str):
        return head(3, len(item.encode())) + item.encode()
    if isinstance(item, list):
        return head(4, len(item)) + b"".join(encode(each) for each in item)
    if isinstance(item, dict):
        pairs = sorted((encode(key), encode(value)) for key, value in item.items())
        return head(5, len(pairs)) + b"".join(key + value for key, value in pairs)
    raise TypeError(item)


def seal(unsigned, key=KEY):
    """Appends the MAC: `unsigned` ends with the key 07 of the MAC."""
    return unsigned + b"\x48" + hmac.new(key, unsigned, hashlib.sha256).digest()[:8]


def frame(sequence, kind, body, node=NODE, boot=BOOT, time=TIME, version=16):
    fields = b"".join(encode(k) + encode(v) for k, v in enumerate([version, node, boot, sequence, time, kind, body]))
    return seal(head(5, 8) + fields + b"\x07")


def zigzag_differences(samples):
    out, before = bytearray(), 0
    for sample in samples:
        difference = sample - before
        before = sample
        value = (difference << 1) ^ (difference >> 31)
        while value >= 0x80:
            out.append(value & 0x7F | 0x80)
            value >>= 7
        out.append(value)
    return bytes(out)


SAMPLES = [0, 5, -7, 300, -32768, 32767, 12, 12]
FRAMES = [
    ("status-minimal", 0, 1, {0: 1, 1: 0}, {}),
    ("status-full", 1, 1, {0: 1, 1: 86_400, 2: 3_142, 3: -1_275, 4: 17, 5: 70_000, 6: 42, 7: 3,
                           8: bytes(range(0xA0, 0xA8)), 9: 5}, {}),
    ("features-warming-up", 2, 2, {0: 1, 1: 1, 2: [0, 23, 24, 255, 256, -1, -24, -25, -256, -257], 3: 16}, {}),
    ("features-verdict", 65_535, 2, {0: 1, 1: 1, 2: [32_767, -32_768, 65_536, 4_294_967_295, -2_147_483_648], 3: 0,
                                     4: 2, 5: 231, 6: 3}, {}),
    ("event-onset", 65_534, 3, {0: 3, 1: 200, 2: 3, 3: 1}, {}),
    ("event-end", 4_294_967_295, 3, {0: 3, 1: 0, 2: 0, 3: 0}, {}),
    ("event-values", 300, 3, {0: 1, 1: 255, 2: 2, 3: 1, 4: [1_500, -3]}, {}),
    ("waveform-int16", 301, 4, {0: 0, 1: 12_000_000, 2: TIME - 1_000, 3: 598_750, 4: 1, 5: 0,
                                6: b"".join(struct.pack("<h", s) for s in SAMPLES), 7: len(SAMPLES), 8: 9, 9: 0, 10: 2},
     {}),
    ("waveform-varint", 302, 4, {0: 0, 1: 12_000_000, 2: TIME, 3: 598_750, 4: 2, 5: 1,
                                 6: zigzag_differences(SAMPLES), 7: len(SAMPLES), 8: 9, 9: 1, 10: 2, 11: 1}, {}),
    ("soil-reading", 303, 5, {0: [[100, 254, 1_205], [300, 310, -15]], 1: 2_950, 2: 0}, {}),
    ("update-state", 304, 6, {0: 1, 1: 2, 2: 42, 3: 4, 4: 0, 5: 128}, {}),
    ("learning-update", 305, 7, {0: 1, 1: 1, 2: 1, 3: bytes(range(24))}, {}),
    ("acknowledgement-stored", 0, 8, {0: BOOT, 1: 65_534, 2: 0}, {"boot": 1_792_900_000}),
    ("acknowledgement-refused", 1, 8, {0: BOOT, 1: 300, 2: 1}, {"boot": 1_792_900_000}),
    ("unknown-kind", 306, 40, {0: "drift", 7: [1, [2, b"\x03"], {4: -5}]}, {}),
    ("newer-minor-version", 307, 3, {0: 2, 1: 90, 2: 1, 3: 1, 40: [7, "later"]}, {"version": 17}),
    ("largest-numbers", 4_294_967_295, 1, {0: 3, 1: 4_294_967_295},
     {"node": 4_294_967_295, "boot": 4_294_967_295, "time": 18_446_744_073_709_551_615}),
    ("status-ledger", 308, 1, {0: 1, 1: 3_600, 4: 2, 5: 0, 6: 1, 7: 1, 8: bytes(range(0xA0, 0xA8)), 9: 0,
                               10: [720_000, 60, 59, 75, 74, 9_876, 1_234, 60_000, 3_540_000, 4_294_967_296, 3, 3, 600]}, {}),
    ("command-capture", 2, 9, {0: 1, 1: 4_294_967_295}, {"boot": 1_792_900_000}),
    ("update-bad", 308, 6, {0: 0, 1: 4, 2: 4_294_967_295, 3: 4_294_967_295, 4: 14, 5: 0}, {}),
    ("fragments-missing", 309, 11, {0: 5, 1: 78, 2: 3, 3: bytes([0x01, 0x00, 0x80, 0x05])}, {}),
    ("offer", 3, 10, {0: 5, 1: 42, 2: 4, 3: 3_100, 4: bytes(range(0x20, 0x40)), 5: 40, 6: 20}, {"boot": 1_792_900_000}),
    ("command-cancel-update", 4, 9, {0: 5, 1: 0}, {"boot": 1_792_900_000}),
    ("command-previous-model", 5, 9, {0: 6, 1: 0}, {"boot": 1_792_900_000}),
    ("beats", 310, 12, {0: TIME - 5_000, 1: [0, 1, 250, 0, 812, 1, 249, 0, 420, 3, 255, 0, 1_203, 1, 90, 3, 65_536, 5, 0, 13],
                        2: 7}, {}),
    ("beats-one", 311, 12, {0: TIME, 1: [23, 2, 24, 2], 2: 0}, {}),
    ("sensor-vitals", 312, 13, {0: TIME - 200, 1: 967, 2: 3_720, 3: 118, 4: 76, 5: 0, 6: 165, 7: 1}, {}),
    ("sensor-vitals-one", 313, 13, {0: TIME, 2: -40}, {}),
    ("waveform-streaming", 314, 4, {0: 1, 1: 360_000, 2: TIME - 1_000, 3: 5_000, 4: 3, 5: 1, 6: zigzag_differences(SAMPLES),
                                    7: len(SAMPLES), 8: 0, 9: 70_000, 10: 0, 11: 66}, {}),
    ("features-heart", 315, 2, {0: 2, 1: 1, 2: [724, 828, 165, 1, 93, 2, 31, 140, 12], 3: 64}, {}),
    ("event-heart", 316, 3, {0: 3, 1: 231, 2: 3, 3: 1, 4: [176, 5, 1_704]}, {}),
    ("soil-reading-full", 317, 5, {0: [[50, -3, -50], [200, 310], [500]], 1: 2_950, 2: 1_027, 3: [3, 0, 1_024],
                                   4: [[-35, -90, -160], [], [0, 23, 24]], 5: 45, 6: 128, 7: -310, 8: 12_000, 9: 1, 10: 34}, {}),
    ("soil-reading-silent-probe", 318, 5, {0: [[100]], 2: 1_024, 3: [1_024], 10: 1}, {}),
    ("valve-open", 319, 14, {0: 2, 1: 1, 2: 0, 3: 70_000, 4: 60, 5: 25, 6: 3_600}, {}),
    ("valve-closed", 320, 14, {0: 4, 1: 0, 2: 11, 3: 0, 4: 0, 5: 0, 6: 0}, {}),
    ("event-cut-short", 321, 3, {0: 3, 1: 255, 2: 2, 3: 1, 4: [2, 3, 1_204, 501]}, {}),
    ("command-open-valve", 6, 9, {0: 7, 1: 70_000, 2: [2, 3_600, 1_793_000_300]}, {"boot": 1_792_900_000}),
    ("command-close-valve", 7, 9, {0: 8, 1: 70_001, 2: [2]}, {"boot": 1_792_900_000}),
    ("command-stop-all", 8, 9, {0: 9, 1: 70_002}, {"boot": 1_792_900_000}),
    ("command-expect-rain", 9, 9, {0: 11, 1: 20_752, 2: [0, 128, 35, 0, 0, 65_535, 1]}, {"boot": 1_792_900_000}),
    ("command-set-lines", 10, 9, {0: 12, 1: 0, 2: [1_450, 2_800, 1_600, 3_000, 0, 10_000]}, {"boot": 1_792_900_000}),
    ("command-patient", 11, 9, {0: 13, 1: 70_003, 2: [1]}, {"boot": 1_792_900_000}),
    ("status-patient", 322, 1, {0: 2, 1: 3_600, 4: 2, 5: 0, 6: 1, 7: 1, 8: bytes(range(0xA0, 0xA8)), 9: 0, 11: [70_003, 1]}, {}),
]


FRAGMENTS = [
    ("first", 0, bytes(range(40))),
    ("last", 77, bytes(range(60, 80)) + b"\xff" * 20),
]


def fragment(index, data, update_id=5, digest=bytes(range(0x20, 0x40)), key=KEY):
    """Not CBOR: first byte 1, index, data, MAC over what names the update as well (frame.md, "Update transfer")."""
    place = struct.pack("<H", index)
    covered = b"mw fragment" + struct.pack("<I", update_id) + digest + place + data
    return b"\x01" + place + data + hmac.new(key, covered, hashlib.sha256).digest()[:8]


COMPACT = [
    # name, boot, sequence, water by depth or None, quality by depth, battery mV, tenths of a day or None
    ("plain", 12, 300, [254, 310, 287], [0, 0, 0], 2_950, 45),
    ("flagged", 13, 4_294_967_295, [0, None, 1_022], [8, 1_024, 0], 1_700, 0),
    ("one-depth", 14, 255, [333], [0], 0, None),
    ("long", 15, 256, [1, 2], [0, 64], 3_600, 300),
]


def compact(boot, sequence, water, quality, battery, tenths, node=NODE, key=KEY):
    """Not CBOR either: 64 bits and three bytes of MAC (frame.md, "Compact form")."""
    bits = 0
    for width, value in ([(10, 1_023 if depth >= len(water) or water[depth] is None else water[depth]) for depth in range(3)]
                         + [(11, sum(1 << bit for bit in range(11) if any(each >> bit & 1 for each in quality)))]
                         + [(1, 1 if depth < len(quality) and quality[depth] else 0) for depth in range(3)]
                         + [(5, 0 if battery == 0 else min(31, max(1, (battery - 1_800 + 25) // 50)))]
                         + [(5, 31 if tenths is None else min(30, -(-tenths // 10)))]
                         + [(2, boot % 4), (8, sequence % 256)]):
        bits = bits << width | value
    payload = struct.pack(">Q", bits)
    return payload + hmac.new(key, b"mw compact" + struct.pack("<III", node, boot, sequence) + payload, hashlib.sha256).digest()[:3]


def refused():
    good = frame(0, 8, {0: BOOT, 1: 65_534, 2: 0}, boot=1_792_900_000)
    fields = [16, NODE, BOOT, 1, TIME, 3, {0: 1, 1: 2, 2: 3, 3: 1}]
    plain = [encode(k) + encode(v) for k, v in enumerate(fields)]

    def joined(parts, opening=b"\xa8", closing=b""):
        return seal(opening + b"".join(parts) + b"\x07") + closing

    def replaced(index, part):
        return plain[:index] + [part] + plain[index + 1:]

    long_head = replaced(3, b"\x03\x18\x01")
    return [
        ("empty", "not-well-formed", b""),
        ("cut-in-mac", "not-well-formed", good[:-1]),
        ("byte-after-frame", "not-well-formed", good + b"\x00"),
        ("not-a-map", "not-well-formed", seal(b"\x88" + b"\x07")),
        ("sequence-missing", "not-well-formed", joined(plain[:3] + plain[4:], b"\xa7")),
        ("body-not-a-map", "not-well-formed", joined(replaced(6, b"\x06\x01"))),
        ("node-over-32-bits", "not-well-formed", joined(replaced(1, encode(1) + encode(1 << 32)))),
        ("mac-of-seven-bytes", "not-well-formed", b"\xa8" + b"".join(plain) + b"\x07\x47" + bytes(7)),
        ("array-longer-than-frame", "not-well-formed", joined(replaced(6, b"\x06\xa1\x04\x9b" + b"\xff" * 8))),
        ("head-not-shortest", "not-deterministic", joined(long_head)),
        ("keys-out-of-order", "not-deterministic", joined([plain[1], plain[0]] + plain[2:])),
        ("body-keys-out-of-order", "not-deterministic", joined(replaced(6, b"\x06\xa2\x01\x02\x00\x01"))),
        ("body-key-twice", "not-deterministic", joined(replaced(6, b"\x06\xa2\x00\x02\x00\x02"))),
        ("indefinite-map", "not-deterministic", joined(replaced(6, b"\x06\xbf\x00\x01\xff"))),
        ("major-version-two", "version", frame(1, 1, {0: 1, 1: 5}, version=32)),
        ("mac-wrong", "mac", good[:-1] + bytes([good[-1] ^ 1])),
        ("other-key", "mac", seal(good[:-9], key=bytes(32))),
        ("body-changed", "mac", good.replace(encode(65_534), encode(65_533))),
    ]


def plain_json(item):
    if isinstance(item, bytes):
        return {"hex": item.hex()}
    if isinstance(item, list):
        return [plain_json(each) for each in item]
    if isinstance(item, dict):
        return {str(key): plain_json(value) for key, value in item.items()}
    return item


def keep(name, content):
    """Writes a file unless it is there; a golden file that would change is an error."""
    path = FOLDER / name
    if path.exists() and path.read_bytes() != content and name != "frames.json":
        sys.exit(f"{name} is golden and would change; give the new example another name.")
    path.write_bytes(content)


def main():
    frames, broken = [], []
    for name, sequence, kind, body, other in FRAMES:
        data = frame(sequence, kind, body, **other)
        keep(f"frame-{name}.cbor", data)
        frames.append({"name": name, "file": f"frame-{name}.cbor", "version": other.get("version", 16),
                       "node": other.get("node", NODE), "boot": other.get("boot", BOOT), "sequence": sequence,
                       "timeMillis": other.get("time", TIME), "kind": kind, "body": plain_json(body),
                       "size": len(data), "hex": data.hex()})
    for name, reason, data in refused():
        keep(f"refused-{name}.cbor", data)
        broken.append({"name": name, "file": f"refused-{name}.cbor", "reason": reason, "hex": data.hex()})
    pieces = []
    for name, index, data in FRAGMENTS:
        message = fragment(index, data)
        keep(f"fragment-{name}.bin", message)
        pieces.append({"name": name, "file": f"fragment-{name}.bin", "updateId": 5,
                       "bundleDigestHex": bytes(range(0x20, 0x40)).hex(), "index": index, "dataHex": data.hex(),
                       "hex": message.hex()})
    short = []
    for name, boot, sequence, water, quality, battery, tenths in COMPACT:
        message = compact(boot, sequence, water, quality, battery, tenths)
        keep(f"compact-{name}.bin", message)
        short.append({"name": name, "file": f"compact-{name}.bin", "node": NODE, "boot": boot, "sequence": sequence, "water": water,
                      "quality": quality, "batteryMillivolts": battery, "refillTenthsDay": tenths, "hex": message.hex()})
    document = {"contract": "1.0", "keyHex": KEY.hex(), "frames": frames, "fragments": pieces, "refused": broken, "compact": short}
    keep("frames.json", (json.dumps(document, indent=1) + "\n").encode())


if __name__ == "__main__":
    main()
