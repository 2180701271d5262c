import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';

const WIDTH = 140;
const BAR_TOP = 8;
const BAR_HEIGHT = 8;

/** A moving-pointer gauge: bands between the limits in shades of grey, the value as a pointer. Decorative beside its figure. */
export function levelIndicator(value: number | null, limits: readonly number[]): TemplateResult {
    const top = (limits.at(-1) ?? 1) * 1.35;
    const x = (at: number) => Math.min(WIDTH, Math.max(0, (at / top) * WIDTH));
    const edges = [0, ...limits, top];
    return html`
        <svg class="level" viewBox="0 0 ${WIDTH} 18" aria-hidden="true">
            ${edges.slice(1).map((end, band) => {
                const start = x(edges[band] ?? 0);
                return svg`<rect data-band=${band} x=${start} y=${BAR_TOP} width=${x(end) - start - 1} height=${BAR_HEIGHT} />`;
            })}
            ${value === null ? '' : svg`<path d=${`M${x(value)} ${BAR_TOP + 2}l-5 -9h10Z`} /><line x1=${x(value)} x2=${x(value)} y1=${BAR_TOP} y2=${BAR_TOP + BAR_HEIGHT} />`}
        </svg>`;
}
