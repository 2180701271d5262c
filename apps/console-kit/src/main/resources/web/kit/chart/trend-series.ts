/** Columns as the server sends them: time in epoch milliseconds, and least, mean and greatest value of each step. */
export interface TrendColumns {
    readonly t: readonly number[];
    readonly min: readonly (number | null)[];
    readonly mean: readonly (number | null)[];
    readonly max: readonly (number | null)[];
}

/** What several sources told, in order of time; what they told of the same time becomes one point. */
export function inOneCourse(courses: readonly TrendColumns[]): TrendColumns {
    const points = new Map<number, { min: number; max: number; means: number[] }>();
    for (const { t, min, mean, max } of courses) {
        t.forEach((time, index) => {
            const middle = mean[index];
            if (middle !== null && middle !== undefined) {
                const point = points.get(time) ?? { min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY, means: [] };
                point.min = Math.min(point.min, min[index] ?? middle);
                point.max = Math.max(point.max, max[index] ?? middle);
                point.means.push(middle);
                points.set(time, point);
            }
        });
    }
    const ordered = [...points].sort(([left], [right]) => left - right);
    return {
        t: ordered.map(([time]) => time),
        min: ordered.map(([, { min }]) => min),
        mean: ordered.map(([, { means }]) => means.reduce((sum, mean) => sum + mean, 0) / means.length),
        max: ordered.map(([, { max }]) => max),
    };
}

type Nullable = (number | null)[];
type Columns = [times: number[], least: Nullable, greatest: Nullable, means: Nullable];

interface Step {
    t: number;
    min: number;
    max: number;
    sum: number;
    samples: number;
}

/** A step this many times longer than the usual one is a gap in the data and is drawn as one. */
const GAP_FACTOR = 5;

/**
 * A stored trend that grows with live points. Points before the end of the stored part are dropped, and points
 * that arrived while it was being fetched are applied again, so that a reload leaves neither gap nor double.
 */
export class TrendSeries {
    private steps: Step[] = [];
    private arrivals: { readonly t: number; readonly value: number }[] = [];

    /** @param spanMillis the time shown; older steps are forgotten @param stepMillis live points closer than this share a step */
    constructor(
        readonly spanMillis: number,
        private readonly stepMillis: number,
    ) {}

    get latestMillis(): number | undefined {
        return this.steps.at(-1)?.t;
    }

    replace({ t, min, mean, max }: TrendColumns): void {
        this.steps = t.flatMap((time, index) => {
            const middle = mean[index];
            return middle === null || middle === undefined
                ? []
                : [{ t: time, min: min[index] ?? middle, max: max[index] ?? middle, sum: middle, samples: 1 }];
        });
        this.arrivals.forEach((point) => this.extend(point.t, point.value));
    }

    append(t: number, value: number): void {
        this.arrivals = [...this.arrivals.filter((point) => point.t > t - 60_000), { t, value }];
        this.extend(t, value);
    }

    /** Time, least, greatest and mean; null where there is a gap. */
    columns(): Columns {
        const usual = this.usualStepMillis();
        const columns: Columns = [[], [], [], []];
        let before: number | undefined;
        for (const step of this.steps) {
            if (before !== undefined && step.t - before > GAP_FACTOR * usual) {
                push(columns, (before + step.t) / 2, null, null, null);
            }
            push(columns, step.t, step.min, step.max, step.sum / step.samples);
            before = step.t;
        }
        return columns;
    }

    private extend(t: number, value: number): void {
        const last = this.steps.at(-1);
        if (last && t <= last.t) {
            return;
        }
        if (last && last.samples > 1 && t - last.t < this.stepMillis) {
            last.min = Math.min(last.min, value);
            last.max = Math.max(last.max, value);
            last.sum += value;
            last.samples += 1;
        } else {
            this.steps.push({ t, min: value, max: value, sum: value, samples: 1 });
        }
        while (this.steps[0] && this.steps[0].t < t - this.spanMillis) {
            this.steps.shift();
        }
    }

    private usualStepMillis(): number {
        const lengths = this.steps.slice(1).map((step, index) => step.t - (this.steps[index]?.t ?? 0));
        lengths.sort((left, right) => left - right);
        return Math.max(this.stepMillis, lengths[lengths.length >> 1] ?? 0, 2000);
    }
}

function push([times, least, greatest, means]: Columns, t: number, min: number | null, max: number | null, mean: number | null): void {
    times.push(t);
    least.push(min);
    greatest.push(max);
    means.push(mean);
}
