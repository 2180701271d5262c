/** How an arrhythmia is told: as an alarm of high, medium or low priority, as a line in the list only, or not at all. */
export type Level = 'crisis' | 'warning' | 'advisory' | 'message' | 'off';

/** From the least to the most urgent. */
export const LEVELS: readonly Level[] = ['off', 'message', 'advisory', 'warning', 'crisis'];

export const LEVEL_WORDS: Readonly<Record<Level, string>> = {
    crisis: 'Crisis (high)',
    warning: 'Warning (medium)',
    advisory: 'Advisory (low)',
    message: 'Message only',
    off: 'Off',
};

export type LimitName = 'heartRateLow' | 'heartRateHigh' | 'respirationRateLow' | 'respirationRateHigh' | 'spo2Low';

export interface LimitSettings {
    readonly limits: Readonly<Record<LimitName, number>>;
    /** By the label of the class. */
    readonly levels: Readonly<Record<string, Level>>;
    /** 2 for a patient whose oxygen saturation is meant to stay low (hypercapnic respiratory failure). */
    readonly spo2Scale: 1 | 2;
    readonly hasPacemaker: boolean;
    readonly isDefault: boolean;
    readonly changedAt: string | null;
    readonly changedBy: string | null;
}

/** What a limit may be. */
export interface LimitRange {
    readonly name: LimitName;
    readonly least: number;
    readonly most: number;
    readonly byDefault: number;
    readonly unit: string;
}

/** What a person changes. */
export type LimitWishes = Pick<LimitSettings, 'limits' | 'levels' | 'spo2Scale' | 'hasPacemaker'>;

/** A class of event, as far as limits and lists are about it. */
export interface EventClass {
    readonly eventClass: number;
    readonly label: string;
    readonly words: string;
    readonly technical: boolean;
    readonly defaultLevel: Level;
    /** Nobody sets it lower than this. */
    readonly leastLevel: Level;
    readonly lifeThreatening: boolean;
    readonly nodeReported: boolean;
}

export const LIMIT_WORDS: Readonly<Record<LimitName, { readonly words: string; readonly unit: string }>> = {
    heartRateHigh: { words: 'Heart rate, high', unit: '/min' },
    heartRateLow: { words: 'Heart rate, low', unit: '/min' },
    respirationRateHigh: { words: 'Respiration, high', unit: '/min' },
    respirationRateLow: { words: 'Respiration, low', unit: '/min' },
    spo2Low: { words: 'SpO₂, low', unit: '%' },
};

/** Each lower limit with the upper one above it. */
const PAIRS: readonly (readonly [LimitName, LimitName])[] = [
    ['heartRateLow', 'heartRateHigh'],
    ['respirationRateLow', 'respirationRateHigh'],
];

/** Why a limit cannot be kept, a sentence for each field it concerns. */
export function mistakesIn(
    limits: Readonly<Record<LimitName, number>>,
    ranges: readonly LimitRange[],
): ReadonlyMap<LimitName, string> {
    const mistakes = new Map<LimitName, string>();
    for (const { name, least, most, unit } of ranges) {
        const value = limits[name];
        if (!(value >= least && value <= most)) {
            mistakes.set(name, `${Number.isFinite(value) ? value : 'Nothing'} is given; it must be ${least} to ${most} ${unit}.`);
        }
    }
    for (const [low, high] of PAIRS) {
        if (!mistakes.has(low) && !mistakes.has(high) && limits[low] >= limits[high]) {
            mistakes.set(low, `It must be below the upper limit, which is ${limits[high]}.`);
            mistakes.set(high, `It must be above the lower limit, which is ${limits[low]}.`);
        }
    }
    return mistakes;
}

/** The levels somebody may choose for a class. */
export function levelsFor({ leastLevel }: EventClass): readonly Level[] {
    return LEVELS.filter((level) => LEVELS.indexOf(level) >= LEVELS.indexOf(leastLevel)).toReversed();
}
