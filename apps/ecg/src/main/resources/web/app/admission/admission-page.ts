import { html, nothing } from 'lit';
import { sentenceOf } from '../../kit/http/sentence';
import { PageElement } from '../../kit/page-element';
import { go } from '../../kit/routing/hash-router';
import type { Identity } from '../patient/patient';
import { admit, patientAddress } from '../server';
import type { Ward } from '../ward';
import './node-field';

/** Puts a patient into a bed and a node on the patient. The name is optional and goes into a place of its own. */
export class AdmissionPage extends PageElement {
    static override properties = { ward: { attribute: false }, mistake: { state: true }, busy: { state: true } };
    declare ward: Ward;
    declare mistake: string;
    declare busy: boolean;

    constructor() {
        super();
        this.mistake = '';
        this.busy = false;
    }

    override connectedCallback(): void {
        super.connectedCallback();
        document.title = 'Admit – Milliwatt monitoring';
    }

    protected override render() {
        const refusal = this.ward.refusal;
        return html`
            <header class="page-head"><h1>Admit a patient</h1></header>
            <form class="panel admission" @submit=${this.submit}>
                ${refusal ? html`<p class="mistake">${refusal}</p>` : nothing}
                <fieldset>
                    <legend>Bed and node</legend>
                    ${field('ward', 'Ward', 'CCU', true)} ${field('bed', 'Bed', '', true)} <mw-node-field></mw-node-field>
                </fieldset>
                <fieldset>
                    <legend>Who it is (optional)</legend>
                    <p class="quiet">
                        Everything else in the system knows the patient by a pseudonym only. The name is kept apart; who reads it is logged.
                    </p>
                    ${field('name', 'Name', '')} ${field('birthDate', 'Date of birth', '', false, 'date')} ${field('hospitalNumber', 'Hospital number', '')}
                </fieldset>
                ${field('patientId', 'Pseudonym, if the patient was here before', '')}
                ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing}
                <div class="actions"><button class="primary" ?disabled=${this.busy || refusal !== ''}>Admit</button></div>
            </form>
        `;
    }

    private async submit(event: SubmitEvent): Promise<void> {
        event.preventDefault();
        const fields = new FormData(event.target as HTMLFormElement);
        const text = (name: string): string => String(fields.get(name) ?? '').trim();
        this.busy = true;
        this.mistake = '';
        try {
            const patient = await admit({
                ward: text('ward'),
                bed: text('bed'),
                nodeId: text('nodeId') ? Number(text('nodeId')) : null,
                identity: identityIn(text),
                patientId: text('patientId') || null,
            });
            this.ward.patients.apply(patient);
            go(patientAddress(patient.id));
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        } finally {
            this.busy = false;
        }
    }
}
customElements.define('mw-admission-page', AdmissionPage);

function identityIn(text: (name: string) => string): Identity | null {
    return text('name')
        ? { name: text('name'), birthDate: text('birthDate') || null, hospitalNumber: text('hospitalNumber') || null }
        : null;
}

function field(name: string, label: string, value: string, required = false, type: 'text' | 'date' = 'text') {
    return html`
        <div class="field">
            <label for=${`admit-${name}`}>${label}</label>
            <input id=${`admit-${name}`} name=${name} type=${type} .value=${value} ?required=${required} autocomplete="off" />
        </div>
    `;
}
