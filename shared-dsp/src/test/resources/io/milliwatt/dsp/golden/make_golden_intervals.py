"""Makes heart_intervals.txt, the golden values of heart rate variability, with NumPy 2.4 and SciPy 1.17 (run in this folder).

The input: 400 intervals in whole milliseconds, 850 + 40 sin(2 pi n / 4.5) + 30 sin(2 pi n / 13) + 25 (noise of the generator in make_golden.py).
"""

import itertools

import numpy as np
from scipy.signal import lombscargle

state, rr = 12345, []
for n in range(400):
    state = (1664525 * state + 1013904223) % 2**32
    rr.append(np.floor(850.5 + 40 * np.sin(2 * np.pi * n / 4.5) + 30 * np.sin(2 * np.pi * n / 13) + 25 * (state / 2**31 - 1)))
rr = np.array(rr)
d = np.diff(rr)
out = [("mean", rr.mean()), ("median", np.median(rr)), ("sdnn", rr.std(ddof=1)), ("sdsd", d.std(ddof=1)),
       ("rmssd", np.sqrt(np.mean(d**2))), ("pnn50", 100 * np.mean(abs(d) > 50)), ("pnn20", 100 * np.mean(abs(d) > 20))]

width = 1000 / 128
first = np.floor(rr.min() / width) - 1
edges = (first + np.arange(np.floor(rr.max() / width) - first + 3)) * width
counts, _ = np.histogram(rr, edges)
peak = int(np.argmax(counts))
out.append(("triangular index", len(rr) / counts[peak]))
best = min(
    ((sum((counts - np.interp(np.arange(len(counts)), [left, peak, right], [0, counts[peak], 0], left=0, right=0)) ** 2), right - left)
     for left, right in itertools.product(range(peak), range(peak + 1, len(counts)))))
out.append(("tinn", best[1] * width))

t = (np.cumsum(rr) - rr) / 1000
step = 1000 / rr.sum() / 4
f = np.arange(1, int(0.4 / step) + 1) * step
density = 2 * (t[-1] - t[0]) / (len(t) - 1) * lombscargle(t, rr - np.average(rr, weights=rr), 2 * np.pi * f, weights=rr)
for name, low, high in [("vlf", 0.0033, 0.04), ("lf", 0.04, 0.15), ("hf", 0.15, 0.4)]:
    out.append((name, density[(f >= low) & (f < high)].sum() * step))

out.append(("sd1", ((rr[:-1] - rr[1:]) / np.sqrt(2)).std(ddof=1)))
out.append(("sd2", ((rr[:-1] + rr[1:]) / np.sqrt(2)).std(ddof=1)))

r = 0.2 * rr.std(ddof=1)
def alike(length):
    runs = np.array([rr[i:i + length] for i in range(len(rr) - 2)])
    distance = np.max(abs(runs[:, None, :] - runs[None, :, :]), axis=2)
    return np.sum(distance <= r) - len(runs)
out.append(("sample entropy", -np.log(alike(3) / alike(2))))

profile = np.cumsum(rr - rr.mean())
sizes, fluctuations = range(4, 17), []
for size in sizes:
    boxes = [profile[i:i + size] for i in range(0, len(profile) - size + 1, size)]
    x = np.arange(size)
    fluctuations.append(np.sqrt(np.mean([(b - np.polyval(np.polyfit(x, b, 1), x)) ** 2 for b in boxes])))
out.append(("alpha 1", np.polyfit(np.log(list(sizes)), np.log(fluctuations), 1)[0]))

with open("heart_intervals.txt", "w") as file:
    file.write("# " + "; ".join(name for name, _ in out) + "\n")
    file.writelines(repr(float(value)) + "\n" for _, value in out)
