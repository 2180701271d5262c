import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { serverClock } from '../../kit/clock/server-clock';
import { Follow } from '../../kit/follow';
import { moment } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import { PageElement } from '../../kit/page-element';
import { setQuery } from '../../kit/routing/hash-router';
import type { Episode } from '../episode/episode';
import { fetchEpisodes, patientAddress } from '../server';
import type { Ward } from '../ward';
import { MINUTE_MILLIS } from './minute-row';
import './review-strip';

const ROWS = [5, 10, 30] as const;
const MOST_EPISODES = 200;

/** Everything that was recorded, minute by minute, and below it the stretch that was chosen, down to single beats. */
export class ReviewPage extends PageElement {
    static override properties = {
        ward: { attribute: false },
        patientId: { type: String },
        query: { attribute: false },
        episodes: { state: true },
        mistake: { state: true },
    };
    declare ward: Ward;
    declare patientId: string;
    declare query: URLSearchParams;
    declare episodes: readonly Episode[];
    declare mistake: string;
    private fetchedFrom = 0;
    private openedMillis = serverClock.nowMillis();

    constructor() {
        super();
        this.episodes = [];
        this.mistake = '';
        new Follow(this, () => this.ward.patients);
    }

    protected override willUpdate(_changed: PropertyValues): void {
        document.title = `Review – Milliwatt monitoring`;
        if (this.firstRow !== this.fetchedFrom) {
            this.fetchedFrom = this.firstRow;
            void this.fetch();
        }
    }

    protected override render() {
        const patient = this.ward.patients.find(this.patientId);
        const name = patient ? `Bed ${patient.bed}` : this.patientId;
        return html`
            <nav class="crumbs" aria-label="Breadcrumb">
                <a href="#/">Wall</a> <span aria-hidden="true">›</span> <a href=${patientAddress(this.patientId)}>${name}</a> <span aria-hidden="true">›</span> Review
            </nav>
            <header class="page-head">
                <h1>${name}: review</h1>
                ${this.controls()}
            </header>
            ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing}
            <section class="panel disclosure" aria-label="Full disclosure" @moment=${(event: CustomEvent<number>) => this.show(event.detail)}>
                ${Array.from({ length: this.rows }, (_, index) => this.row(this.firstRow + index * MINUTE_MILLIS))}
            </section>
            <mw-review-strip
                .ward=${this.ward}
                patientId=${this.patientId}
                at=${this.at}
                seconds=${this.seconds}
                @moment=${(event: CustomEvent<number>) => this.show(event.detail)}
            ></mw-review-strip>
        `;
    }

    private controls() {
        const page = this.rows * MINUTE_MILLIS;
        return html`
            <div class="controls filters review-controls">
                <button @click=${() => this.show(this.at - page)}>‹ Earlier</button>
                <label class="inline">At <input type="datetime-local" step="1" .value=${localTime(this.at)} @change=${this.goTo} /></label>
                <button @click=${() => this.show(this.at + page)}>Later ›</button>
                <button @click=${this.showNewest}>Newest</button>
                <select aria-label="Minutes shown" @change=${(event: Event) => setQuery('rows', (event.target as HTMLSelectElement).value)}>
                    ${ROWS.map((rows) => html`<option value=${rows} ?selected=${rows === this.rows}>${rows} minutes</option>`)}
                </select>
                <select aria-label="Lead" @change=${(event: Event) => setQuery('lead', (event.target as HTMLSelectElement).value)}>
                    ${[1, 2].map((lead) => html`<option value=${lead} ?selected=${lead === this.channel + 1}>Lead ${lead}</option>`)}
                </select>
            </div>
        `;
    }

    private row(fromMillis: number) {
        const half = (this.seconds * 1000) / 2;
        return html`
            <mw-minute-row
                patientId=${this.patientId}
                channel=${this.channel}
                fromMillis=${fromMillis}
                shownFrom=${this.at - half}
                shownTo=${this.at + half}
                .episodes=${this.episodes}
            ></mw-minute-row>
        `;
    }

    private get at(): number {
        const given = Date.parse(this.query.get('at') ?? '');
        return Number.isFinite(given) ? given : this.openedMillis - 5000;
    }

    private get rows(): number {
        return ROWS.find((rows) => String(rows) === this.query.get('rows')) ?? 10;
    }

    private get seconds(): number {
        return Number(this.query.get('seconds')) || 10;
    }

    private get channel(): number {
        return this.query.get('lead') === '2' ? 1 : 0;
    }

    /** Pages of minutes are aligned, so that pointing into a row does not move the rows; none of them lies in the future. */
    private get firstRow(): number {
        const page = this.rows * MINUTE_MILLIS;
        const newest = (Math.floor(this.openedMillis / MINUTE_MILLIS) + 1) * MINUTE_MILLIS - page;
        return Math.min(Math.floor(this.at / page) * page, newest);
    }

    private show(t: number): void {
        setQuery('at', new Date(Math.round(t)).toISOString());
    }

    private showNewest(): void {
        this.openedMillis = serverClock.nowMillis();
        this.show(this.openedMillis - this.seconds * 500);
    }

    private goTo(event: Event): void {
        const given = new Date((event.target as HTMLInputElement).value).getTime();
        if (Number.isFinite(given)) {
            this.show(given);
        }
    }

    private async fetch(): Promise<void> {
        try {
            this.episodes = await fetchEpisodes(this.patientId, this.firstRow, this.firstRow + this.rows * MINUTE_MILLIS, MOST_EPISODES);
            this.mistake = '';
        } catch (problem) {
            this.mistake = `The events of ${moment(this.firstRow)} could not be fetched: ${sentenceOf(problem)}`;
        }
    }
}
customElements.define('mw-review-page', ReviewPage);

/** As the input wants it: local time without a zone. */
function localTime(t: number): string {
    const date = new Date(t);
    return new Date(t - date.getTimezoneOffset() * MINUTE_MILLIS).toISOString().slice(0, 19);
}
