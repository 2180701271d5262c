export interface Shortcut {
    /** As `KeyboardEvent.key` gives it, lower case. */
    readonly key: string;
    /** A function where the reader may change the language. */
    readonly does: string | (() => string);
    readonly run: () => void;
}

const STORAGE_KEY = 'milliwatt.shortcuts';

/**
 * Single-key shortcuts for the whole page. They rest while somebody types, while a dialog is open and with any modifier
 * held, and can be switched off for good (WCAG 2.2, 2.1.4), since speech input would trigger them.
 */
export class Shortcuts extends EventTarget {
    private readonly known = new Map<string, Shortcut>();
    private on = true;

    constructor() {
        super();
        try {
            this.on = localStorage.getItem(STORAGE_KEY) !== 'off';
        } catch {
            // Without storage they are on at each visit.
        }
        document.addEventListener('keydown', (event) => this.handle(event));
    }

    get all(): readonly Shortcut[] {
        return [...this.known.values()];
    }

    get enabled(): boolean {
        return this.on;
    }

    set enabled(on: boolean) {
        this.on = on;
        try {
            localStorage.setItem(STORAGE_KEY, on ? 'on' : 'off');
        } catch {
            // The choice then holds until the page is left.
        }
        this.dispatchEvent(new Event('change'));
    }

    add(...shortcuts: readonly Shortcut[]): void {
        shortcuts.forEach((shortcut) => this.known.set(shortcut.key, shortcut));
    }

    private handle(event: KeyboardEvent): void {
        const shortcut = this.known.get(event.key.toLowerCase());
        if (!shortcut || !this.on || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) {
            return;
        }
        if (isTyping(event.target) || document.querySelector('dialog[open]')) {
            return;
        }
        event.preventDefault();
        shortcut.run();
    }
}

function isTyping(target: EventTarget | null): boolean {
    return target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]');
}
