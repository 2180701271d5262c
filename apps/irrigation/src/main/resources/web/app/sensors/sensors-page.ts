import { html } from 'lit';
import { Follow } from '../../kit/follow';
import { sentenceOf } from '../../kit/http/sentence';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import type { Farm } from '../farm';
import type { Probe } from './probe';
import { fetchProbes } from './probe';
import './probe-card';
import type { Valve } from './valve';
import { fetchValves } from './valve';
import './valve-panel';
import words from './words.json';

const say = speaker(words);
const WORST_FIRST = ['silent', 'bad', 'watch', 'good'];

/** Every probe and valve in plain words, what needs somebody first. */
export class SensorsPage extends PageElement {
    static override properties = { farm: { attribute: false }, probes: { state: true }, valves: { state: true }, mistake: { state: true } };
    declare farm: Farm;
    declare probes: readonly Probe[] | undefined;
    declare valves: readonly Valve[];
    declare mistake: string;

    constructor() {
        super();
        this.mistake = '';
        this.valves = [];
        new Follow(this, () => this.farm.zones);
        this.addEventListener('looked-after', this.takeValve);
    }

    override connectedCallback(): void {
        super.connectedCallback();
        this.farm.addEventListener('reloaded', this.fetch);
        this.farm.addEventListener('probe', this.takeProbe);
        this.farm.addEventListener('valve', this.takeValve);
        void this.fetch();
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.farm.removeEventListener('reloaded', this.fetch);
        this.farm.removeEventListener('probe', this.takeProbe);
        this.farm.removeEventListener('valve', this.takeValve);
    }

    protected override render() {
        document.title = `${say('title')} – ${this.farm.product}`;
        if (this.probes === undefined) {
            return html`<div class="empty" aria-busy="true"><p>${this.mistake || say('fetching')}</p></div>`;
        }
        const probes = [...this.probes].sort((left, right) => WORST_FIRST.indexOf(left.health) - WORST_FIRST.indexOf(right.health) || left.name.localeCompare(right.name));
        const good = probes.filter(({ health }) => health === 'good').length;
        return html`
            <header class="page-head"><h1>${say('title')}</h1><p>${say('counts', { n: probes.length, good, other: probes.length - good })}</p></header>
            ${probes.length === 0 ? html`<div class="empty"><p>${say('noProbes')}</p><p><a href="#/setup/probes">${say('setUp')}</a></p></div>` : ''}
            <div class="card-grid">${probes.map((probe) => html`<mw-probe-card .probe=${probe} zoneName=${this.zoneName(probe.zoneId)} linked></mw-probe-card>`)}</div>
            ${this.valves.length > 0 ? html`<h2 class="section">${say('valves')}</h2>` : ''}
            <div class="card-grid">${this.valves.map((valve) => html`<mw-valve-panel .valve=${valve} ?mayDecide=${this.farm.mayDecide}></mw-valve-panel>`)}</div>
        `;
    }

    private zoneName(id: string | null): string {
        return id == null ? '' : (this.farm.zones.find(id)?.name ?? id);
    }

    private readonly fetch = async (): Promise<void> => {
        try {
            [this.probes, this.valves] = await Promise.all([fetchProbes(), fetchValves()]);
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    };

    private readonly takeProbe = (event: Event): void => {
        const probe = (event as CustomEvent<Probe>).detail;
        this.probes = [...(this.probes ?? []).filter(({ id }) => id !== probe.id), probe];
    };

    private readonly takeValve = (event: Event): void => {
        const valve = (event as CustomEvent<Valve>).detail;
        this.valves = [...this.valves.filter(({ id }) => id !== valve.id), valve].sort((left, right) => left.name.localeCompare(right.name));
    };
}
customElements.define('mw-sensors-page', SensorsPage);
