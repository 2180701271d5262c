import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { PauseKind } from './pause';
import { PAUSE_WORDS } from './pause';

/** Bell for sound and triangle for alarms; a dashed cross while paused, a solid one while off: after IEC 60417-5576 and -5319. */
const BELL = svg`<path d="M4.5 11.500h7l-1-1.500V7a2.5 2.5 0 0 0-5 0v3Zm2.5 1.300a1 1 0 0 0 2 0Z" />`;
const TRIANGLE = svg`<path d="M8 2.5 14 13H2Z" />`;
const CROSS = svg`<path class="cross" d="M2 2 14 14M14 2 2 14" />`;
const DASHED = svg`<path class="cross dashed" d="M2 2 14 14M14 2 2 14" />`;

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
            <svg viewBox="0 0 16 16" aria-hidden="true">${SYMBOLS[kind]}</svg>
            <span class=${words === 'shown' ? '' : 'visually-hidden'}>${PAUSE_WORDS[kind]}</span>
        </span>
    `;
}

/** The triangle with a tick: everything that is open was acknowledged. */
export function acknowledgedMark(): TemplateResult {
    return html`
        <span class="pause-mark" data-pause="acknowledged">
            <svg viewBox="0 0 16 16" aria-hidden="true">${TRIANGLE}<path class="cross" d="M5.5 9.5 7.3 11.5 10.7 6.5" /></svg>
            <span>Acknowledged</span>
        </span>
    `;
}
