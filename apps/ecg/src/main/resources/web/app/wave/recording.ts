/** A stretch of samples without a gap. */
export interface Segment {
    /** Time of the first sample, in milliseconds since 1970. */
    readonly t: number;
    readonly counts: readonly number[];
    readonly qualityFlags: number;
    readonly late: boolean;
}

/** One channel of one node. */
export interface Trace {
    readonly nodeId: number | string;
    readonly channel: number;
    readonly unit: string;
    readonly sampleRateHz: number;
    readonly unitsPerCount: number;
    readonly segments: readonly Segment[];
}

/** Least and greatest value of each step, for long spans. */
export interface Envelope {
    readonly stepMillis: number;
    readonly traces: readonly {
        readonly nodeId: number | string;
        readonly channel: number;
        readonly unit: string;
        readonly series: {
            readonly t: readonly number[];
            readonly min: readonly (number | null)[];
            readonly max: readonly (number | null)[];
        };
    }[];
}

/** Bits of a block's quality flags. */
const QUALITY = { clipped: 1, leadOff: 2, warmingUp: 16, sensorFault: 32, cannotTell: 64 } as const;

/** What must be known of a stretch of a trace before it is read: why parts of it are doubtful, and that it came late. */
export function remarksOn({ segments, sampleRateHz }: Trace, fromMillis: number, toMillis: number): readonly string[] {
    const seen = segments.filter(({ t, counts }) => t < toMillis && t + (counts.length * 1000) / sampleRateHz > fromMillis);
    return [...new Set(seen.flatMap(({ qualityFlags, late }) => [warningOf(qualityFlags), late ? 'Stored late' : '']).filter(Boolean))];
}

/** Why a stretch must not be read as an ECG; empty when it may. */
export function warningOf(qualityFlags: number): string {
    if (qualityFlags & QUALITY.leadOff) {
        return 'Lead off';
    }
    if (qualityFlags & QUALITY.sensorFault) {
        return 'Sensor fault';
    }
    if (qualityFlags & QUALITY.cannotTell) {
        return 'Cannot tell: poor signal';
    }
    return qualityFlags & QUALITY.clipped ? 'Signal clipped' : '';
}
