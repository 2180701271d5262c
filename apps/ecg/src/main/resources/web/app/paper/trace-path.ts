import type { Segment, Trace } from '../wave/recording';

/** What stretch of the signal goes where on the paper; lengths in millimetres. */
export interface PaperScale {
    readonly fromMillis: number;
    readonly toMillis: number;
    readonly left: number;
    readonly millimetresPerSecond: number;
    readonly millimetresPerMillivolt: number;
}

export function xOf({ fromMillis, left, millimetresPerSecond }: PaperScale, t: number): number {
    return left + ((t - fromMillis) / 1000) * millimetresPerSecond;
}

export function timeAt({ fromMillis, left, millimetresPerSecond }: PaperScale, x: number): number {
    return fromMillis + ((x - left) / millimetresPerSecond) * 1000;
}

/** The level that is drawn in the middle: the median, which no QRS complex moves. */
export function middleOf(trace: Trace): number {
    const values = trace.segments.flatMap(({ counts }) => counts.filter((_, index) => index % 4 === 0)).sort((left, right) => left - right);
    return (values[values.length >> 1] ?? 0) * trace.unitsPerCount;
}

/** An SVG path of some segments of a trace about the height `middle`; a gap in the data is a gap in the line. */
export function pathOf(trace: Trace, segments: readonly Segment[], scale: PaperScale, middle: number, height: number): string {
    const level = middleOf(trace);
    const step = 1000 / trace.sampleRateHz;
    return segments
        .map(({ t, counts }) => {
            const first = Math.max(0, Math.ceil((scale.fromMillis - t) / step));
            const beyond = Math.min(counts.length, Math.floor((scale.toMillis - t) / step) + 1);
            return counts
                .slice(first, Math.max(first, beyond))
                .map((count, index) => {
                    const y = middle - (count * trace.unitsPerCount - level) * scale.millimetresPerMillivolt;
                    return `${index === 0 ? 'M' : 'L'}${xOf(scale, t + (first + index) * step).toFixed(2)} ${Math.min(height, Math.max(0, y)).toFixed(2)}`;
                })
                .join('');
        })
        .join('');
}

/** The value in millivolts at a time; nothing in a gap. */
export function valueAt(trace: Trace, t: number): number | undefined {
    const step = 1000 / trace.sampleRateHz;
    for (const { t: begin, counts } of trace.segments) {
        const count = counts[Math.round((t - begin) / step)];
        if (count !== undefined) {
            return count * trace.unitsPerCount;
        }
    }
    return undefined;
}
