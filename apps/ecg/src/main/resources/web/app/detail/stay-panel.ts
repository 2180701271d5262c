import { html, nothing } from 'lit';
import { serverClock } from '../../kit/clock/server-clock';
import { fullMoment } from '../../kit/format/time';
import '../../kit/notice/confirm-dialog';
import type { ConfirmDialog } from '../../kit/notice/confirm-dialog';
import { PageElement } from '../../kit/page-element';
import { go } from '../../kit/routing/hash-router';
import type { Patient } from '../patient/patient';
import { discharge, exportAddress } from '../server';
import type { Ward } from '../ward';

const MINUTE_MILLIS = 60_000;
interface Format {
    readonly format: string;
    readonly name: string;
}
const ARCHIVES: readonly Format[] = [
    { format: 'wfdb', name: 'WFDB' },
    { format: 'edf', name: 'EDF' },
    { format: 'csv', name: 'CSV' },
];
const MESSAGES: readonly Format[] = [
    { format: 'fhir', name: 'FHIR R4' },
    { format: 'hl7v2', name: 'HL7 v2' },
];

/** Since when the patient is here, what can be taken away of the last hour, and discharge. */
export class StayPanel extends PageElement {
    static override properties = { ward: { attribute: false }, patient: { attribute: false } };
    declare ward: Ward;
    declare patient: Patient;

    protected override render() {
        const { admittedAt, ward } = this.patient;
        const refusal = this.ward.clinicalRefusal;
        return html`
            <section class="panel" aria-labelledby="stay-title">
                <header><h2 id="stay-title">Stay and export</h2></header>
                <p>Admitted to ${ward}, ${fullMoment(admittedAt)}.</p>
                <p>Last hour as ${this.choices(ARCHIVES, 60)}; last 2 minutes as ${this.choices(MESSAGES, 2)}.</p>
                <p class="quiet">With the pseudonym only. Who takes what away is logged.</p>
                <p><button ?disabled=${refusal !== ''} title=${refusal || nothing} @click=${this.ask}>Discharge …</button></p>
                <mw-confirm-dialog></mw-confirm-dialog>
            </section>
        `;
    }

    private choices(formats: readonly Format[], minutes: number) {
        const to = Math.ceil(serverClock.nowMillis() / MINUTE_MILLIS) * MINUTE_MILLIS;
        return formats.map(
            ({ format, name }, index) =>
                html`${index > 0 ? ', ' : ''}<a href=${exportAddress(this.patient.id, format, to - minutes * MINUTE_MILLIS, to)} download>${name}</a>`,
        );
    }

    private ask(): void {
        void this.querySelector<ConfirmDialog>('mw-confirm-dialog')?.ask({
            name: `Discharge bed ${this.patient.bed}`,
            warning:
                'The node is taken off, open alarms are closed and logged, and limits and levels go back to the defaults. ' +
                'What was recorded stays.',
            run: async () => {
                await discharge(this.patient.id);
                this.ward.patients.remove(this.patient.id);
                go('#/');
            },
        });
    }
}
customElements.define('mw-stay-panel', StayPanel);
