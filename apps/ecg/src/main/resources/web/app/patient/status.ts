import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Priority } from '../../kit/alarm/alarm';
import { priorityMark } from '../../kit/alarm/priority-mark';
import { span } from '../../kit/format/time';
import { acknowledgedMark } from '../alarm/pause-marks';
import type { Patient } from './patient';
import { isStale, lastHeardOf } from './patient';

/** As monitors mark priorities beside the words: three stars, two, one. */
const STARS: Readonly<Record<Priority, string>> = { high: '✱✱✱', medium: '✱✱', low: '✱' };

/** Whether the patient's mark has to flash: somebody still has to see it. */
export function flashOf({ alarms, pause }: Patient): Priority | undefined {
    const held = pause?.kind === 'alarm-paused' || pause?.kind === 'alarm-off';
    return alarms.highest === 'none' || alarms.unacknowledged === 0 || held ? undefined : alarms.highest;
}

/** Why the figures must not be read as the patient's present state; empty when they may. */
export function doubtOf(patient: Patient, nowMillis: number): string {
    if (patient.nodes.length === 0) {
        return 'No node';
    }
    if (isStale(patient, nowMillis)) {
        const heard = patient.numerics?.at ?? lastHeardOf(patient);
        return heard ? `No data for ${span(nowMillis - Date.parse(heard))}` : 'No data yet';
    }
    const { numerics } = patient;
    if (numerics?.leadOff) {
        return 'Lead off';
    }
    if (numerics?.cannotTell) {
        return 'Cannot tell: poor signal';
    }
    return numerics?.warmingUp ? 'Learning this patient' : '';
}

/** The most urgent alarm by shape, stars, colour and words; nothing while none is open. */
export function alarmLine({ alarms }: Patient): TemplateResult | typeof nothing {
    const { highest, words, message, unacknowledged, open } = alarms;
    if (highest === 'none') {
        return nothing;
    }
    return html`
        <p class="alarm-line" data-priority=${highest} data-acknowledged=${unacknowledged === 0 ? '' : nothing}>
            ${priorityMark(highest, 'spoken')} <span class="stars" aria-hidden="true">${STARS[highest]}</span>
            <span class="words" title=${message || nothing}>${words || message || 'Alarm'}</span>
            ${open > 1 ? html`<span class="more">+${open - 1}<span class="visually-hidden"> more</span></span>` : nothing}
            ${unacknowledged === 0 ? acknowledgedMark() : nothing}
        </p>
    `;
}
