import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { serverClock } from '../../kit/clock/server-clock';
import { timeText } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import { speaker } from '../../kit/language/words';
import '../../kit/notice/confirm-dialog';
import type { ConfirmDialog } from '../../kit/notice/confirm-dialog';
import { PageElement } from '../../kit/page-element';
import { setQuery } from '../../kit/routing/hash-router';
import { DAY_MILLIS } from '../day';
import type { Farm } from '../farm';
import './audit-panel';
import './blackout-panel';
import './manual-run-dialog';
import type { ManualRunDialog } from './manual-run-dialog';
import { nightAt } from './night';
import './night-board';
import './run-table';
import './waiting-panel';
import type { Run, Schedule } from './schedule';
import { cancelRun, fetchSchedule } from './schedule';
import words from './words.json';

const say = speaker(words);
const DAY = { weekday: 'short', day: 'numeric', month: 'short' } as const;

/** What runs when: one night at a time, with water by hand and everything that can be called off. */
export class SchedulePage extends PageElement {
    static override properties = { farm: { attribute: false }, query: { attribute: false }, schedule: { state: true }, mistake: { state: true } };
    declare farm: Farm;
    declare query: URLSearchParams;
    declare schedule: Schedule | undefined;
    declare mistake: string;
    private asked = '';

    constructor() {
        super();
        this.mistake = '';
        this.addEventListener('cancel-run', (event) => this.cancel((event as CustomEvent<Run>).detail));
        this.addEventListener('run-started', (event) => this.take((event as CustomEvent<Run>).detail));
        this.addEventListener('blackouts-changed', () => this.fetch());
    }

    override connectedCallback(): void {
        super.connectedCallback();
        this.farm.addEventListener('reloaded', this.fetch);
        this.farm.addEventListener('run', this.takeEvent);
        this.farm.addEventListener('recommendation', this.fetch);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.farm.removeEventListener('reloaded', this.fetch);
        this.farm.removeEventListener('run', this.takeEvent);
        this.farm.removeEventListener('recommendation', this.fetch);
    }

    protected override willUpdate(_changed: PropertyValues): void {
        if (this.asked !== String(this.later)) {
            this.asked = String(this.later);
            void this.fetch();
        }
    }

    protected override render() {
        document.title = `${say('title')} – ${this.farm.product}`;
        const { fromMillis, toMillis } = this.night;
        return html`
            <header class="page-head">
                <h1>${say('title')}</h1>
                <div class="choice" role="group" aria-label=${say('night')}>
                    <button aria-label=${say('before')} @click=${() => setQuery('night', String(this.later - 1))}>‹</button>
                    <button aria-pressed=${this.later === 0} @click=${() => setQuery('night', '0')}>${this.later === 0 ? say('thisNight') : `${timeText(fromMillis, DAY)} – ${timeText(toMillis, DAY)}`}</button>
                    <button aria-label=${say('after')} @click=${() => setQuery('night', String(this.later + 1))}>›</button>
                </div>
                ${this.farm.mayDecide ? html`<button class="primary" @click=${this.manual}>${say('manual')}</button>` : html`<p class="quiet">${this.farm.refusal}</p>`}
            </header>
            ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing}
            ${this.schedule ? this.content(this.schedule) : html`<div class="empty" aria-busy="true"><p>${say('fetching')}</p></div>`}
            <mw-manual-run-dialog .zones=${this.farm.zones.all}></mw-manual-run-dialog>
            <mw-confirm-dialog></mw-confirm-dialog>
        `;
    }

    private content(schedule: Schedule) {
        return html`
            <div class="stack-of-panels">
                <section class="panel" aria-label=${say('board')}>
                    <mw-night-board .schedule=${schedule} .night=${this.night}></mw-night-board>
                    <ul class="board-key">
                        ${(['planned', 'running', 'done', 'failed'] as const).map((state) => html`<li><span class="piece" data-state=${state}></span> ${say(state)}</li>`)}
                        <li><span class="blackout"></span> ${say('blackoutKey')}</li>
                    </ul>
                </section>
                ${this.later === 0 ? html`<mw-waiting-panel .farm=${this.farm}></mw-waiting-panel>` : nothing}
                <section class="panel" aria-labelledby="runs-title"><header><h2 id="runs-title">${say('runs')}</h2></header><mw-run-table .runs=${schedule.runs} ?mayCancel=${this.farm.mayDecide}></mw-run-table></section>
                <mw-blackout-panel .farm=${this.farm} .blackouts=${schedule.blackouts} .sources=${schedule.sources}></mw-blackout-panel>
                ${this.farm.mayDecide ? html`<mw-audit-panel></mw-audit-panel>` : nothing}
            </div>
        `;
    }

    private get later(): number {
        return Math.trunc(Number(this.query.get('night') ?? 0)) || 0;
    }

    private get night() {
        return nightAt(serverClock.nowMillis(), this.later);
    }

    private manual(): void {
        void this.querySelector<ManualRunDialog>('mw-manual-run-dialog')?.open();
    }

    private cancel(run: Run): void {
        void this.querySelector<ConfirmDialog>('mw-confirm-dialog')?.ask({
            name: say(run.state === 'running' ? 'stopRun' : 'cancelRun'),
            warning: say('cancelFollows', { zone: run.zoneName }),
            run: async () => this.take(await cancelRun(run.id, say('calledOff'))),
        });
    }

    private take(run: Run): void {
        if (this.schedule) {
            this.schedule = { ...this.schedule, runs: [...this.schedule.runs.filter(({ id }) => id !== run.id), run] };
        }
    }

    private readonly takeEvent = (event: Event): void => this.take((event as CustomEvent<Run>).detail);

    private readonly fetch = async (): Promise<void> => {
        const asked = this.asked;
        try {
            const { fromMillis, toMillis } = this.night;
            const schedule = await fetchSchedule(this.later === 0 ? Math.min(fromMillis, serverClock.nowMillis() - DAY_MILLIS / 2) : fromMillis, toMillis);
            if (asked === this.asked) {
                this.schedule = schedule;
                this.mistake = '';
            }
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    };
}
customElements.define('mw-schedule-page', SchedulePage);
