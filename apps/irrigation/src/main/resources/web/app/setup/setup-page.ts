import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { Follow } from '../../kit/follow';
import { fixed } from '../../kit/format/number';
import { sentenceOf } from '../../kit/http/sentence';
import { speaker } from '../../kit/language/words';
import '../../kit/notice/confirm-dialog';
import type { ConfirmDialog } from '../../kit/notice/confirm-dialog';
import { PageElement } from '../../kit/page-element';
import { addressOf } from '../../kit/routing/hash-router';
import { measured } from '../../kit/units/measure';
import { cropName } from '../crop/crop';
import type { Farm } from '../farm';
import { fetchOverview } from '../overview/overview';
import { probeForm, valveForm } from './device-forms';
import { fieldForm, siteForm } from './farm-forms';
import './form-dialog';
import type { Form, FormDialog } from './form-dialog';
import './import-panels';
import type { Inventory } from './inventory';
import { fetchInventory } from './inventory';
import type { Kind } from './set-up';
import { fetchZoneSettings, remove } from './set-up';
import { soilForm } from './soil-form';
import './soil-wizard';
import { sourceForm, sourceKindName } from './source-form';
import type { Thing, ThingActions } from './thing-list';
import { thingList } from './thing-list';
import words from './words.json';
import { zoneForm } from './zone-form';

const say = speaker(words);
const ROOMS = ['zones', 'soils', 'probes', 'sources', 'files'] as const;
type Room = (typeof ROOMS)[number];
const PERCENT = 100;

/** Everything that has to be entered once: farm, zones, soils, probes, valves, sources, files. */
export class SetupPage extends PageElement {
    static override properties = { farm: { attribute: false }, room: { type: String }, known: { state: true }, mistake: { state: true } };
    declare farm: Farm;
    declare room: string;
    declare known: Inventory | undefined;
    declare mistake: string;

    constructor() {
        super();
        this.mistake = '';
        new Follow(this, () => this.farm.zones);
        this.addEventListener('kept', () => this.fetch());
    }

    protected override firstUpdated(_changed: PropertyValues): void {
        void this.fetch();
    }

    protected override render() {
        document.title = `${say('title')} – ${this.farm.product}`;
        const chosen = ROOMS.find((room) => room === this.room) ?? 'zones';
        return html`
            <header class="page-head"><h1>${say('title')}</h1>${this.farm.mayDecide ? nothing : html`<p class="quiet">${this.farm.refusal}</p>`}</header>
            <nav class="tabs" aria-label=${say('title')}>${ROOMS.map((room) => html`<a href=${addressOf(['setup', room])} aria-current=${room === chosen ? 'page' : nothing}>${say(`room-${room}`)}</a>`)}</nav>
            ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing}
            ${this.known ? html`<div class="stack-of-panels">${this.content(chosen, this.known)}</div>` : html`<div class="empty" aria-busy="true"><p>${say('fetching')}</p></div>`}
            <mw-form-dialog></mw-form-dialog>
            <mw-confirm-dialog></mw-confirm-dialog>
        `;
    }

    private content(room: Room, known: Inventory): TemplateResult {
        switch (room) {
            case 'zones':
                return this.zones(known);
            case 'soils':
                return html`${thingList(say('room-soils'), known.soils.map(({ id, name, layers }) => ({ id, name, about: layers.map((layer) => say('layerText', { depth: measured('soilDepth', layer.bottomMillimetres / 10), full: inPercent(layer.fieldCapacity), dry: inPercent(layer.wiltingPoint) })).join(' · ') })), this.actions('soils', known.soils, soilForm))}
                    ${this.farm.mayDecide ? html`<mw-soil-wizard .crops=${known.crops}></mw-soil-wizard>` : nothing}`;
            case 'probes':
                return this.devices(known);
            case 'sources':
                return this.sources(known);
            case 'files':
                return html`<mw-import-panels class="stack-of-panels" .farm=${this.farm}></mw-import-panels>`;
        }
    }

