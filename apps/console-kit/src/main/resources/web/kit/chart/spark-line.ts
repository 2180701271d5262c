import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';

const WIDTH = 120;
const HEIGHT = 28;

/** A trend without axes, from 0 to its own top or `limit`, whichever is higher; the limit is a dotted line. Decorative. */
export function sparkLine(values: readonly number[], limit?: number): TemplateResult {
    const top = Math.max(...values, limit ?? 0) * 1.1 || 1;
    const y = (value: number) => (HEIGHT - 1 - (value / top) * (HEIGHT - 2)).toFixed(1);
    const points = values.map((value, index) => `${((index / Math.max(1, values.length - 1)) * WIDTH).toFixed(1)},${y(value)}`).join(' ');
    return html`
        <svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
            ${limit === undefined ? '' : svg`<line x1="0" x2=${WIDTH} y1=${y(limit)} y2=${y(limit)} />`}
            ${values.length > 1 ? svg`<polyline points=${points} />` : ''}
        </svg>`;
}
