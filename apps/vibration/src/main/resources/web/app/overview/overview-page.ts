import { html, nothing } from 'lit';
import { Follow } from '../../kit/follow';
import { count } from '../../kit/format/number';
import { PageElement } from '../../kit/page-element';
import { setQuery } from '../../kit/routing/hash-router';
import type { Machine, MachineState } from '../machine/machine';
import { byUrgency } from '../machine/machine';
import { STATE_WORDS, stateMark } from '../machine/marks';
import type { Plant } from '../plant';
import './machine-table';

const STATES: readonly MachineState[] = ['alarm', 'warning', 'normal', 'stopped', 'no-data'];

/** All machines, the most urgent first, with a count of each state and a filter. */
export class OverviewPage extends PageElement {
    static override properties = { plant: { attribute: false }, query: { attribute: false } };
    declare plant: Plant;
    declare query: URLSearchParams;

    constructor() {
        super();
        new Follow(this, () => this.plant);
        new Follow(this, () => this.plant.machines);
    }

    override connectedCallback(): void {
        super.connectedCallback();
        document.title = 'Machines – Milliwatt maintenance';
    }

    protected override render() {
        const machines = this.plant.machines.all;
        return html`
            <header class="page-head">
                <h1>Machines</h1>
                ${this.counts(machines)}
                <label class="controls">
                    <span class="visually-hidden">Find by name, area or bearing</span>
                    <input type="search" placeholder="Find by name or area" .value=${this.query.get('find') ?? ''} @input=${this.find} />
                </label>
            </header>
            ${this.plant.mistake ? html`<p class="mistake" role="alert">The machines could not be fetched: ${this.plant.mistake}</p>` : nothing}
            ${this.list(machines)}
        `;
    }

    private counts(machines: readonly Machine[]) {
        return html`
            <ul class="state-counts">
                ${STATES.map((state) => {
                    const amount = machines.filter((machine) => machine.state === state).length;
                    const pressed = this.query.get('state') === state;
                    return amount > 0 || pressed
                        ? html`<li>
                              <button aria-pressed=${pressed} title=${`Show only: ${STATE_WORDS[state]}`} @click=${() => setQuery('state', pressed ? '' : state)}>
                                  ${stateMark(state)} <strong class="figures">${amount}</strong>
                              </button>
                          </li>`
                        : nothing;
                })}
            </ul>
        `;
    }

    private list(machines: readonly Machine[]) {
        if (!this.plant.machines.loaded) {
            return html`<div class="empty" aria-busy="true"><p>Fetching the machines …</p></div>`;
        }
        if (machines.length === 0) {
            return html`<div class="empty"><p>No machine has been set up yet. A machine appears here when a technician creates it and its node is enrolled.</p></div>`;
        }
        const shown = machines.filter((machine) => this.wanted(machine)).sort(byUrgency);
        return shown.length > 0
            ? html`<mw-machine-table .machines=${shown} .plant=${this.plant}></mw-machine-table>`
            : html`<div class="empty">
                  <p>None of ${count(machines.length, 'machine', 'machines')} matches this filter.</p>
                  <button @click=${() => (window.location.hash = '#/')}>Show all machines</button>
              </div>`;
    }

    private wanted(machine: Machine): boolean {
        const state = this.query.get('state');
        const text = (this.query.get('find') ?? '').trim().toLowerCase();
        return (!state || machine.state === state) && `${machine.name} ${machine.area} ${machine.bearing}`.toLowerCase().includes(text);
    }

    private find(event: Event): void {
        setQuery('find', (event.target as HTMLInputElement).value);
    }
}
customElements.define('mw-overview-page', OverviewPage);
