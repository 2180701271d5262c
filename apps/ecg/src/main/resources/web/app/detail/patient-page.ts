import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { serverClock } from '../../kit/clock/server-clock';
import { SecondTick } from '../../kit/clock/second-tick';
import { Follow } from '../../kit/follow';
import { sentenceOf } from '../../kit/http/sentence';
import { PageElement } from '../../kit/page-element';
import type { Patient, PatientDetail } from '../patient/patient';
import { alarmLine, doubtOf, flashOf } from '../patient/status';
import { fetchPatient, patientAddress } from '../server';
import type { Ward } from '../ward';
import './episode-list';
import './identity-line';
import './limits-panel';
import './news-panel';
import './node-panel';
import './numerics-panel';
import './patient-alarms';
import './pause-panel';
import './stay-panel';
import './trend-panels';
import './wave-panel';

/** One patient: how he is now, how it went, what alarmed, and what is set for him. */
export class PatientPage extends PageElement {
    static override properties = {
        ward: { attribute: false },
        patientId: { type: String },
        query: { attribute: false },
        detail: { state: true },
        mistake: { state: true },
    };
    declare ward: Ward;
    declare patientId: string;
    declare query: URLSearchParams;
    declare detail: PatientDetail | undefined;
    declare mistake: string;

    constructor() {
        super();
        this.mistake = '';
        new Follow(this, () => this.ward.patients);
        new SecondTick(this);
    }

    override connectedCallback(): void {
        super.connectedCallback();
        this.ward.addEventListener('reloaded', this.fetch);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.ward.removeEventListener('reloaded', this.fetch);
    }

    protected override willUpdate(changed: PropertyValues): void {
        if (changed.has('patientId')) {
            this.detail = undefined;
            void this.fetch();
        }
    }

    protected override render() {
        if (!this.detail) {
            return this.mistake
                ? html`<div class="empty"><p>${this.mistake}</p><p><a href="#/">Go to the wall</a></p></div>`
                : html`<div class="empty" aria-busy="true"><p>Fetching the patient …</p></div>`;
        }
        const patient: PatientDetail = { ...this.detail, ...this.ward.patients.find(this.patientId) };
        document.title = `Bed ${patient.bed} – Milliwatt monitoring`;
        const { ward } = this;
        return html`
            ${this.head(patient)}
            <div class="patient-grid" @settings=${(event: CustomEvent<PatientDetail['settings']>) => this.takeUp(event.detail)}>
                <div class="column">
                    <mw-wave-panel .ward=${ward} patientId=${patient.id}></mw-wave-panel>
                    <mw-episode-list .ward=${ward} patientId=${patient.id}></mw-episode-list>
                    <mw-patient-alarms .ward=${ward} .patient=${patient}></mw-patient-alarms>
                    <mw-trend-panels .ward=${ward} .settings=${patient.settings} patientId=${patient.id} range=${this.query.get('range') ?? '1h'}></mw-trend-panels>
                </div>
                <div class="column">
                    <mw-numerics-panel .patient=${patient} .settings=${patient.settings}></mw-numerics-panel>
                    <mw-news-panel .patient=${patient} .settings=${patient.settings}></mw-news-panel>
                    <mw-pause-panel .ward=${ward} .patient=${patient}></mw-pause-panel>
                    <mw-node-panel .ward=${ward} .patient=${patient} @nodes=${this.fetch}></mw-node-panel>
                    <mw-stay-panel .ward=${ward} .patient=${patient}></mw-stay-panel>
                </div>
                <mw-limits-panel .ward=${ward} .settings=${patient.settings} patientId=${patient.id}></mw-limits-panel>
            </div>
        `;
    }

    private head(patient: Patient) {
        const doubt = doubtOf(patient, serverClock.nowMillis());
        return html`
            <nav class="crumbs" aria-label="Breadcrumb"><a href="#/">Wall</a> <span aria-hidden="true">›</span> ${patient.ward}</nav>
            <header class="page-head patient-head" data-flash=${flashOf(patient) ?? nothing} data-priority=${patient.alarms.highest}>
                <h1>Bed ${patient.bed}</h1>
                <mw-identity-line .ward=${this.ward} patientId=${patient.id}></mw-identity-line>
                ${alarmLine(patient)} ${doubt ? html`<p class="doubt">${doubt}</p>` : nothing}
                <p class="ways">
                    <a class="button" href=${patientAddress(patient.id, 'review')}>Review</a>
                    <a class="button" href=${patientAddress(patient.id, 'report')}>Report</a>
                </p>
            </header>
        `;
    }

    private takeUp(settings: PatientDetail['settings']): void {
        this.detail = this.detail && { ...this.detail, settings };
    }

    private readonly fetch = async (): Promise<void> => {
        try {
            this.detail = await fetchPatient(this.patientId);
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    };
}
customElements.define('mw-patient-page', PatientPage);
