import type { PropertyValues } from 'lit';
import type uPlot from 'uplot';
import { serverClock } from '../clock/server-clock';
import { quantity } from '../format/number';
import { moment } from '../format/time';
import { timeAxis, valueAxis } from './axes';
import type { Limit, ScaleTo } from './limit-lines';
import { limitLines, topFor } from './limit-lines';
import type { Palette } from './palette';
import { PlotElement } from './plot-element';
import type { PlotOptions } from './plot-element';
import type { TrendSeries } from './trend-series';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);

/** Half of a time at the right edge of the axis, in pixels. */
const LABEL_ROOM = 20;

/** A value over time: mean as a line, least to greatest as a band, limits as dashed lines. */
export class TrendChart extends PlotElement {
    static override properties = {
        ...PlotElement.properties,
        series: { attribute: false },
        revision: { attribute: false },
        unit: { type: String },
        limits: { attribute: false },
        scaleTo: { type: String },
        usual: { attribute: false },
        describe: { attribute: false },
    };
    declare series: TrendSeries;
    /** Grows with each change of the series, which is the same object all the time. */
    declare revision: number;
    declare unit: string;
    declare limits: readonly Limit[];
    declare scaleTo: ScaleTo;
    /** What the scale always shows, where a scale from 0 would flatten what matters; figures beyond it still show. */
    declare usual: readonly [number, number] | undefined;
    /** Adds a judgement to a value in the reading line, such as its zone. */
    declare describe: (value: number) => string;

    constructor() {
        super();
        this.unit = '';
        this.limits = [];
        this.scaleTo = 'limits';
        this.revision = 0;
        this.describe = () => '';
    }

    protected override needsNewPlot(changed: PropertyValues): boolean {
        return ['unit', 'limits', 'series', 'scaleTo', 'usual'].some((name) => changed.has(name));
    }

    protected override reading(index: number): string {
        const [times, least, greatest, means] = this.columns;
        const at = index >= 0 ? index : times.length - 1;
        const t = times[at];
        const mean = means?.[at];
        if (t === undefined || mean === null || mean === undefined) {
            return '\u00a0';
        }
        const [min, max] = [least?.[at] ?? mean, greatest?.[at] ?? mean];
        const spread = max > min ? ` (${say('spread', { least: quantity(min, ''), greatest: quantity(max, this.unit) })})` : '';
        return [moment(t), `${quantity(mean, this.unit)}${spread}`, this.describe(mean)].filter(Boolean).join(' · ');
    }

    protected override data(): uPlot.AlignedData {
        return this.series.columns();
    }

    protected override options(palette: Palette): PlotOptions {
        const line = { stroke: palette.colour('trace'), points: { show: false } };
        const edge = { ...line, stroke: 'transparent', width: 0 };
        return {
            ms: 1,
            padding: [8, LABEL_ROOM, 0, 0],
            scales: {
                x: { time: true, range: () => this.window() },
                y: { range: (_plot, least, greatest) => this.height(least ?? 0, greatest ?? 0) },
            },
            axes: [timeAxis(palette), valueAxis(palette, this.unit)],
            series: [{}, edge, edge, { ...line, width: 1.5 }],
            bands: [{ series: [2, 1], fill: palette.colour('trace-band') }],
            cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 }, sync: { key: 'milliwatt-trends' } },
            plugins: [limitLines(this.limits, palette)],
        };
    }

    private height(least: number, greatest: number): [number, number] {
        return this.usual
            ? [Math.min(this.usual[0], least), Math.max(this.usual[1], greatest)]
            : [0, topFor(greatest, this.limits, this.scaleTo)];
    }

    private window(): [number, number] {
        const end = Math.max(serverClock.nowMillis(), this.series.latestMillis ?? 0);
        return [end - this.series.spanMillis, end];
    }
}
customElements.define('mw-trend-chart', TrendChart);
