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

/** Blocks follow each other this closely at least. */
const NEIGHBOUR_MILLIS = 100;

/** Bits of a block's quality flags. */
const QUALITY = { clipped: 1, leadOff: 2, warmingUp: 16, sensorFault: 32, cannotTell: 64 } as const;

/** A stretch of a trace of which something must be known before it is read. */
export interface Remark {
    readonly fromMillis: number;
    readonly toMillis: number;
    readonly words: string;
}

/** Why parts of a trace are doubtful, and that they came late; neighbours of which the same holds are one. */
export function remarksOn({ segments, sampleRateHz }: Trace, fromMillis: number, toMillis: number): readonly Remark[] {
    const remarks: Remark[] = [];
    for (const { t, counts, qualityFlags, late } of segments) {
        const end = t + (counts.length * 1000) / sampleRateHz;
        const words = [warningOf(qualityFlags), late ? 'stored late' : ''].filter(Boolean).join(', ').toLowerCase();
        const last = remarks.at(-1);
        if (words === '' || end <= fromMillis || t >= toMillis) {
            continue;
        }
        if (last?.words === words && t - last.toMillis < NEIGHBOUR_MILLIS) {
            remarks.splice(-1, 1, { ...last, toMillis: Math.min(end, toMillis) });
        } else {
            remarks.push({ fromMillis: Math.max(t, fromMillis), toMillis: Math.min(end, toMillis), words });
        }
    }
    return remarks;
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
