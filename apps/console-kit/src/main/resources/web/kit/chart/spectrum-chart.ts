import type { PropertyValues } from 'lit';
import type uPlot from 'uplot';
import { fixed, quantity } from '../format/number';
import { frequencyAxis, valueAxis } from './axes';
import { harmonicCursor, nearestPeak } from './harmonic-cursor';
import type { Marker } from './marker-lines';
import { markerLines } from './marker-lines';
import type { Palette } from './palette';
import { PlotElement } from './plot-element';
import type { PlotOptions } from './plot-element';

/** Amplitudes at equal steps of frequency, beginning at 0 Hz. */
export interface Spectrum {
    readonly unit: string;
    readonly frequencyStepHz: number;
    readonly amplitude: readonly number[];
}

/** An amplitude spectrum with markers; the reading gives frequency, order of the shaft and amplitude. */
export class SpectrumChart extends PlotElement {
    static override properties = {
        ...PlotElement.properties,
        spectrum: { attribute: false },
        markers: { attribute: false },
        shaftHz: { type: Number },
        topHz: { type: Number },
        harmonics: { type: Boolean },
    };
    declare spectrum: Spectrum;
    declare markers: readonly Marker[];
    /** Rotation frequency of the shaft; 0 while it is not known. */
    declare shaftHz: number;
    /** Right end of the scale. */
    declare topHz: number;
    declare harmonics: boolean;

    constructor() {
        super();
        this.markers = [];
        this.shaftHz = 0;
        this.topHz = Number.POSITIVE_INFINITY;
        this.harmonics = false;
    }

    protected override needsNewPlot(changed: PropertyValues): boolean {
        return ['spectrum', 'markers', 'topHz', 'harmonics'].some((name) => changed.has(name));
    }

    protected override reading(index: number): string {
        const frequencyHz = this.columns[0][index];
        const amplitude = this.columns[1]?.[index];
        if (frequencyHz === undefined || amplitude === undefined) {
            return 'Point at a line to read its frequency, order and amplitude.';
        }
        const order = this.shaftHz > 0 ? [`${fixed(frequencyHz / this.shaftHz, 3)} × shaft`] : [];
        return [`${fixed(frequencyHz, 1)} Hz`, ...order, quantity(amplitude, this.spectrum.unit)].join(' · ');
    }

    protected override data(): uPlot.AlignedData {
        const { amplitude, frequencyStepHz } = this.spectrum;
        const shown = Math.min(amplitude.length, Math.floor(this.topHz / frequencyStepHz) + 1);
        return [Array.from({ length: shown }, (_, index) => index * frequencyStepHz), amplitude.slice(0, shown)];
    }

    protected override options(palette: Palette): PlotOptions {
        return {
            padding: [4, 10, 0, 0],
            scales: { x: { time: false }, y: { range: (_plot, _least, greatest) => [0, (greatest || 1) * 1.12] } },
            axes: [frequencyAxis(palette, 'Frequency in Hz'), valueAxis(palette, this.spectrum.unit)],
            series: [{}, { stroke: palette.colour('trace'), width: 1, fill: palette.colour('trace-band'), points: { show: false } }],
            cursor: { y: false, drag: { x: false, y: false }, dataIdx: nearestPeak, points: { size: 7 } },
            plugins: [markerLines(this.markers, palette), ...(this.harmonics ? [harmonicCursor()] : [])],
        };
    }
}
customElements.define('mw-spectrum-chart', SpectrumChart);
