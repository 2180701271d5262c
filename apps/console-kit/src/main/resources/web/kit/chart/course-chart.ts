import { html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import uPlot from 'uplot';
import { quantity } from '../format/number';
import { moment } from '../format/time';
import { timeAxis, valueAxis } from './axes';
import type { Course, CourseBand } from './course';
import { courseKey, drawn } from './course';
import type { Palette } from './palette';
import { PlotElement } from './plot-element';
import type { PlotOptions } from './plot-element';

const LABEL_ROOM = 24;

/** Several courses over the same time: lines, bars and points, with bands between them and a key below. */
export class CourseChart extends PlotElement {
    static override properties = {
        ...PlotElement.properties,
        times: { attribute: false },
        courses: { attribute: false },
        bands: { attribute: false },
        unit: { type: String },
        range: { attribute: false },
        written: { attribute: false },
        at: { attribute: false },
        withoutKey: { type: Boolean },
        downward: { type: Boolean },
        together: { type: String },
    };
    /** Milliseconds since 1970, rising. */
    declare times: readonly number[];
    declare courses: readonly Course[];
    declare bands: readonly CourseBand[];
    /** Stands at the upright axis. */
    declare unit: string;
    /** Least and greatest value of the upright axis; from the figures when missing. */
    declare range: readonly [number, number] | undefined;
    /** How the reading line writes a figure. */
    declare written: ((value: number) => string) | undefined;
    /** How the reading line writes a time; day and clock when missing. */
    declare at: ((millis: number) => string) | undefined;
    declare withoutKey: boolean;
    /** Figures below zero are depths, and the axis tells them without a minus. */
    declare downward: boolean;
    /** Charts with the same word share their cursor. */
    declare together: string;

    constructor() {
        super();
        this.times = [];
        this.courses = [];
        this.bands = [];
        this.unit = '';
        this.withoutKey = false;
        this.downward = false;
        this.together = 'milliwatt-courses';
    }

    protected override render(): TemplateResult {
        return html`${super.render()}${this.withoutKey ? '' : courseKey(this.courses, this.bands)}`;
    }

    protected override needsNewPlot(changed: PropertyValues): boolean {
        return ['courses', 'bands', 'unit', 'range'].some((name) => changed.has(name));
    }

    protected override data(): uPlot.AlignedData {
        return [[...this.times], ...this.courses.map(({ values }) => [...values])] as uPlot.AlignedData;
    }

    protected override reading(index: number): string {
        const at = index >= 0 ? index : this.lastWithFigures();
        const time = this.times[at];
        if (time === undefined) {
            return '\u00a0';
        }
        const figures = this.courses
            .filter(({ silent, values }) => !silent && values[at] !== null && values[at] !== undefined)
            .map(({ name, values, told = values }) => `${name} ${this.write(told[at] ?? 0)}`);
        return [this.at ? this.at(time) : moment(time), ...figures].join(' · ');
    }

    protected override options(palette: Palette): PlotOptions {
        const bars = this.courses.filter(({ kind }) => kind === 'bars' || kind === 'outlined-bars');
        return {
            ms: 1,
            padding: [8, LABEL_ROOM, 0, 0],
            scales: { x: { time: true }, y: this.range ? { range: [...this.range] as [number, number] } : bars.length > 0 ? { range: (_plot, _least, greatest) => [0, greatest * 1.1 || 1] } : {} },
            axes: [timeAxis(palette), valueAxis(palette, this.unit, this.downward)],
            series: [{}, ...this.courses.map((course) => drawn(course, palette, { of: bars.length, at: bars.indexOf(course) }, uPlot.paths))],
            bands: this.bands.map(({ low, high, colour }) => ({ series: [high + 1, low + 1] as [number, number], fill: palette.colour(colour) })),
            cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 }, sync: { key: this.together } },
        };
    }

    private write(value: number): string {
        return this.written ? this.written(value) : quantity(value, this.unit);
    }

    /** The latest time at which the first course has a figure. */
    private lastWithFigures(): number {
        const first = this.courses.find(({ silent }) => !silent)?.values ?? [];
        return first.findLastIndex((value) => value !== null);
    }
}
customElements.define('mw-course-chart', CourseChart);
