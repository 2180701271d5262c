import { html, nothing } from 'lit';
import { waitsForAcknowledgement } from '../../kit/alarm/alarm';
import { AlarmQuery } from '../../kit/alarm/alarm-query';
import '../../kit/alarm/alarm-table';
import { sentenceOf } from '../../kit/http/sentence';
import { say } from '../../kit/notice/notice-area';
import { PageElement } from '../../kit/page-element';
import { addressOf } from '../../kit/routing/hash-router';
import type { Patient } from '../patient/patient';
import { acknowledgeAllOf, fetchAlarmHistory, fromServer } from '../server';
import type { Ward } from '../ward';

const SHOWN = 6;

/** The newest alarms of one patient, the open ones first. */
export class PatientAlarms extends PageElement {
    static override properties = { ward: { attribute: false }, patient: { attribute: false } };
    declare ward: Ward;
    declare patient: Patient;
    private readonly alarms = new AlarmQuery(this, () => this.ward.alarmsOf(this.patient.id, 'all'));

    protected override render() {
        const { result, mistake, fetched } = this.alarms;
        const waiting = result.filter(waitsForAcknowledgement).length;
        return html`
            <section class="panel" aria-labelledby="alarms-title">
                <header>
                    <h2 id="alarms-title">Alarms</h2>
                    ${waiting > 1 ? html`<button @click=${() => void this.acknowledgeAll()}>Acknowledge all ${waiting}</button>` : nothing}
                    <a href=${addressOf(['alarms'], { state: 'all', patient: this.patient.id })}>All of them</a>
                </header>
                ${mistake ? html`<p class="mistake">${mistake}</p>` : nothing}
                <mw-alarm-table
                    caption="Alarms of this patient"
                    .alarms=${result.slice(0, SHOWN)}
                    refusal=${this.ward.acknowledgeRefusal}
                    .fetchHistory=${fetchAlarmHistory}
                    empty=${fetched ? 'Nothing has alarmed in this stay.' : 'Fetching the alarms …'}
                ></mw-alarm-table>
            </section>
        `;
    }

    private async acknowledgeAll(): Promise<void> {
        if (this.ward.refusal) {
            say(this.ward.refusal);
            return;
        }
        try {
            (await acknowledgeAllOf(this.patient.id)).forEach((alarm) => this.ward.alarms.apply(fromServer(alarm)));
        } catch (problem) {
            say(sentenceOf(problem));
        }
    }
}
customElements.define('mw-patient-alarms', PatientAlarms);
