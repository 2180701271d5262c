import { html, nothing } from 'lit';
import { stateWords } from '../../kit/alarm/alarm';
import type { AlarmState } from '../../kit/alarm/alarm';
import { fixed } from '../../kit/format/number';
import { fullMoment, moment } from '../../kit/format/time';
import { serverClock } from '../../kit/clock/server-clock';
import { sentenceOf } from '../../kit/http/sentence';
import { PageElement } from '../../kit/page-element';
import { setQuery } from '../../kit/routing/hash-router';
import { byBed } from '../patient/patient';
import type { AlarmBurden, LogLine } from '../server';
import { fetchAlarmBurden, fetchAlarmLog, patientAddress } from '../server';
import type { Ward } from '../ward';

const LINES_AT_MOST = 300;
const DAY_MILLIS = 86_400_000;

/** What the alarm system did and what was done to it; kept by the server, so that it survives restarts. */
export class LogPage extends PageElement {
    static override properties = {
        ward: { attribute: false },
        query: { attribute: false },
        lines: { state: true },
        burden: { state: true },
        mistake: { state: true },
    };
    declare ward: Ward;
    declare query: URLSearchParams;
    declare lines: readonly LogLine[] | undefined;
    declare burden: AlarmBurden | undefined;
    declare mistake: string;
    private asked: string | undefined;

    constructor() {
        super();
        this.mistake = '';
    }

    override connectedCallback(): void {
        super.connectedCallback();
        document.title = 'Alarm log – Milliwatt monitoring';
        this.ward.addEventListener('reloaded', this.fetch);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.ward.removeEventListener('reloaded', this.fetch);
    }

    protected override willUpdate(): void {
        const patient = this.query.get('patient') ?? '';
        if (patient !== this.asked) {
            this.asked = patient;
            void this.fetch();
        }
    }

    protected override render() {
        return html`
            <header class="page-head">
                <h1>Alarm log</h1>
                <select aria-label="Patient" @change=${(event: Event) => setQuery('patient', (event.target as HTMLSelectElement).value)}>
                    <option value="">All patients</option>
                    ${[...this.ward.patients.all].sort(byBed).map(({ id, bed }) => html`<option value=${id} ?selected=${id === this.query.get('patient')}>Bed ${bed}</option>`)}
                </select>
                <button @click=${() => void this.fetch()}>Fetch again</button>
                ${this.ward.session.has('administrator') ? html`<a href="#/access">Who read names and took data away</a>` : nothing}
            </header>
            ${this.mistake ? html`<p class="mistake" role="alert">The log could not be fetched: ${this.mistake}</p>` : nothing}
            ${this.burden ? burdenLine(this.burden) : nothing}
            <div class="panel">${this.table()}</div>
        `;
    }

    private table() {
        if (!this.lines) {
            return html`<div class="empty" aria-busy="true"><p>Fetching the log …</p></div>`;
        }
        if (this.lines.length === 0) {
            return html`<div class="empty"><p>Nothing has been logged yet.</p></div>`;
        }
        return html`
            <table class="sheet cards" role="table">
                <caption class="visually-hidden">Alarm log, the newest first</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        ${['When', 'What', 'Patient', 'In words', 'By'].map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}
                    </tr>
                </thead>
                <tbody role="rowgroup">${this.lines.map((line) => this.line(line))}</tbody>
            </table>
        `;
    }

    private line({ at, kind, to, patientId, text, by }: LogLine) {
        const patient = patientId ? this.ward.patients.find(patientId) : undefined;
        const name = patient ? `Bed ${patient.bed}` : (patientId ?? 'all');
        return html`
            <tr role="row" data-kind=${kind}>
                <td role="cell" class="figures" data-label="When"><time datetime=${at} title=${fullMoment(at)}>${moment(at)}</time></td>
                <td role="cell" data-label="What">${whatHappened(kind, to)}</td>
                <td role="cell" data-label="Patient">${patient ? html`<a href=${patientAddress(patient.id)}>${name}</a>` : name}</td>
                <td role="cell">${text}</td>
                <td role="cell" data-label="By">${by ?? html`<span class="quiet">the system</span>`}</td>
            </tr>
        `;
    }

    private readonly fetch = async (): Promise<void> => {
        const now = serverClock.nowMillis();
        try {
            this.lines = await fetchAlarmLog(this.asked ?? '', LINES_AT_MOST);
            this.mistake = '';
            this.burden = await fetchAlarmBurden(this.asked ?? '', now - DAY_MILLIS, now);
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    };
}
customElements.define('mw-log-page', LogPage);

/** The step of an alarm in the words of the alarm list; anything else by its kind. */
function whatHappened(kind: string, to: string | null): string {
    const words = kind === 'alarm' && to ? stateWords(to as AlarmState) : undefined;
    return words ? `Alarm: ${words.toLowerCase()}` : kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ');
}

/** How much the alarms ask of the staff: a first-class figure, since most alarms of monitors are false. */
function burdenLine({ alarms, patientHours, perPatientHour, judged, rejected, rejectedShare }: AlarmBurden) {
    return html`
        <p class="burden figures">
            Last 24 hours: ${alarms} alarms in ${fixed(patientHours, 1)} patient-hours
            ${perPatientHour === null ? nothing : html`(<strong>${fixed(perPatientHour, 2)} per patient-hour</strong>)`};
            ${judged === 0 ? 'none was judged yet.' : `${judged} ${judged === 1 ? 'was' : 'were'} judged, ${rejected} of them false${rejectedShare === null ? '' : ` (${fixed(rejectedShare * 100, 0)} %)`}.`}
        </p>
    `;
}
