import { NO_FIGURE, fixed } from '../format/number';
import { currentUnits } from './units';
import table from './units.json';

/** What is measured; figures are kept in the metric unit of its row in `units.json`. */
export type Measure = keyof typeof table;

interface Scale {
    readonly unit: string;
    readonly factor: number;
    readonly offset?: number;
    readonly decimals: number;
    /** Figures smaller than this get one decimal more. */
    readonly finerBelow?: number;
}

const NARROW_SPACE = '\u202f';

function scaleOf(measure: Measure): Scale {
    return table[measure][currentUnits()];
}

export function unitOf(measure: Measure): string {
    return scaleOf(measure).unit;
}

/** A metric figure in the reader's unit. */
export function inReadersUnit(measure: Measure, metric: number): number {
    const { factor, offset = 0 } = scaleOf(measure);
    return metric * factor + offset;
}

/** What a reader entered, in the metric unit. */
export function fromReadersUnit(measure: Measure, entered: number): number {
    const { factor, offset = 0 } = scaleOf(measure);
    return (entered - offset) / factor;
}

/** As many decimals as the unit deserves: for input fields too. */
export function decimalsOf(measure: Measure): number {
    return scaleOf(measure).decimals;
}

/** The figure alone, in the reader's unit. */
export function amount(measure: Measure, metric: number | null | undefined): string {
    return metric === null || metric === undefined || !Number.isFinite(metric)
        ? NO_FIGURE
        : written(inReadersUnit(measure, metric), scaleOf(measure));
}

function written(shown: number, { decimals, finerBelow = 0 }: Scale): string {
    return fixed(shown, decimals + (shown !== 0 && Math.abs(shown) < finerBelow ? 1 : 0));
}

/** The figure with its unit, kept on one line: “18.0 mm” or “0.71 in”. */
export function measured(measure: Measure, metric: number | null | undefined): string {
    const text = amount(measure, metric);
    return text === NO_FIGURE ? text : `${text}${NARROW_SPACE}${scaleOf(measure).unit}`;
}

/** A difference of temperatures, which has no zero point. */
export function difference(measure: Measure, metric: number): string {
    const { factor, decimals, unit } = scaleOf(measure);
    return `${fixed(metric * factor, decimals)}${NARROW_SPACE}${unit}`;
}
