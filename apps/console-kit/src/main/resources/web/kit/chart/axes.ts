import type uPlot from 'uplot';
import { decimalsFor } from '../format/number';
import { timeText } from '../format/time';
import { locale } from '../language/language';
import type { Palette } from './palette';

export const FACE = "12px system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

const MINUTES = { hour: '2-digit', minute: '2-digit' } as const;
const SECONDS = { ...MINUTES, second: '2-digit' } as const;
const DAYS = { day: 'numeric', month: 'short' } as const;

const MINUTE_MILLIS = 60_000;
const DAY_MILLIS = 86_400_000;

function styled(palette: Palette): uPlot.Axis {
    const line = { stroke: palette.colour('grid'), width: 1 };
    return { stroke: palette.colour('text-quiet'), font: FACE, labelFont: FACE, grid: line, ticks: { ...line, size: 4 } };
}

export function valueAxis(palette: Palette, label: string, downward = false): uPlot.Axis {
    return {
        ...styled(palette),
        label,
        labelSize: 18,
        size: 48,
        gap: 4,
        values: (_plot, splits) => splits.map((value) => (value === 0 ? '0' : shortest(downward ? Math.abs(value) : value))),
    };
}

export function frequencyAxis(palette: Palette, label: string): uPlot.Axis {
    return { ...styled(palette), label, labelSize: 18, size: 32, gap: 4, values: (_plot, splits) => splits.map(shortest) };
}

/** Clock times for short spans, dates for long ones, in the reader's zone and without a.m. and p.m. */
export function timeAxis(palette: Palette): uPlot.Axis {
    return {
        ...styled(palette),
        size: 28,
        gap: 4,
        space: 80,
        values: (_plot, splits, _axis, _space, stepMillis) => splits.map((millis) => timeLabel(millis, stepMillis)),
    };
}

function timeLabel(millis: number, stepMillis: number): string {
    const date = new Date(millis);
    if (stepMillis >= DAY_MILLIS || (date.getHours() === 0 && date.getMinutes() === 0 && stepMillis >= MINUTE_MILLIS)) {
        return timeText(date, DAYS);
    }
    return timeText(date, stepMillis < MINUTE_MILLIS ? SECONDS : MINUTES);
}

function shortest(value: number): string {
    const size = Math.abs(value);
    return size !== 0 && (size < 0.001 || size >= 1e6) ? value.toExponential(0) : value.toLocaleString(locale(), { maximumFractionDigits: decimalsFor(size) });
}
