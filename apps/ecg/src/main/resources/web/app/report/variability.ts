/** Heart rate variability of one node's sinus beats, after the Task Force of 1996; what cannot be told is null. */
export interface Variability {
    readonly nodeId: number | string;
    readonly normalIntervals: number;
    readonly rejectedIntervals: number;
    readonly time: { readonly meanNn: number; readonly sdnn: number; readonly rmssd: number; readonly pnn50Percent: number } | null;
    readonly frequency: { readonly low: number; readonly high: number; readonly lowToHigh: number | null } | null;
    readonly nonLinear: { readonly sd1: number | null; readonly sd2: number | null; readonly sampleEntropy: number | null };
}

/** A line of the report: what, how much, in which unit. */
export interface VariabilityLine {
    readonly name: string;
    readonly value: number | null;
    readonly decimals: number;
    readonly unit: string;
}

export function linesOf({ time, frequency, nonLinear }: Variability): readonly VariabilityLine[] {
    return [
        { name: 'Mean NN interval', value: time?.meanNn ?? null, decimals: 0, unit: 'ms' },
        { name: 'SDNN', value: time?.sdnn ?? null, decimals: 1, unit: 'ms' },
        { name: 'RMSSD', value: time?.rmssd ?? null, decimals: 1, unit: 'ms' },
        { name: 'pNN50', value: time?.pnn50Percent ?? null, decimals: 1, unit: '%' },
        { name: 'Low frequency, 0.04 to 0.15 Hz', value: frequency?.low ?? null, decimals: 0, unit: 'ms²' },
        { name: 'High frequency, 0.15 to 0.4 Hz', value: frequency?.high ?? null, decimals: 0, unit: 'ms²' },
        { name: 'Low to high', value: frequency?.lowToHigh ?? null, decimals: 2, unit: '' },
        { name: 'SD1 of the Poincaré plot', value: nonLinear.sd1, decimals: 1, unit: 'ms' },
        { name: 'SD2 of the Poincaré plot', value: nonLinear.sd2, decimals: 1, unit: 'ms' },
        { name: 'Sample entropy', value: nonLinear.sampleEntropy, decimals: 2, unit: '' },
    ];
}
