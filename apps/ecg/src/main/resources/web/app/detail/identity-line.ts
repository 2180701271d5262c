import { html } from 'lit';
import type { PropertyValues } from 'lit';
import { sentenceOf } from '../../kit/http/sentence';
import { PageElement } from '../../kit/page-element';
import type { Identity } from '../patient/patient';
import { fetchIdentity } from '../server';
import type { Ward } from '../ward';

/** The pseudonym; the name only on demand and only for those who may read it. */
export class IdentityLine extends PageElement {
    static override properties = {
        ward: { attribute: false },
        patientId: { type: String },
        identity: { state: true },
        mistake: { state: true },
    };
    declare ward: Ward;
    declare patientId: string;
    declare identity: Identity | undefined;
    declare mistake: string;

    constructor() {
        super();
        this.mistake = '';
    }

    protected override willUpdate(changed: PropertyValues): void {
        if (changed.has('patientId')) {
            this.identity = undefined;
            this.mistake = '';
        }
    }

    protected override render() {
        return html`<p class="identity figures">${this.patientId} ${this.name()}</p>`;
    }

    private name() {
        if (this.identity) {
            const { name, birthDate, hospitalNumber } = this.identity;
            return html`<strong>${name}</strong> <span class="quiet">${[birthDate && `born ${birthDate}`, hospitalNumber].filter(Boolean).join(' · ')}</span>`;
        }
        if (this.mistake) {
            return html`<span class="quiet" role="alert">${this.mistake}</span>`;
        }
        return this.ward.session.has('identity-reader')
            ? html`<button class="quiet" title="Who reads a name is logged" @click=${() => void this.fetch()}>Show name</button>`
            : '';
    }

    private async fetch(): Promise<void> {
        try {
            this.identity = await fetchIdentity(this.patientId);
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }
}
customElements.define('mw-identity-line', IdentityLine);
