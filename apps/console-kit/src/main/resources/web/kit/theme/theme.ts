/** `system` follows the computer's setting. */
export type Theme = 'system' | 'light' | 'dark';

const STORAGE_KEY = 'milliwatt.theme';
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');

/** Fired on `window` when colours change; canvases have to be drawn again. */
export const THEME_CHANGED = 'milliwatt:theme-changed';

export function currentTheme(): Theme {
    return THEMES.find((theme) => theme === document.documentElement.dataset['theme']) ?? 'system';
}

export function nextTheme(): Theme {
    return THEMES[(THEMES.indexOf(currentTheme()) + 1) % THEMES.length] ?? 'system';
}

export function applyTheme(theme: Theme): void {
    document.documentElement.dataset['theme'] = theme;
    try {
        localStorage.setItem(STORAGE_KEY, theme);
    } catch {
        // Storage may be forbidden; the choice then holds until the page is left.
    }
    announce();
}

/** Takes up the choice made earlier on this computer and follows the system from then on. */
export function restoreTheme(): void {
    try {
        document.documentElement.dataset['theme'] = localStorage.getItem(STORAGE_KEY) ?? 'system';
    } catch {
        document.documentElement.dataset['theme'] = 'system';
    }
    darkSystem.addEventListener('change', announce);
    printOnLightPaper();
}

/** Canvases are drawn before the print style holds, so paper's colours are chosen for as long as it lasts. */
function printOnLightPaper(): void {
    let chosen: string | undefined;
    window.addEventListener('beforeprint', () => {
        chosen = document.documentElement.dataset['theme'];
        document.documentElement.dataset['theme'] = 'light';
        announce();
    });
    window.addEventListener('afterprint', () => {
        document.documentElement.dataset['theme'] = chosen ?? 'system';
        announce();
    });
}

function announce(): void {
    window.dispatchEvent(new Event(THEME_CHANGED));
}
