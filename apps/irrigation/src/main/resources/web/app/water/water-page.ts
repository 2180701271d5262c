import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { serverClock } from '../../kit/clock/server-clock';
import { fixed, percent } from '../../kit/format/number';
import { timeText } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { setQuery } from '../../kit/routing/hash-router';
import { measured } from '../../kit/units/measure';
import { dayAndYearText, isoDay } from '../day';
import type { Farm } from '../farm';
import { money } from '../recommendation/amounts';
import type { Grouping, WaterRow, WaterUse } from './water';
import { GROUPINGS, fetchWater, waterAddress } from './water';
import words from './words.json';

const say = speaker(words);

/** Water used in a span of days, by zone, source or month; the same as CSV and PDF for whoever asks for it. */
export class WaterPage extends PageElement {
    static override properties = { farm: { attribute: false }, query: { attribute: false }, use: { state: true }, mistake: { state: true } };
    declare farm: Farm;
    declare query: URLSearchParams;
    declare use: WaterUse | undefined;
    declare mistake: string;
    private asked = '';

    constructor() {
        super();
        this.mistake = '';
    }

    override connectedCallback(): void {
        super.connectedCallback();
        this.farm.addEventListener('reloaded', this.fetch);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.farm.removeEventListener('reloaded', this.fetch);
    }

    protected override willUpdate(_changed: PropertyValues): void {
        const wanted = `${this.from} ${this.to} ${this.by}`;
        if (wanted !== this.asked) {
            this.asked = wanted;
            void this.fetch();
        }
    }

    protected override render() {
        document.title = `${say('title')} – ${this.farm.product}`;
        return html`
            <header class="page-head">
                <h1>${say('title')}</h1>
                <label class="controls">${say('from')} <input type="date" .value=${this.from} max=${this.to} @change=${choose('from')} /></label>
                <label class="controls">${say('to')} <input type="date" .value=${this.to} min=${this.from} @change=${choose('to')} /></label>
                <div class="choice" role="group" aria-label=${say('by')}>${GROUPINGS.map((by) => html`<button aria-pressed=${by === this.by} @click=${() => setQuery('by', by)}>${say(`by-${by}`)}</button>`)}</div>
                <span class="tools controls"><a class="button" href=${waterAddress(this.from, this.to, this.by, '.csv')} download>CSV</a> <a class="button" href=${waterAddress(this.from, this.to, this.by, '.pdf')} download>PDF</a></span>
            </header>
            <p class="print-only">${say('span', { from: dayAndYearText(this.from), to: dayAndYearText(this.to) })}</p>
            ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing}
            ${this.use ? this.table(this.use) : html`<div class="empty" aria-busy="true"><p>${say('fetching')}</p></div>`}
        `;
    }

    private table(use: WaterUse) {
        const most = Math.max(...use.rows.map(({ cubicMetres }) => cubicMetres), 1);
        return use.rows.length === 0
            ? html`<div class="empty"><p>${say('none')}</p></div>`
            : html`
                  <section class="panel" aria-label=${say('title')}>
                      <table class="sheet cards water-use" role="table">
                          <caption class="visually-hidden">${say('title')}</caption>
                          <thead role="rowgroup">
                              <tr role="row">
                                  <th role="columnheader" scope="col">${say(`by-${this.by}`)}</th>
                                  ${(['water', 'depth', 'share', 'cost', 'energy', 'runs', 'metered'] as const).map((key) => html`<th role="columnheader" scope="col" class="number">${say(key)}</th>`)}
                              </tr>
                          </thead>
                          <tbody role="rowgroup">${use.rows.map((row) => this.row(row, nameOf(row, this.by), use.currency, row.cubicMetres / most))}</tbody>
                          <tfoot role="rowgroup">${this.row(use.total, say('total'), use.currency, undefined)}</tfoot>
                      </table>
                  </section>
              `;
    }

    private row(row: WaterRow, name: string, currency: string | null, share: number | undefined) {
        const cell = (key: Parameters<typeof say>[0], text: string) => html`<td role="cell" class="number" data-label=${say(key)} data-says=${text === '–' ? 'nothing' : 'something'}>${text}</td>`;
        return html`
            <tr role="row">
                <th role="rowheader" scope="row">${name}${share === undefined ? nothing : html`<span class="share" .style=${`width: ${(100 * share).toFixed(0)}%`} aria-hidden="true"></span>`}</th>
                ${cell('water', measured('volume', row.cubicMetres))} ${cell('depth', measured('waterDepth', row.millimetres))} ${cell('share', row.percentOfAllocation == null ? '–' : `${fixed(row.percentOfAllocation, 1)} %`)}
                ${cell('cost', row.cost == null || !currency ? '–' : money({ amount: row.cost, currency }))} ${cell('energy', row.energyKilowattHours == null ? '–' : `${fixed(row.energyKilowattHours, 0)} kWh`)}
                ${cell('runs', fixed(row.runs, 0))} ${cell('metered', row.meteredShare == null ? '–' : row.meteredShare === 0 ? '0 %' : percent(row.meteredShare))}
            </tr>
        `;
    }

    private get by(): Grouping {
        return GROUPINGS.find((by) => by === this.query.get('by')) ?? 'zone';
    }

    /** From the first of January unless the reader chose otherwise: allocations are mostly given by year or season. */
    private get from(): string {
        return this.query.get('from') || `${new Date(serverClock.nowMillis()).getUTCFullYear()}-01-01`;
    }

    private get to(): string {
        return this.query.get('to') || isoDay(serverClock.nowMillis());
    }

    private readonly fetch = async (): Promise<void> => {
        const asked = this.asked;
        try {
            const use = await fetchWater(this.from, this.to, this.by);
            if (asked === this.asked) {
                this.use = use;
                this.mistake = '';
            }
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    };
}
customElements.define('mw-water-page', WaterPage);

function choose(name: string): (event: Event) => void {
    return (event) => setQuery(name, (event.target as HTMLInputElement).value);
}

function nameOf({ id, name }: WaterRow, by: Grouping): string {
    const month = name ?? id ?? '';
    return by === 'month' && /^\d{4}-\d{2}$/.test(month) ? timeText(`${month}-15T12:00:00Z`, { month: 'long', year: 'numeric', timeZone: 'UTC' }) : month;
}
