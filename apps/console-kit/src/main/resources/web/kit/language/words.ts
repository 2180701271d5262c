import type { Language } from './language';
import { currentLanguage, locale } from './language';

/** One wording, or one for a single thing and one for several, chosen by the value `n`. */
export type Phrase = string | { readonly one: string; readonly other: string };

/** What stands in a `words.json`: each phrase in every language, side by side. */
export type Words = Readonly<Record<string, Readonly<Record<Language, Phrase>>>>;

export type Values = Readonly<Record<string, string | number>>;

export type Speaker<W extends Words> = (key: keyof W & string, values?: Values) => string;

/** Says the phrases of one room in the reader's language; `{name}` in a phrase stands for a value. */
export function speaker<W extends Words>(words: W): Speaker<W> {
    return (key, values = {}) => filled(phraseOf(words[key]?.[currentLanguage()] ?? key, values), values);
}

/** Whether a word from the server has a phrase here. */
export function knows<W extends Words>(words: W, key: string): key is keyof W & string {
    return Object.hasOwn(words, key);
}

function phraseOf(phrase: Phrase, values: Values): string {
    if (typeof phrase === 'string') {
        return phrase;
    }
    return new Intl.PluralRules(currentLanguage()).select(Number(values['n'])) === 'one' ? phrase.one : phrase.other;
}

function filled(phrase: string, values: Values): string {
    return phrase.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = values[name];
        return value === undefined ? whole : typeof value === 'number' ? value.toLocaleString(locale()) : value;
    });
}
