/** The languages that a console can offer; each has an entry in every `words.json`. */
export type Language = 'en' | 'es' | 'fr';

/** As those who speak it write it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', fr: 'Français' };

/** Fired on `window` when the language or the units change: words and figures have to be written again. */
export const READING_CHANGED = 'milliwatt:reading-changed';

const STORAGE_KEY = 'milliwatt.language';
/** Without a region: dates in the order day, month, and a clock of 24 hours. */
const USUAL_LOCALES: Readonly<Record<Language, string>> = { en: 'en-GB', es: 'es-ES', fr: 'fr-FR' };

let offered: readonly Language[] = ['en'];
let current: Language = 'en';

export function offeredLanguages(): readonly Language[] {
    return offered;
}

export function currentLanguage(): Language {
    return current;
}

/** How dates and numbers are written: in the reader's own variety of the language where the browser names one. */
export function locale(): string {
    const regional = current === 'en' ? undefined : navigator.languages.find((tag) => tag.startsWith(`${current}-`));
    return regional ?? USUAL_LOCALES[current];
}

/** Takes up the choice made earlier on this computer, else the first of the browser's languages that is offered. A console that never calls this speaks English. */
export function offerLanguages(...languages: readonly Language[]): void {
    offered = languages;
    const wanted = [stored(), ...navigator.languages.map((tag) => tag.slice(0, 2)), 'en'];
    become(languages.find((language) => language === wanted.find((tag) => languages.some((known) => known === tag))) ?? 'en');
}

/** Whether somebody chose on this computer, now or earlier. */
export function languageWasChosen(): boolean {
    return stored() !== '';
}

export function chooseLanguage(language: Language): void {
    try {
        localStorage.setItem(STORAGE_KEY, language);
    } catch {
        // Storage may be forbidden; the choice then holds until the page is left.
    }
    become(language);
    window.dispatchEvent(new Event(READING_CHANGED));
}

function become(language: Language): void {
    current = language;
    document.documentElement.lang = language;
}

function stored(): string {
    try {
        return localStorage.getItem(STORAGE_KEY) ?? '';
    } catch {
        return '';
    }
}
