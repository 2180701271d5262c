import { html } from 'lit';
import type { TemplateResult } from 'lit';

const WIDTH = 120;
const HEIGHT = 28;

export interface SparkLine {
    readonly times: readonly number[];
    readonly values: readonly (number | null)[];
    /** Left and right end, in the unit of the times. */
    readonly from: number;
    readonly to: number;
    /** Drawn as a dotted line when given. */
    readonly limit?: number | undefined;
}

/** A trend without axes, from 0 to its own top or the limit, whichever is higher. Decorative beside its figure. */
export function sparkLine({ times, values, from, to, limit }: SparkLine): TemplateResult {
    const top = Math.max(...values.map((value) => value ?? 0), limit ?? 0) * 1.1 || 1;
    const y = (value: number) => (HEIGHT - 1 - (value / top) * (HEIGHT - 2)).toFixed(1);
    const x = (time: number) => (((time - from) / (to - from)) * WIDTH).toFixed(1);
    return html`
        <svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
            <line x1="0" x2=${WIDTH} y1=${limit === undefined ? HEIGHT : y(limit)} y2=${limit === undefined ? HEIGHT : y(limit)} />
            <path d=${pathOf(times, values, x, y)} />
        </svg>
    `;
}

/** Begins anew after each gap. */
function pathOf(times: readonly number[], values: readonly (number | null)[], x: (time: number) => string, y: (value: number) => string): string {
    return values
        .map((value, index) => (value === null ? '' : `${(values[index - 1] ?? null) === null ? 'M' : 'L'}${x(times[index] ?? 0)} ${y(value)}`))
        .join('');
}
