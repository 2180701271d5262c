import { html, nothing, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { Patient } from './patient';
import { isUnconfirmed } from './patient';

/** A pacing spike before a beat. */
const SPIKE = svg`<path d="M2 15h4V5v10h3l2 4 3-14 3 10h5" />`;

/** For a patient with a pacemaker, by symbol and words; nothing for others. */
export function pacemakerMark(patient: Patient): TemplateResult | typeof nothing {
    if (!patient.hasPacemaker) {
        return nothing;
    }
    const words = isUnconfirmed(patient) ? 'pacemaker, not yet confirmed by the node' : 'pacemaker';
    return html`
        <span class="pacemaker" title=${words} data-unconfirmed=${isUnconfirmed(patient) ? '' : nothing}>
            <svg viewBox="0 0 24 24" aria-hidden="true">${SPIKE}</svg>
            <span aria-hidden="true">PM on${isUnconfirmed(patient) ? '?' : ''}</span><span class="visually-hidden">${words}</span>
        </span>
    `;
}
