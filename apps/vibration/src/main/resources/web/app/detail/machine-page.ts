import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { SecondTick } from '../../kit/clock/second-tick';
import { Follow } from '../../kit/follow';
import { fixed } from '../../kit/format/number';
import { age } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import { PageElement } from '../../kit/page-element';
import type { Machine, MachineDetail } from '../machine/machine';
import { stateMark } from '../machine/marks';
import type { Plant } from '../plant';
import { fetchMachine } from '../server';
import './baseline-panel';
import './capture-panels';
import { Captures } from './captures';
import './condition-panel';
import './energy-panel';
import './machine-alarms';
import './node-panel';
import './trend-panels';
import './verdict-panel';

/** What only the detail holds, such as the node's ring, is not sent over the live link. */
const NODE_STATE_EVERY_MILLIS = 15_000;

/** One machine: how it is, how it got there, and the evidence. */
export class MachinePage extends PageElement {
    static override properties = {
        plant: { attribute: false },
        machineId: { type: String },
        query: { attribute: false },
        detail: { state: true },
        mistake: { state: true },
    };
    declare plant: Plant;
    declare machineId: string;
    declare query: URLSearchParams;
    declare detail: MachineDetail | undefined;
    declare mistake: string;
    private captures: Captures | undefined;
    private refresh = 0;

    constructor() {
        super();
        this.mistake = '';
        new Follow(this, () => this.plant.machines);
        new SecondTick(this);
    }

    override connectedCallback(): void {
        super.connectedCallback();
        this.refresh = window.setInterval(() => this.plant.live.link.kind === 'open' && void this.fetch(), NODE_STATE_EVERY_MILLIS);
        this.plant.addEventListener('reloaded', this.fetch);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        window.clearInterval(this.refresh);
        this.plant.removeEventListener('reloaded', this.fetch);
        this.captures?.close();
    }

    protected override willUpdate(changed: PropertyValues): void {
        if (changed.has('machineId')) {
            this.captures?.close();
            this.captures = new Captures(this.plant, this.machineId);
            this.captures.open();
            this.detail = undefined;
            void this.fetch();
        }
    }

    protected override render() {
        if (!this.detail) {
            return this.mistake
                ? html`<div class="empty"><p>${this.mistake}</p><p><a href="#/">Go to the machines</a></p></div>`
                : html`<div class="empty" aria-busy="true"><p>Fetching the machine …</p></div>`;
        }
        const machine: MachineDetail = { ...this.detail, ...this.plant.machines.find(this.machineId) };
        document.title = `${machine.name} – Milliwatt maintenance`;
        return html`
            ${this.head(machine)}
            <div class="machine-grid">
                <mw-condition-panel .machine=${machine}></mw-condition-panel>
                <mw-verdict-panel .machine=${machine} .captures=${this.captures}></mw-verdict-panel>
                <mw-trend-panels .machine=${machine} .plant=${this.plant} range=${this.query.get('range') ?? '10m'}></mw-trend-panels>
                <mw-machine-alarms .plant=${this.plant} machineId=${machine.id}></mw-machine-alarms>
                <mw-capture-panels .captures=${this.captures} .orders=${machine.orders} shaftHz=${machine.shaftSpeedRpm / 60}></mw-capture-panels>
                <mw-node-panel .machine=${machine}></mw-node-panel>
                <mw-baseline-panel .plant=${this.plant} machineId=${machine.id}></mw-baseline-panel>
                <mw-energy-panel machineId=${machine.id}></mw-energy-panel>
            </div>
        `;
    }

    private head(machine: Machine) {
        return html`
            <nav class="crumbs" aria-label="Breadcrumb"><a href="#/">Machines</a> <span aria-hidden="true">›</span> ${machine.area}</nav>
            <header class="page-head">
                <h1>${machine.name}</h1>
                ${stateMark(machine.state)}
                <p class="quiet figures">
                    ${machine.bearing} · ${fixed(machine.shaftSpeedRpm, 0)} rpm (${fixed(machine.shaftSpeedRpm / 60, 2)} Hz)
                    ${machine.lastSeenAt ? html` · <span class="age">data ${age(machine.lastSeenAt)}</span>` : nothing}
                </p>
            </header>
        `;
    }

    private readonly fetch = async (): Promise<void> => {
        try {
            this.detail = await fetchMachine(this.machineId);
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    };
}
customElements.define('mw-machine-page', MachinePage);
