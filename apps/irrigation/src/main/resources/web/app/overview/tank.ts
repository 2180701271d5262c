import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { Zone } from '../zone/zone';

const WIDTH = 120;

/** The root zone as a lying tank: how full it is, against the zone's own refill line. Decorative beside its figures. */
export function tank({ depletionMillimetres, refillMillimetres, totalAvailableMillimetres, status }: Zone): TemplateResult {
    if (depletionMillimetres == null || refillMillimetres == null || !totalAvailableMillimetres) {
        return html``;
    }
    const x = (depletion: number) => Math.min(WIDTH, Math.max(0, (1 - depletion / totalAvailableMillimetres) * WIDTH));
    const refill = x(refillMillimetres);
    return html`
        <svg class="tank" viewBox="0 0 ${WIDTH} 18" aria-hidden="true" data-status=${status}>
            ${svg`<rect class="room" x="0.5" y="3.5" width=${WIDTH - 1} height="11" rx="2" /><rect class="water" x="0.5" y="3.5" width=${Math.max(1, x(depletionMillimetres) - 1)} height="11" rx="2" /><path class="refill" d=${`M${refill} 0v18`} />`}
        </svg>
    `;
}
