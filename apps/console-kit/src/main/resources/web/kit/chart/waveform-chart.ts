import type { PropertyValues } from 'lit';
import type uPlot from 'uplot';
import { fixed, quantity } from '../format/number';
import { frequencyAxis, valueAxis } from './axes';
import type { Palette } from './palette';
import { PlotElement } from './plot-element';
import type { PlotOptions } from './plot-element';

/** Evenly sampled values of one capture. */
export interface Waveform {
    readonly unit: string;
    readonly sampleRateHz: number;
    readonly samples: readonly number[];
}

/** A capture over its time in milliseconds; `share` (0…1] shows only its beginning, where single impacts can be told apart. */
export class WaveformChart extends PlotElement {
    static override properties = { ...PlotElement.properties, waveform: { attribute: false }, share: { type: Number } };
    declare waveform: Waveform;
    declare share: number;

    constructor() {
        super();
        this.share = 1;
    }

    protected override needsNewPlot(changed: PropertyValues): boolean {
        return changed.has('waveform') || changed.has('share');
    }

    protected override reading(index: number): string {
        const millis = this.columns[0][index];
        const value = this.columns[1]?.[index];
        return millis === undefined || value === null || value === undefined
            ? 'Point at the trace to read a value.'
            : `${fixed(millis, 2)} ms · ${quantity(value, this.waveform.unit)}`;
    }

    protected override data(): uPlot.AlignedData {
        const { samples, sampleRateHz } = this.waveform;
        const shown = Math.max(2, Math.round(samples.length * this.share));
        return [Array.from({ length: shown }, (_, index) => (index * 1000) / sampleRateHz), samples.slice(0, shown)];
    }

    protected override options(palette: Palette): PlotOptions {
        return {
            padding: [4, 10, 0, 0],
            scales: { x: { time: false } },
            axes: [frequencyAxis(palette, 'Time in ms'), valueAxis(palette, this.waveform.unit)],
            series: [{}, { stroke: palette.colour('trace'), width: 1, points: { show: false } }],
            cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
        };
    }
}
customElements.define('mw-waveform-chart', WaveformChart);
