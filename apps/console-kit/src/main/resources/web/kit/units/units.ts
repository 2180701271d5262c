import { READING_CHANGED } from '../language/language';

export type Units = 'metric' | 'us';

export const UNITS: readonly Units[] = ['metric', 'us'];
const STORAGE_KEY = 'milliwatt.units';
let offered = false;
let current: Units = 'metric';

export function unitsAreOffered(): boolean {
    return offered;
}

export function currentUnits(): Units {
    return current;
}

/** Takes up the choice made earlier on this computer, else what is usual where the browser says it is. A console that never calls this is metric. */
export function offerUnits(): void {
    offered = true;
    current = stored() ?? usualHere();
}

/** Whether somebody chose on this computer, now or earlier. */
export function unitsWereChosen(): boolean {
    return stored() !== undefined;
}

export function chooseUnits(units: Units): void {
    current = units;
    try {
        localStorage.setItem(STORAGE_KEY, units);
    } catch {
        // The choice then holds until the page is left.
    }
    window.dispatchEvent(new Event(READING_CHANGED));
}

function stored(): Units | undefined {
    try {
        return UNITS.find((units) => units === localStorage.getItem(STORAGE_KEY));
    } catch {
        return undefined;
    }
}

function usualHere(): Units {
    return navigator.language.endsWith('-US') ? 'us' : 'metric';
}
