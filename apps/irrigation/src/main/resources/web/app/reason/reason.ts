import { fixed, percent } from '../../kit/format/number';
import { knows, speaker } from '../../kit/language/words';
import type { Values } from '../../kit/language/words';
import type { Measure } from '../../kit/units/measure';
import { measured } from '../../kit/units/measure';
import words from './words.json';

/** Why something was decided or flagged: a code with its figures, and the server's English sentence for codes that this page does not know. */
export interface Reason {
    readonly code: string;
    readonly numbers?: Readonly<Record<string, number | null>>;
    readonly texts?: Readonly<Record<string, string>>;
    readonly sentence: string;
}

const say = speaker(words);

/** What a figure measures follows from the end of its name. */
const MEASURES: readonly (readonly [RegExp, Measure])[] = [
    [/millimetresPerDay$/i, 'waterPerDay'],
    [/millimetresPerHour$/i, 'waterRate'],
    [/millimetres$/i, 'waterDepth'],
    [/celsius$/i, 'temperature'],
    [/cubicMetresPerHour$/i, 'flow'],
    [/cubicMetres$/i, 'volume'],
    [/metresPerSecond$/i, 'windSpeed'],
    [/hectares$/i, 'area'],
];

/** A reason in the reader's language and units; the figures are kept on one line with their unit. */
export function reasonText({ code, numbers = {}, texts = {}, sentence }: Reason): string {
    if (!knows(words, code)) {
        return sentence || code;
    }
    const values: Values = { ...texts, ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, written(name, value)])) };
    const text = say(code, { ...values, n: numbers['days'] ?? numbers['hours'] ?? numbers['cycles'] ?? 0 });
    return /\{\w+\}/.test(text) ? sentence || code : text;
}

function written(name: string, value: number | null): string {
    const measure = MEASURES.find(([pattern]) => pattern.test(name));
    if (measure) {
        return measured(measure[1], value);
    }
    if (value !== null && /probability$/i.test(name)) {
        return percent(value);
    }
    return fixed(value, value !== null && Number.isInteger(value) ? 0 : 1);
}