    private zones(known: Inventory) {
        const zones: readonly Thing[] = this.farm.zones.all.map(({ id, name, fieldName, crop, areaHectares, status }) => ({ id, name, about: [fieldName, cropName(crop), measured('area', areaHectares), status === 'no-soil' ? say('noSoil') : ''].filter(Boolean).join(' · ') }));
        return html`
            ${thingList(say('sites'), known.sites.map(({ id, name, timeZone }) => ({ id, name, about: timeZone })), this.actions(undefined, known.sites, siteForm, known.sites.length === 0))}
            ${thingList(say('fields'), known.fields.map(({ id, name }) => ({ id, name, about: measured('area', this.farm.overview?.fields.find((field) => field.id === id)?.areaHectares) })), this.actions('fields', known.fields, (field) => fieldForm(field, known.sites), false))}
            ${thingList(say('room-zones'), zones, this.farm.mayDecide ? { add: () => this.ask(zoneForm(undefined, undefined, known)), change: (id) => this.changeZone(id, known), remove: (id) => this.askToRemove('zones', id, zones) } : undefined)}
        `;
    }

    private devices(known: Inventory) {
        const zones = this.farm.zones.all;
        const zoneName = (id: string | null) => (id == null ? '' : (this.farm.zones.find(id)?.name ?? id));
        const probes = known.probes.map(({ id, name, zoneId, nodeId, depthsMillimetres }) => ({ id, name, about: [zoneName(zoneId), say('nodeText', { node: String(nodeId) }), depthsMillimetres.map((depth) => measured('soilDepth', depth / 10)).join(', ')].join(' · ') }));
        const valves = known.valves.map(({ id, name, zoneId, nodeId, output }) => ({ id, name, about: [zoneName(zoneId), say('nodeText', { node: `${nodeId}.${output + 1}` })].join(' · ') }));
        return html`
            ${thingList(say('probes'), probes, this.actions('probes', known.probes, (probe) => probeForm(probe, zones)))}
            ${thingList(say('valves'), valves, this.actions('valves', known.valves, (valve) => valveForm(valve, zones, known.sources)))}
        `;
    }

    private sources(known: Inventory) {
        const sources = known.sources.map(({ id, name, kind, maximumFlowCubicMetresPerHour, allocation }) => ({ id, name, about: [sourceKindName(kind), measured('flow', maximumFlowCubicMetresPerHour), allocation == null ? '' : say('allocationText', { volume: measured('volume', allocation.cubicMetres) })].filter(Boolean).join(' · ') }));
        return thingList(say('room-sources'), sources, this.actions('sources', known.sources, (source) => sourceForm(source, known.sites[0]?.id ?? '')));
    }

    /** @param kind nothing for things that are not removed here */
    private actions<T extends { readonly id: string; readonly name: string }>(kind: Kind | undefined, things: readonly T[], form: (thing: T | undefined) => Form, mayAdd = true): ThingActions | undefined {
        if (!this.farm.mayDecide) {
            return undefined;
        }
        return {
            ...(mayAdd ? { add: () => this.ask(form(undefined)) } : {}),
            change: (id) => this.ask(form(things.find((thing) => thing.id === id))),
            ...(kind ? { remove: (id: string) => this.askToRemove(kind, id, things) } : {}),
        };
    }

    private async changeZone(id: string, known: Inventory): Promise<void> {
        try {
            this.ask(zoneForm(id, await fetchZoneSettings(id), known));
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }

    private ask(form: Form): void {
        void this.querySelector<FormDialog>('mw-form-dialog')?.ask(form);
    }

    private askToRemove(kind: Kind, id: string, things: readonly { readonly id: string; readonly name: string }[]): void {
        const name = things.find((thing) => thing.id === id)?.name ?? id;
        void this.querySelector<ConfirmDialog>('mw-confirm-dialog')?.ask({
            name: say('removeThing', { name }),
            warning: say('removeFollows'),
            run: async () => {
                await remove(kind, id);
                await this.fetch();
            },
        });
    }

    private async fetch(): Promise<void> {
        try {
            const [known, overview] = await Promise.all([fetchInventory(), fetchOverview()]);
            this.known = known;
            this.farm.overview = overview;
            await this.farm.zones.load(Promise.resolve(overview.zones));
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }
}
customElements.define('mw-setup-page', SetupPage);

function inPercent(share: number | null): string {
    return fixed(share == null ? null : share * PERCENT, 0);
}
