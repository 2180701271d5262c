import type uPlot from 'uplot';
import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { Palette } from './palette';

/** One of several courses in a chart. Courses differ by dash or shape as well as by colour. */
export interface Course {
    readonly name: string;
    /** In the reader's unit; as many as there are times. */
    readonly values: readonly (number | null)[];
    /** Name of a colour of tokens.css, without its dashes. */
    readonly colour: string;
    readonly kind?: 'line' | 'bars' | 'outlined-bars' | 'points';
    /** Pixels on and off; solid when missing. */
    readonly dash?: readonly number[];
    readonly width?: number;
    /** What the reading line tells, where that is not what is drawn, such as a point held at the edge of the scale. */
    readonly told?: readonly (number | null)[];
    /** Left out of the key and of the reading, such as the edges of a band. */
    readonly silent?: boolean;
}

/** The room between two courses, given by their places in the list, filled with a colour. */
export interface CourseBand {
    readonly low: number;
    readonly high: number;
    readonly colour: string;
    readonly name?: string;
}

const BAR_SHARE = 0.7;
const BAR_MOST_PIXELS = 24;

/** @param bars how many bars share a place, and which of them this is; each gets its own side */
export function drawn(course: Course, palette: Palette, bars: { readonly of: number; readonly at: number }, paths: typeof uPlot.paths): uPlot.Series {
    const colour = palette.colour(course.colour);
    const width = course.width ?? 1.5;
    switch (course.kind ?? 'line') {
        case 'line':
            return { stroke: colour, width, dash: [...(course.dash ?? [])], points: { show: false }, spanGaps: false };
        case 'points':
            return { stroke: colour, width: 0, paths: () => null, points: { show: true, size: 7, width: 1.5, stroke: colour, fill: 'transparent' } };
        case 'bars':
        case 'outlined-bars': {
            const align = bars.of > 1 ? (bars.at === 0 ? -1 : 1) : 0;
            const bar = paths.bars?.({ size: [BAR_SHARE / bars.of, BAR_MOST_PIXELS / bars.of], align });
            const fill = course.kind === 'bars' ? colour : palette.colour('panel');
            return { stroke: colour, width: 1.5, fill, points: { show: false }, ...(bar ? { paths: bar } : {}) };
        }
    }
}

/** Which line is which, by sample and word. */
export function courseKey(courses: readonly Course[], bands: readonly CourseBand[]): TemplateResult {
    return html`
        <ul class="course-key">
            ${courses.filter(({ silent }) => !silent).map((course) => html`<li><svg viewBox="0 0 28 12" aria-hidden="true">${sample(course)}</svg>${course.name}</li>`)}
            ${bands.filter(({ name }) => name).map(({ name, colour }) => html`<li><svg viewBox="0 0 28 12" aria-hidden="true"><rect x="0" y="1" width="28" height="10" .style=${`fill: var(--${colour})`} /></svg>${name}</li>`)}
        </ul>
    `;
}

function sample({ kind = 'line', colour, dash = [], width = 1.5 }: Course): TemplateResult {
    const stroke = `stroke: var(--${colour})`;
    switch (kind) {
        case 'line':
            return svg`<line x1="0" x2="28" y1="6" y2="6" .style=${`${stroke}; stroke-width: ${width + 0.5}; stroke-dasharray: ${dash.join(' ') || 'none'}`} />`;
        case 'points':
            return svg`<circle cx="14" cy="6" r="3.5" .style=${`${stroke}; fill: none; stroke-width: 1.5`} />`;
        case 'bars':
            return svg`<rect x="10" y="1" width="8" height="11" .style=${`fill: var(--${colour})`} />`;
        case 'outlined-bars':
            return svg`<rect x="10.5" y="1.5" width="7" height="10" .style=${`${stroke}; fill: none; stroke-width: 1.5`} />`;
    }
}
