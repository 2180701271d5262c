import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { PauseKind } from './pause';
import { PAUSE_WORDS } from './pause';

/** Bell for sound and triangle for alarms; a dashed cross while paused, a solid one while off: after IEC 60417-5576 and -5319. */
const BELL = svg`<path d="M12 3.5a5 5 0 0 1 5 5V14l2 3H5l2-3V8.5a5 5 0 0 1 5-5ZM10 19.5a2 2 0 0 0 4 0" />`;
const TRIANGLE = svg`<path d="M12 4 21 20H3Z" />`;
const CROSS = svg`<path class="cross" d="M3 3 21 21M21 3 3 21" />`;
const DASHED = svg`<path class="cross dashed" d="M3 3 21 21M21 3 3 21" />`;

const SYMBOLS: Readonly<Record<PauseKind, TemplateResult>> = {
    'audio-paused': svg`${BELL}${DASHED}`,
    'audio-off': svg`${BELL}${CROSS}`,
    'alarm-paused': svg`${TRIANGLE}${DASHED}`,
    'alarm-off': svg`${TRIANGLE}${CROSS}`,
};

/** @param words `spoken` leaves them to screen readers where room is short */
export function pauseMark(kind: PauseKind, words: 'spoken' | 'shown' = 'shown'): TemplateResult {
    return html`
        <span class="pause-mark" data-pause=${kind}>
            <svg viewBox="0 0 24 24" aria-hidden="true">${SYMBOLS[kind]}</svg>
            <span class=${words === 'shown' ? '' : 'visually-hidden'}>${PAUSE_WORDS[kind]}</span>
        </span>
    `;
}

/** The triangle with a tick: everything that is open was acknowledged. */
export function acknowledgedMark(): TemplateResult {
    return html`
        <span class="pause-mark" data-pause="acknowledged">
            <svg viewBox="0 0 24 24" aria-hidden="true">${TRIANGLE}<path class="cross" d="M8.5 14.5 11 17 15.5 10.5" /></svg>
            <span>Acknowledged</span>
        </span>
    `;
}
