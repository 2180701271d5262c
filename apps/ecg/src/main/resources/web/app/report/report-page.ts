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
import { fetchBeats, fetchEpisodes, fetchPatient, patientAddress } from '../server';
import type { Ward } from '../ward';
import { BEAT_CLASSES, BEAT_WORDS, classOf } from '../review/label';
import type { BeatLabel } from '../review/label';
import './report-strips';
import './report-variability';

const HOUR_MILLIS = 3_600_000;
const HOURS = [1, 4, 8, 24] as const;
const MOST_EPISODES = 500;

interface Findings {
    readonly patient: PatientDetail;
    readonly episodes: readonly Episode[];
    readonly beats: Readonly<Partial<Record<BeatLabel, number>>>;
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
                <a href="#/">Wall</a> <span aria-hidden="true">›</span> <a href=${patientAddress(this.patientId)}>${this.ward.patients.find(this.patientId)?.bed ?? this.patientId}</a>
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

    private sheets({ patient, episodes, beats, toMillis }: Findings) {
        return html`
            <article class="report panel">
                <dl class="facts figures">
                    <dt>Patient</dt><dd>${patient.id}, bed ${patient.bed}, ${patient.ward}</dd>
                    <dt>From</dt><dd>${fullMoment(toMillis - this.hours * HOUR_MILLIS)}</dd>
                    <dt>To</dt><dd>${fullMoment(toMillis)}</dd>
                    <dt>Heart rate now</dt><dd>${fixed(patient.numerics?.heartRate, 0)} /min</dd>
                    <dt>NEWS2</dt><dd>${patient.news ? `${patient.news.complete ? '' : 'at least '}${patient.news.score}` : 'not known'}</dd>
                    <dt>Beats</dt><dd>${beatsInWords(beats)}</dd>
                    <dt>Classes by</dt><dd>model version ${patient.nodes[0]?.modelVersion ?? 'not reported'} on the node; labels of people count before it</dd>
                </dl>
                <h2>Events: ${count(episodes.length, 'event', 'events')}</h2>
                ${episodes.length === 0 ? html`<p>Nothing happened in this span.</p>` : table(episodes)}
                <mw-report-strips .episodes=${episodes}></mw-report-strips>
                <mw-report-variability patientId=${patient.id} toMillis=${toMillis}></mw-report-variability>
                <p class="sign">Reviewed by <span></span> on <span></span></p>
            </article>
        `;
    }

    private get hours(): number {
        return HOURS.find((hours) => String(hours) === this.query.get('hours')) ?? 1;
    }

    private async fetch(): Promise<void> {
        const asked = this.fetched;
        const toMillis = serverClock.nowMillis();
        const fromMillis = toMillis - this.hours * HOUR_MILLIS;
        try {
            const [patient, episodes, beats] = await Promise.all([
                fetchPatient(this.patientId),
                fetchEpisodes(this.patientId, fromMillis, toMillis, MOST_EPISODES),
                fetchBeats(this.patientId, fromMillis, toMillis),
            ]);
            if (asked === this.fetched) {
                const counts: Partial<Record<BeatLabel, number>> = {};
                beats.forEach((beat) => (counts[classOf(beat)] = (counts[classOf(beat)] ?? 0) + 1));
                this.findings = { patient, episodes, beats: counts, toMillis };
                this.mistake = '';
            }
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }
}
customElements.define('mw-report-page', ReportPage);

function beatsInWords(beats: Findings['beats']): string {
    const total = BEAT_CLASSES.reduce((sum, name) => sum + (beats[name] ?? 0), 0);
    return total === 0
        ? 'none'
        : `${total}: ${BEAT_CLASSES.filter((name) => beats[name])
              .map((name) => `${beats[name]} ${name} (${BEAT_WORDS[name]})`)
              .join(', ')}`;
}

function table(episodes: readonly Episode[]) {
    return html`
        <table class="sheet cards">
            <thead><tr><th scope="col">When</th><th scope="col">What</th><th scope="col" class="number">Heart rate</th><th scope="col" class="number">Length</th><th scope="col">Verdict</th></tr></thead>
            <tbody>
                ${episodes.map(
                    ({ onsetAt, words, heartRate, durationMillis, verdict }) => html`
                        <tr>
                            <td class="figures" data-label="When">${moment(onsetAt)}</td>
                            <td data-label="What">${words}</td>
                            <td class="number" data-label="Heart rate">${fixed(heartRate, 0)}</td>
                            <td class="number" data-label="Length">${durationMillis === null ? '–' : `${fixed(durationMillis / 1000, 1)} s`}</td>
                            <td data-label="Verdict">${verdict ? verdictLine(verdict) : html`<span class="quiet">not judged</span>`}</td>
                        </tr>
                    `,
                )}
            </tbody>
        </table>
    `;
}
