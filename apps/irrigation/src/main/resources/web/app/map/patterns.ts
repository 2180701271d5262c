import { svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { ZoneStatus } from '../zone/zone';
import { STATUSES } from '../zone/zone';

/** In a tile of 12 by 12 pixels: lines that tell statuses apart without their colour, and on paper. */
const LINES: Readonly<Record<ZoneStatus, string>> = {
    stressed: 'M0 0 12 12M12 0 0 12',
    'refill-now': 'M-3 3 3 -3M0 12 12 0M9 15 15 9',
    'refill-soon': 'M-3 9 3 15M0 0 12 12M9 -3 15 3',
    ok: '',
    'too-wet': 'M0 4q3 -3 6 0t6 0M0 10q3 -3 6 0t6 0',
    unknown: 'M3 2.5v1M9 8.5v1',
    'no-soil': '',
};

/** @param metresPerPixel keeps the tiles the same size on the screen */
export function statusPatterns(metresPerPixel: number): TemplateResult {
    return svg`<defs>${STATUSES.map(
        (status) => svg`
            <pattern id=${patternId(status)} width="12" height="12" patternUnits="userSpaceOnUse" patternTransform=${`scale(${metresPerPixel})`}>
                <rect width="12" height="12" .style=${`fill: var(--zone-${status})`} />
                <path class="pattern-line" d=${LINES[status]} />
            </pattern>`,
    )}</defs>`;
}

export function patternId(status: ZoneStatus): string {
    return `zone-pattern-${status}`;
}
