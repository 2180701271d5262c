import { html, nothing } from 'lit';
import { serverClock } from '../../kit/clock/server-clock';
import { SecondTick } from '../../kit/clock/second-tick';
import { NO_FIGURE, fixed } from '../../kit/format/number';
import { PageElement } from '../../kit/page-element';
import { remaining } from '../alarm/pause';
import { pauseMark } from '../alarm/pause-marks';
import { pacemakerMark } from '../patient/pacemaker-mark';
import type { Patient } from '../patient/patient';
import { isStale, respirationOf } from '../patient/patient';
import { alarmLine, doubtOf, flashOf } from '../patient/status';
import { patientAddress } from '../server';
import type { Ward } from '../ward';
import '../wave/sweep-trace';

/** One bed on the wall: trace, heart rate, what is wrong; the whole tile leads to the patient. */
export class PatientTile extends PageElement {
    static override properties = { patient: { attribute: false }, ward: { attribute: false } };
    declare patient: Patient;
    declare ward: Ward;

    constructor() {
        super();
        new SecondTick(this);
    }

    protected override render() {
        const { patient } = this;
        const now = serverClock.nowMillis();
        const stale = isStale(patient, now);
        const doubt = doubtOf(patient, now);
        const flash = flashOf(patient);
        return html`
            <article data-patient-id=${patient.id} data-priority=${patient.alarms.highest} data-flash=${flash ?? nothing} data-stale=${stale ? '' : nothing}>
                <header>
                    <a href=${patientAddress(patient.id)}>${patient.bed}</a> <span class="quiet pseudonym">${patient.id}</span>
                    ${patient.numerics?.atrialFibrillation === 'yes' ? html`<span class="rhythm">AF</span>` : nothing}
                    ${pacemakerMark(patient)}
                    ${patient.nodes.length > 1 ? html`<span class="tag">${patient.nodes.length} nodes</span>` : nothing}
                    ${patient.pause ? html`${pauseMark(patient.pause.kind, 'spoken')}<strong class="left figures">${remaining(patient.pause, now)}</strong>` : nothing}
                </header>
                <div class="trace">
                    <mw-sweep-trace .ward=${this.ward} patientId=${patient.id}></mw-sweep-trace>
                    ${doubt ? html`<p class="doubt">${doubt}</p>` : nothing}
                </div>
                ${this.figures(stale || doubt !== '')}
                ${alarmLine(patient)}
            </article>
        `;
    }

    private figures(doubtful: boolean) {
        const { numerics, vitals, news } = this.patient;
        const rate = numerics?.heartRate ?? null;
        return html`
            <dl class="figures" data-doubtful=${doubtful ? '' : nothing}>
                <div class="rate"><dt>HR</dt><dd>${rate === null ? NO_FIGURE : fixed(rate, 0)}</dd></div>
                <div class="spo2"><dt>SpO₂</dt><dd>${fixed(vitals?.spo2, 0)}</dd></div>
                <div class="resp"><dt>RR</dt><dd>${fixed(respirationOf(this.patient), 0)}</dd></div>
                <div class="news" data-band=${news?.band ?? nothing}><dt>NEWS2</dt><dd>${news ? `${news.complete ? '' : '≥'}${news.score}` : NO_FIGURE}</dd></div>
            </dl>
        `;
    }
}
customElements.define('mw-patient-tile', PatientTile);
