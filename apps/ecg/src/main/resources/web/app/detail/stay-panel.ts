import { html, nothing } from 'lit';
import { serverClock } from '../../kit/clock/server-clock';
import { fullMoment } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import '../../kit/notice/confirm-dialog';
import type { ConfirmDialog } from '../../kit/notice/confirm-dialog';
import { PageElement } from '../../kit/page-element';
import { go } from '../../kit/routing/hash-router';
import type { Patient } from '../patient/patient';
import { discharge, exportAddress, moveToBed } from '../server';
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
    static override properties = { ward: { attribute: false }, patient: { attribute: false }, moving: { state: true }, mistake: { state: true } };
    declare ward: Ward;
    declare patient: Patient;
    /** Whether the fields for another bed are open. */
    declare moving: boolean;
    declare mistake: string;

    constructor() {
        super();
        this.moving = false;
        this.mistake = '';
    }

    protected override render() {
        const { admittedAt, ward } = this.patient;
        const refusal = this.ward.clinicalRefusal;
        return html`
            <section class="panel" aria-labelledby="stay-title">
                <header><h2 id="stay-title">Stay and export</h2></header>
                <p>Admitted to ${ward}, ${fullMoment(admittedAt)}.</p>
                <p>Last hour as ${this.choices(ARCHIVES, 60)}; last 2 minutes as ${this.choices(MESSAGES, 2)}.</p>
                <p class="quiet">With the pseudonym only. Who takes what away is logged.</p>
                <p class="ways">
                    <button aria-expanded=${this.moving} ?disabled=${this.ward.refusal !== ''} title=${this.ward.refusal || nothing} @click=${() => (this.moving = !this.moving)}>Move to another bed</button>
                    <button ?disabled=${refusal !== ''} title=${refusal || nothing} @click=${this.ask}>Discharge …</button>
                </p>
                ${this.moving ? this.place() : nothing}
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

    private place() {
        return html`
            <form class="admission" @submit=${this.move}>
                <div class="field"><label for="move-ward">Ward</label><input id="move-ward" name="ward" type="text" required .value=${this.patient.ward} autocomplete="off" /></div>
                <div class="field"><label for="move-bed">Bed</label><input id="move-bed" name="bed" type="text" required autocomplete="off" /></div>
                ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing}
                <div class="actions"><button class="primary">Move</button></div>
            </form>
        `;
    }

    private async move(event: SubmitEvent): Promise<void> {
        event.preventDefault();
        const fields = new FormData(event.target as HTMLFormElement);
        const text = (name: string): string => String(fields.get(name) ?? '').trim();
        try {
            this.ward.patients.apply(await moveToBed(this.patient.id, text('ward'), text('bed')));
            this.moving = false;
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
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
