import { locale } from '../language/language';

const NARROW_SPACE = '\u202f';

/** What stands where a figure was not measured. */
export const NO_FIGURE = '–';

const formats = new Map<string, Intl.NumberFormat>();

function withDecimals(decimals: number): Intl.NumberFormat {
    const key = `${locale()} ${decimals}`;
    const known = formats.get(key);
    if (known) {
        return known;
    }
    const format = new Intl.NumberFormat(locale(), { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    formats.set(key, format);
    return format;
}

/** Three significant digits for figures below 100, whole numbers above; a fixed number of digits keeps columns calm. */
export function figure(value: number | null | undefined): string {
    if (value === null || value === undefined || !Number.isFinite(value)) {
        return NO_FIGURE;
    }
    const size = Math.abs(value);
    if (size !== 0 && size < 0.001) {
        return value.toExponential(1).replace('e', ' × 10^');
    }
    return withDecimals(decimalsFor(size)).format(value);
}

/** How many decimals a figure of this size deserves. */
export function decimalsFor(size: number): number {
    return size >= 100 || size === 0 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : size >= 0.1 ? 3 : 4;
}

/** A figure with its unit, kept on one line. */
export function quantity(value: number | null | undefined, unit: string): string {
    const text = figure(value);
    return text === NO_FIGURE || unit === '' ? text : `${text}${NARROW_SPACE}${unit}`;
}

/** Always this many decimals: for values that are compared below one another. */
export function fixed(value: number | null | undefined, decimals: number): string {
    return value === null || value === undefined || !Number.isFinite(value) ? NO_FIGURE : withDecimals(decimals).format(value);
}

/** A probability 0…1 in whole percent; never certain and never impossible, since what is told was rounded before. */
export function percent(share: number): string {
    if (share > 0.99) {
        return `>${NARROW_SPACE}99${NARROW_SPACE}%`;
    }
    if (share < 0.01) {
        return `<${NARROW_SPACE}1${NARROW_SPACE}%`;
    }
    return `${Math.round(share * 100)}${NARROW_SPACE}%`;
}

/** A ratio of amplitudes in decibels, 20·log10. */
export function decibels(ratio: number): string {
    return ratio > 0 ? `${fixed(20 * Math.log10(ratio), 0)}${NARROW_SPACE}dB` : NO_FIGURE;
}

/** “1 alarm”, “2 alarms”. */
export function count(amount: number, one: string, many: string): string {
    return `${withDecimals(0).format(amount)} ${amount === 1 ? one : many}`;
}
