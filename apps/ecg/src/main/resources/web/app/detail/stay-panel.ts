import { html, nothing } from 'lit';
import { serverClock } from '../../kit/clock/server-clock';
import { fullMoment } from '../../kit/format/time';
import '../../kit/notice/confirm-dialog';
import type { ConfirmDialog } from '../../kit/notice/confirm-dialog';
import { PageElement } from '../../kit/page-element';
import { go } from '../../kit/routing/hash-router';
import type { Patient } from '../patient/patient';
import { discharge } from '../server';
import type { Ward } from '../ward';

const HOUR_MILLIS = 3_600_000;
const FORMATS = [
    { format: 'wfdb', name: 'WFDB' },
    { format: 'edf', name: 'EDF' },
    { format: 'csv', name: 'CSV' },
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
                <p>Last hour as ${FORMATS.map(({ format, name }) => html`<a href=${this.exportAddress(format)} download>${name}</a> `)}<span class="quiet">(pseudonym only)</span></p>
                <p><button ?disabled=${refusal !== ''} title=${refusal || nothing} @click=${this.ask}>Discharge …</button></p>
                <mw-confirm-dialog></mw-confirm-dialog>
            </section>
        `;
    }

    private exportAddress(format: string): string {
        const to = Math.ceil(serverClock.nowMillis() / 60_000) * 60_000;
        const span = new URLSearchParams({ from: new Date(to - HOUR_MILLIS).toISOString(), to: new Date(to).toISOString() });
        return `/api/patients/${encodeURIComponent(this.patient.id)}/export/${format}?${span}`;
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
