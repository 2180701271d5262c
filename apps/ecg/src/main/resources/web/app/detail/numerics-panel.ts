import { html, nothing } from 'lit';
import { serverClock } from '../../kit/clock/server-clock';
import { SecondTick } from '../../kit/clock/second-tick';
import { NO_FIGURE, fixed } from '../../kit/format/number';
import { age } from '../../kit/format/time';
import { PageElement } from '../../kit/page-element';
import type { LimitSettings } from '../limits/limits';
import { pacemakerMark } from '../patient/pacemaker-mark';
import type { Consciousness, Patient } from '../patient/patient';
import { respirationOf } from '../patient/patient';
import { doubtOf } from '../patient/status';

const CONSCIOUSNESS_WORDS: Readonly<Record<Consciousness, string>> = {
    alert: 'Alert',
    confusion: 'New confusion',
    voice: 'Responds to voice',
    pain: 'Responds to pain',
    unresponsive: 'Unresponsive',
};

/** The figures, large, with the limits they alarm at. */
export class NumericsPanel extends PageElement {
    static override properties = { patient: { attribute: false }, settings: { attribute: false } };
    declare patient: Patient;
    declare settings: LimitSettings;

    constructor() {
        super();
        new SecondTick(this);
    }

    protected override render() {
        const { numerics, vitals } = this.patient;
        const { limits } = this.settings;
        const doubtful = doubtOf(this.patient, serverClock.nowMillis()) !== '';
        return html`
            <section class="panel" aria-labelledby="numerics-title">
                <header><h2 id="numerics-title">Figures</h2>${pacemakerMark(this.patient)}${numerics ? html`<span class="age">${age(numerics.at)}</span>` : nothing}</header>
                <dl class="numerics figures" data-doubtful=${doubtful ? '' : nothing}>
                    ${item('Heart rate', fixed(numerics?.heartRate, 0), '/min', `${limits.heartRateLow}–${limits.heartRateHigh}`, 'rate')}
                    ${item('Respiration', fixed(respirationOf(this.patient), 0), '/min', `${limits.respirationRateLow}–${limits.respirationRateHigh}`, 'breath')}
                    ${item('SpO₂', fixed(vitals?.spo2, 0), '%', `≥ ${limits.spo2Low}`, 'oxygen')}
                    ${item('NIBP', vitals?.systolic == null ? NO_FIGURE : `${fixed(vitals.systolic, 0)}/${fixed(vitals.diastolic, 0)}`, 'mmHg', '')}
                    ${item('Temperature', fixed(vitals?.temperature, 1), '°C', '')}
                    ${item('Consciousness', vitals?.consciousness ? CONSCIOUSNESS_WORDS[vitals.consciousness] : NO_FIGURE, '', '', 'words')}
                    ${item('Rhythm', rhythmOf(this.patient), '', '', 'words')}
                    ${item('Signal quality', fixed(numerics?.signalQuality, 0), '%', '')}
                </dl>
                ${vitals ? html`<p class="source quiet">Further sensors: <span class="age">${age(vitals.at)}</span>${vitals.supplementalOxygen ? '; breathes supplemental oxygen' : ''}</p>` : nothing}
            </section>
        `;
    }
}
customElements.define('mw-numerics-panel', NumericsPanel);

function rhythmOf({ numerics }: Patient): string {
    if (!numerics) {
        return NO_FIGURE;
    }
    const ventricular = numerics.ventricularShare === null ? '' : `, ${fixed(numerics.ventricularShare * 100, 0)} % V`;
    return `${{ yes: 'Atrial fibrillation', no: 'No atrial fibrillation', unknown: 'AF: cannot tell' }[numerics.atrialFibrillation]}${ventricular}`;
}

function item(name: string, value: string, unit: string, limits: string, kind = '') {
    return html`
        <div class=${kind}>
            <dt>${name}</dt>
            <dd>${value}${unit && value !== NO_FIGURE ? html` <span class="unit">${unit}</span>` : nothing}</dd>
            ${limits ? html`<dd class="alarm-range quiet"><span class="visually-hidden">limits </span>${limits}</dd>` : nothing}
        </div>
    `;
}
