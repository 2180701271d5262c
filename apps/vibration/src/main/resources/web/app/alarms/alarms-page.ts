import { html, nothing } from 'lit';
import type { Alarm, Priority } from '../../kit/alarm/alarm';
import { AlarmQuery } from '../../kit/alarm/alarm-query';
import '../../kit/alarm/alarm-table';
import { count } from '../../kit/format/number';
import { Follow } from '../../kit/follow';
import { PageElement } from '../../kit/page-element';
import { setQuery } from '../../kit/routing/hash-router';
import type { Plant } from '../plant';
import { fetchAlarmHistory } from '../server';

const PRIORITIES: readonly { readonly value: Priority | ''; readonly name: string }[] = [
    { value: '', name: 'All priorities' },
    { value: 'high', name: 'High' },
    { value: 'medium', name: 'Medium' },
    { value: 'low', name: 'Low' },
];

/** Every alarm, with filters that live in the address. */
export class AlarmsPage extends PageElement {
    static override properties = { plant: { attribute: false }, query: { attribute: false } };
    declare plant: Plant;
    declare query: URLSearchParams;
    private readonly alarms = new AlarmQuery(this, () => this.plant.alarmsOf(this.query.get('machine') ?? '', this.state));

    constructor() {
        super();
        new Follow(this, () => this.plant.machines);
    }

    override connectedCallback(): void {
        super.connectedCallback();
        document.title = 'Alarms – Milliwatt maintenance';
    }

    protected override render() {
        const shown = this.alarms.result.filter((alarm) => this.wanted(alarm));
        return html`
            <header class="page-head">
                <h1>Alarms</h1>
                <p class="quiet" role="status">${this.alarms.fetched ? `${count(shown.length, 'alarm', 'alarms')} shown` : 'Fetching the alarms …'}</p>
            </header>
            <div class="panel">
                ${this.filters()} ${this.alarms.mistake ? html`<p class="mistake" role="alert">The alarms could not be fetched: ${this.alarms.mistake}</p>` : nothing}
                <mw-alarm-table
                    .alarms=${shown}
                    withSource
                    refusal=${this.plant.acknowledgeRefusal}
                    .fetchHistory=${fetchAlarmHistory}
                    empty=${this.state === 'open' ? 'No alarm is open. Choose “All” above to see closed ones.' : 'No alarm matches these filters.'}
                ></mw-alarm-table>
            </div>
        `;
    }

    private filters() {
        return html`
            <div class="controls filters">
                <div class="choice" role="group" aria-label="State">
                    <button aria-pressed=${this.state === 'open'} @click=${() => setQuery('state', 'open')}>Open</button>
                    <button aria-pressed=${this.state === 'all'} @click=${() => setQuery('state', 'all')}>All</button>
                </div>
                <select aria-label="Priority" @change=${choose('priority')}>
                    ${PRIORITIES.map(({ value, name }) => html`<option value=${value} ?selected=${value === (this.query.get('priority') ?? '')}>${name}</option>`)}
                </select>
                <select aria-label="Machine" @change=${choose('machine')}>
                    <option value="">All machines</option>
                    ${[...this.plant.machines.all]
                        .sort((left, right) => left.name.localeCompare(right.name))
                        .map(({ id, name }) => html`<option value=${id} ?selected=${id === this.query.get('machine')}>${name}</option>`)}
                </select>
            </div>
        `;
    }

    private wanted(alarm: Alarm): boolean {
        return !this.query.get('priority') || alarm.priority === this.query.get('priority');
    }

    private get state(): 'open' | 'all' {
        return this.query.get('state') === 'all' ? 'all' : 'open';
    }
}
customElements.define('mw-alarms-page', AlarmsPage);

function choose(name: string): (event: Event) => void {
    return (event) => setQuery(name, (event.target as HTMLSelectElement).value);
}
