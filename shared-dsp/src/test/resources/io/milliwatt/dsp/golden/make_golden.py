"""Makes the golden values of the tests beside it with SciPy 1.17 (run in this folder: python3 make_golden.py).

Every file holds one number per line; a line starting with # is a comment. The input can be rebuilt in any language:
a 32-bit linear congruential generator (Numerical Recipes), scaled to -1..1, plus two sines.
"""

import numpy as np
from scipy import signal, stats

RATE = 1000.0


def rebuilt(count):
    state, values = 12345, []
    for n in range(count):
        state = (1664525 * state + 1013904223) % 2**32
        noise = state / 2**31 - 1
        values.append(noise + 2 * np.sin(2 * np.pi * 50 * n / RATE) + 0.5 * np.sin(2 * np.pi * 210.5 * n / RATE) + 0.25)
    return np.array(values)


def save(name, values, recipe):
    with open(name + ".txt", "w") as out:
        out.write("# " + recipe + "\n")
        out.writelines(repr(float(v)) + "\n" for v in np.atleast_1d(values))


x = rebuilt(1000)
save("welch", signal.welch(x, RATE, nperseg=256)[1], "signal.welch(x, 1000, nperseg=256)")
save("welch_odd", signal.welch(x, RATE, nperseg=125)[1], "signal.welch(x, 1000, nperseg=125)")
save("hilbert", np.abs(signal.hilbert(x)), "abs(signal.hilbert(x))")
save("hilbert_odd", np.abs(signal.hilbert(x[:999])), "abs(signal.hilbert(x[:999]))")
for name, order, edges, kind in [
    ("low5", 5, 120, "low"), ("high4", 4, 60, "high"), ("high3", 3, 10, "high"), ("band4", 4, [100, 300], "band"),
    ("band3", 3, [40, 60], "band"),
]:
    sos = signal.butter(order, edges, kind, fs=RATE, output="sos")
    save("sosfilt_" + name, signal.sosfilt(sos, x), f"sosfilt(butter({order}, {edges}, '{kind}', fs=1000, output='sos'), x)")
    save("sosfiltfilt_" + name, signal.sosfiltfilt(sos, x), f"sosfiltfilt(butter({order}, {edges}, '{kind}', fs=1000, output='sos'), x)")
b, a = signal.iirnotch(50, 30, fs=RATE)
save("notch", signal.lfilter(b, a, x), "lfilter(*iirnotch(50, 30, fs=1000), x)")
save("firwin", signal.firwin(49, 100, fs=RATE), "firwin(49, 100, fs=1000)")
save("statistics", [stats.kurtosis(x, fisher=False), stats.kurtosis(x, fisher=False, bias=False), stats.skew(x), np.median(x),
                    stats.median_abs_deviation(x), np.std(x), np.sqrt(np.mean(x**2)), np.quantile(x, 0.9)],
     "kurtosis Pearson biased, unbiased; skew; median; MAD; std; rms; quantile 0.9")
