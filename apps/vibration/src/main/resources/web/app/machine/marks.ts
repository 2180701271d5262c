import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { MachineState, Zone } from './machine';

const SHAPES: Readonly<Record<MachineState, TemplateResult>> = {
    alarm: svg`<path d="M8 1.5 15 14.5H1Z" />`,
    warning: svg`<path d="M8 .8 15.2 8 8 15.2.8 8Z" />`,
    normal: svg`<circle cx="8" cy="8" r="6" />`,
    stopped: svg`<rect x="2.5" y="2.5" width="11" height="11" />`,
    'no-data': svg`<path d="M3 3 13 13M13 3 3 13" />`,
};

export const STATE_WORDS: Readonly<Record<MachineState, string>> = {
    alarm: 'Alarm',
    warning: 'Warning',
    normal: 'Normal',
    stopped: 'Stopped',
    'no-data': 'No data',
};

/** State by shape, word and, only where it is abnormal, colour. */
export function stateMark(state: MachineState): TemplateResult {
    return html`
        <span class="state" data-state=${state}><svg viewBox="0 0 16 16" aria-hidden="true">${SHAPES[state]}</svg>${STATE_WORDS[state]}</span>
    `;
}

export function zoneMark(zone: Zone | null | undefined): TemplateResult | typeof nothing {
    return zone ? html`<span class="zone" data-zone=${zone}><span class="visually-hidden">zone </span>${zone}</span>` : nothing;
}
