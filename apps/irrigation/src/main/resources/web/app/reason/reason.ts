import { fixed } from '../../kit/format/number';
import { locale } from '../../kit/language/language';
import { knows, speaker } from '../../kit/language/words';
import type { Measure } from '../../kit/units/measure';
import { measured } from '../../kit/units/measure';
import { cropName } from '../crop/crop';
import { diseaseName } from '../weather/disease';
import { durationText } from './duration';
import words from './words.json';

/** Why something was decided or flagged: a code with its figures, and the server's English sentence for codes that this page does not know. */
export interface Reason {
    readonly code: string;
    readonly numbers?: Readonly<Record<string, number | null>>;
    readonly texts?: Readonly<Record<string, string>>;
    readonly sentence: string;
}

const say = speaker(words);

/** What a figure measures follows from the end of its name; the factor leads to the metric unit of the measure. */
const MEASURES: readonly (readonly [RegExp, Measure, number])[] = [
    [/millimetresPerDay$/i, 'waterPerDay', 1],
    [/millimetresPerHour$/i, 'waterRate', 1],
    [/millimetres$/i, 'waterDepth', 1],
    [/centimetres$/i, 'soilDepth', 1],
    [/celsius$/i, 'temperature', 1],
    [/litresPerMinute$/i, 'smallFlow', 1],
    [/cubicMetres$/i, 'volume', 1],
    [/metresPerSecond$/i, 'windSpeed', 1],
];

/** What a setting is entered in, as the server names it; others stay as they are. */
const UNITS: Readonly<Record<string, Measure>> = { ' ha': 'area', ' m³/h': 'flow', ' mm': 'waterDepth', ' mm/h': 'waterRate', ' m³': 'volume', ' cm': 'soilDepth' };

/** A reason in the reader's language and units; each figure is kept on one line with its unit. */
export function reasonText({ code, numbers = {}, texts = {}, sentence }: Reason): string {
    if (!knows(words, code)) {
        return sentence || code;
    }
    const figures = Object.entries(numbers).map(([name, value]) => [name, texts['unit'] == null ? written(name, value) : inUnit(value, texts['unit'])]);
    const said = Object.entries(texts).map(([name, text]) => [name, textWords(name, text)]);
    const text = say(code, Object.fromEntries([...said, ...figures]));
    return /\{\w+\}/.test(text) && sentence ? sentence : text;
}

function written(name: string, value: number | null): string {
    const found = MEASURES.find(([pattern]) => pattern.test(name));
    if (found && value != null) {
        return measured(found[1], value * found[2]);
    }
    if (value != null && /^seconds$/i.test(name)) {
        return durationText(value);
    }
    return fixed(value, value == null || Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 1);
}

function inUnit(value: number | null, unit: string): string {
    const measure = UNITS[unit];
    return measure && value != null ? measured(measure, value) : `${fixed(value, value == null || Number.isInteger(value) ? 0 : 2)}${unit.replace(' ', '\u00a0')}`;
}

/** Some texts are codes, which have words of their own. */
function textWords(name: string, text: string): string {
    switch (name) {
        case 'flag':
        case 'flags':
            return flagWords(text);
        case 'crop':
            return cropName(text);
        case 'disease':
            return diseaseName(text).toLocaleLowerCase(locale());
        case 'setting':
        case 'thing':
        case 'limit':
            return knows(words, `${name}-${text}`) ? say(`${name}-${text}`) : text;
        case 'missing':
            return knows(words, text) ? say(text) : text;
        default:
            return text;
    }
}

/** Codes of flags, one after the other, in words. */
function flagWords(text: string): string {
    return text
        .split(/[\s,;]+/)
        .map((flag) => (knows(words, flag) ? say(flag) : flag))
        .join(', ');
}
