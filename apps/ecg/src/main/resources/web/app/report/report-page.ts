import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { serverClock } from '../../kit/clock/server-clock';
import { count, fixed } from '../../kit/format/number';
import { fullMoment, moment } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import { PageElement } from '../../kit/page-element';
import { setQuery } from '../../kit/routing/hash-router';
import type { Episode } from '../episode/episode';
import { verdictLine } from '../episode/episode-verdict';
import type { PatientDetail } from '../patient/patient';
import type { AlarmBurden } from '../server';
import { fetchAlarmBurden, fetchEpisodes, fetchPatient, fetchSummary, patientAddress } from '../server';
import type { Ward } from '../ward';
import { beatsInWords, burdenInWords, fibrillationInWords, hoursTable, rateInWords } from './report-hours';
import './report-strips';
import './report-variability';
import type { Summary } from './summary';

const HOUR_MILLIS = 3_600_000;
const HOURS = [1, 4, 8, 24] as const;
const MOST_EPISODES = 2000;
const MOST_LISTED = 60;

interface Findings {
    readonly patient: PatientDetail;
    readonly episodes: readonly Episode[];
    readonly summary: Summary;
    readonly burden: AlarmBurden;
    readonly toMillis: number;
}

/** What happened to one patient in the last hours, on sheets that can be printed. */
export class ReportPage extends PageElement {
    static override properties = {
        ward: { attribute: false },
        patientId: { type: String },
        query: { attribute: false },
        findings: { state: true },
        mistake: { state: true },
    };
    declare ward: Ward;
    declare patientId: string;
    declare query: URLSearchParams;
    declare findings: Findings | undefined;
    declare mistake: string;
    private fetched = '';

    constructor() {
        super();
        this.mistake = '';
    }

    protected override willUpdate(_changed: PropertyValues): void {
        const wanted = `${this.patientId} ${this.hours}`;
        if (wanted !== this.fetched) {
            this.fetched = wanted;
            this.findings = undefined;
            void this.fetch();
        }
    }

    protected override render() {
        document.title = 'Report – Milliwatt monitoring';
        return html`
            <nav class="crumbs" aria-label="Breadcrumb">
                <a href="#/">Wall</a> <span aria-hidden="true">›</span> <a href=${patientAddress(this.patientId)}>${this.name}</a>
                <span aria-hidden="true">›</span> Report
            </nav>
            <header class="page-head">
                <h1>ECG report</h1>
                <div class="choice" role="group" aria-label="Hours in the report">
                    ${HOURS.map((hours) => html`<button aria-pressed=${hours === this.hours} @click=${() => setQuery('hours', String(hours))}>${hours} h</button>`)}
                </div>
                <button class="primary" @click=${() => window.print()}>Print</button>
            </header>
            ${this.mistake ? html`<p class="mistake" role="alert">The report could not be made: ${this.mistake}</p>` : nothing}
            ${this.findings ? this.sheets(this.findings) : this.mistake ? nothing : html`<p class="empty" aria-busy="true">Gathering the report …</p>`}
        `;
    }

    private sheets({ patient, episodes, summary, burden, toMillis }: Findings) {
        return html`
            <article class="report panel">
                <dl class="facts figures">
                    <dt>Patient</dt><dd>${patient.id}, bed ${patient.bed}, ${patient.ward}</dd>
                    <dt>From</dt><dd>${fullMoment(toMillis - this.hours * HOUR_MILLIS)}</dd>
                    <dt>To</dt><dd>${fullMoment(toMillis)}</dd>
                    <dt>Heart rate</dt><dd>${rateInWords(summary.whole)}</dd>
                    <dt>Beats</dt><dd>${beatsInWords(summary.whole)}</dd>
                    <dt>Atrial fibrillation</dt><dd>${fibrillationInWords(summary.whole)}</dd>
                    <dt>SDNN, RMSSD</dt><dd>${fixed(summary.whole.sdnnMillis, 0)} ms, ${fixed(summary.whole.rmssdMillis, 0)} ms, of the sinus beats of the whole span</dd>
                    <dt>NEWS2 now</dt><dd>${patient.news ? `${patient.news.complete ? '' : 'at least '}${patient.news.score}` : 'not known'}</dd>
                    <dt>Alarms</dt><dd>${burdenInWords(burden)}</dd>
                    <dt>Classes by</dt><dd>model version ${patient.nodes[0]?.modelVersion ?? 'not reported'} on the node; labels of people count before it</dd>
                </dl>
                ${hoursTable(summary)}
                <h2>Events: ${count(episodes.length, 'event', 'events')}</h2>
                ${episodes.length === 0 ? html`<p>Nothing happened in this span.</p>` : html`<p class="figures">${byClass(episodes)}</p>${table(episodes.slice(0, MOST_LISTED))}`}
                ${episodes.length > MOST_LISTED ? html`<p class="quiet">The newest ${MOST_LISTED} are listed; the review has all of them.</p>` : nothing}
                <mw-report-strips .episodes=${episodes}></mw-report-strips>
                <mw-report-variability patientId=${patient.id} toMillis=${toMillis}></mw-report-variability>
                <p class="source quiet">${this.ward.intendedUse}</p>
                <p class="sign">Reviewed by <span></span> on <span></span></p>
            </article>
        `;
    }

    private get name(): string {
        const patient = this.ward.patients.find(this.patientId);
        return patient ? `Bed ${patient.bed}` : this.patientId;
    }

    private get hours(): number {
        return HOURS.find((hours) => String(hours) === this.query.get('hours')) ?? 1;
    }

    private async fetch(): Promise<void> {
        const asked = this.fetched;
        const toMillis = serverClock.nowMillis();
        const fromMillis = toMillis - this.hours * HOUR_MILLIS;
        try {
            const [patient, episodes, summary, burden] = await Promise.all([
                fetchPatient(this.patientId),
                fetchEpisodes(this.patientId, fromMillis, toMillis, MOST_EPISODES),
                fetchSummary(this.patientId, fromMillis, toMillis),
                fetchAlarmBurden(this.patientId, fromMillis, toMillis),
            ]);
            if (asked === this.fetched) {
                this.findings = { patient, episodes, summary, burden, toMillis };
                this.mistake = '';
            }
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }
}
customElements.define('mw-report-page', ReportPage);

/** “Ventricular couplet 12, pause 3”, the most frequent first. */
function byClass(episodes: readonly Episode[]): string {
    const counts = new Map<string, number>();
    episodes.forEach(({ words }) => counts.set(words, (counts.get(words) ?? 0) + 1));
    return [...counts]
        .sort(([, left], [, right]) => right - left)
        .map(([words, amount]) => `${words} ${amount}`)
        .join(', ');
}

function table(episodes: readonly Episode[]) {
    return html`
        <table class="sheet cards events">
            <thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col" class="number">Rate, /min</th><th scope="col" class="number">Length</th><th scope="col">Verdict</th></tr></thead>
            <tbody>
                ${episodes.map(
                    ({ onsetAt, words, heartRate, durationMillis, verdict }) => html`
                        <tr>
                            <td class="figures" data-label="When">${moment(onsetAt)}</td>
                            <td data-label="What">${words}</td>
                            <td class="number" data-label="Rate, /min">${fixed(heartRate, 0)}</td>
                            <td class="number" data-label="Length">${durationMillis === null ? '–' : `${fixed(durationMillis / 1000, 1)} s`}</td>
                            <td data-label="Verdict">${verdict ? verdictLine(verdict) : html`<span class="quiet">not judged</span>`}</td>
                        </tr>
                    `,
                )}
            </tbody>
        </table>
    `;
}
