import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { SecondTick } from '../../kit/clock/second-tick';
import { serverClock } from '../../kit/clock/server-clock';
import { Follow } from '../../kit/follow';
import { age } from '../../kit/format/time';
import { ApiProblem } from '../../kit/http/api';
import { sentenceOf } from '../../kit/http/sentence';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { measured } from '../../kit/units/measure';
import { cropName } from '../crop/crop';
import { DAY_MILLIS } from '../day';
import type { Farm } from '../farm';
import '../recommendation/afterwards-panel';
import type { Recommendation } from '../recommendation/recommendation';
import '../recommendation/recommendation-panel';
import { reasonText } from '../reason/reason';
import '../sensors/probe-card';
import type { Probe } from '../sensors/probe';
import type { Valve } from '../sensors/valve';
import { fetchValves } from '../sensors/valve';
import '../sensors/valve-panel';
import { balanceWord, refillBand, refillText, stageWord, statusMark } from '../zone/status';
import './depth-panel';
import './ledger-panel';
import './root-zone-panel';
import './season-plan-panel';
import './skill-panel';
import './soil-panel';
import './stage-panel';
import words from './words.json';
import type { LedgerDay, RootZone, ZoneDetail } from './zone-server';
import { NO_COURSE, fetchDecisions, fetchLedger, fetchRootZone, fetchZone } from './zone-server';

const say = speaker(words);
const ROOT_ZONE_DAYS = 42;
const LEDGER_DAYS = 14;

/** One zone: what to do, how the soil got there and where it goes, and everything the figures rest on. */
export class ZonePage extends PageElement {
    static override properties = { farm: { attribute: false }, zoneId: { type: String }, query: { attribute: false }, detail: { state: true }, rootZone: { state: true }, days: { state: true }, decisions: { state: true }, valves: { state: true }, mistake: { state: true } };
    declare farm: Farm;
    declare zoneId: string;
    declare query: URLSearchParams;
    declare detail: ZoneDetail | undefined;
    declare rootZone: RootZone | undefined;
    declare days: readonly LedgerDay[] | undefined;
    declare decisions: readonly Recommendation[];
    declare valves: readonly Valve[];
    declare mistake: string;
    private heard: string | null = null;

    constructor() {
        super();
        this.mistake = '';
        this.decisions = [];
        this.valves = [];
        new Follow(this, () => this.farm.zones);
        new SecondTick(this);
        this.addEventListener('corrected', () => this.fetch());
        this.addEventListener('looked-after', this.takeValve);
    }

    override connectedCallback(): void {
        super.connectedCallback();
        this.farm.addEventListener('reloaded', this.fetch);
        this.farm.addEventListener('valve', this.takeValve);
        this.farm.addEventListener('probe', this.takeProbe);
        this.farm.addEventListener('recommendation', this.takeRecommendation);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.farm.removeEventListener('reloaded', this.fetch);
        this.farm.removeEventListener('valve', this.takeValve);
        this.farm.removeEventListener('probe', this.takeProbe);
        this.farm.removeEventListener('recommendation', this.takeRecommendation);
    }

    protected override willUpdate(changed: PropertyValues): void {
        if (changed.has('zoneId')) {
            this.detail = undefined;
            void this.fetch();
        }
        const heard = this.farm.zones.find(this.zoneId)?.lastReadingAt ?? null;
        if (this.detail && heard !== this.heard) {
            this.heard = heard;
            void this.fetchCourse();
        }
    }

    protected override render() {
        if (!this.detail) {
            return this.mistake
                ? html`<div class="empty"><p>${this.mistake}</p><p><a href="#/">${say('goToZones')}</a></p></div>`
                : html`<div class="empty" aria-busy="true"><p>${say('fetching')}</p></div>`;
        }
        const zone: ZoneDetail = { ...this.detail, ...this.farm.zones.find(this.zoneId) };
        document.title = `${zone.name} – ${this.farm.product}`;
        return html`
            ${this.head(zone)}
            <div class="zone-grid">
                <mw-recommendation-panel .farm=${this.farm} zoneId=${zone.id}></mw-recommendation-panel>
                <div class="graphs">
                    <mw-root-zone-panel .zone=${this.detail} .rootZone=${this.rootZone}></mw-root-zone-panel>
                    <mw-depth-panel .zone=${this.detail} range=${this.query.get('range') ?? '30d'}></mw-depth-panel>
                    <mw-season-plan-panel .plan=${this.detail.seasonPlan ?? undefined}></mw-season-plan-panel>
                </div>
                <div class="side">
                    ${this.valves.filter(({ zoneId }) => zoneId === zone.id).map((valve) => html`<mw-valve-panel .valve=${valve} ?mayDecide=${this.farm.mayDecide}></mw-valve-panel>`)}
                    ${this.detail.probes.map((probe) => html`<mw-probe-card .probe=${probe} linked></mw-probe-card>`)}
                    <mw-stage-panel .zone=${this.detail}></mw-stage-panel>
                    <mw-soil-panel .farm=${this.farm} .zone=${this.detail}></mw-soil-panel>
                </div>
                <mw-afterwards-panel .decisions=${this.decisions}></mw-afterwards-panel>
                <mw-skill-panel zoneId=${zone.id}></mw-skill-panel>
                <mw-ledger-panel .farm=${this.farm} .zone=${this.detail} .days=${this.days}></mw-ledger-panel>
            </div>
        `;
    }

    private head(zone: ZoneDetail) {
        const band = refillBand(zone);
        return html`
            <nav class="crumbs" aria-label=${say('path')}><a href="#/">${say('zones')}</a> <span aria-hidden="true">›</span> ${zone.fieldName}</nav>
            <header class="page-head">
                <h1>${zone.name}</h1>
                ${statusMark(zone.status)}
                <p class="figures"><strong>${say('refill', { when: refillText(zone) })}</strong> ${band ? html`<span class="quiet">(${band})</span>` : nothing}</p>
                <p class="quiet figures">
                    ${[cropName(zone.crop), zone.stage ? stageWord(zone.stage) : '', measured('area', zone.areaHectares), zone.rootDepthMillimetres == null ? '' : say('roots', { depth: measured('soilDepth', zone.rootDepthMillimetres / 10) })].filter(Boolean).join(' · ')}
                    ${zone.lastReadingAt ? html` · <span class="age">${say('data', { age: age(zone.lastReadingAt) })}</span>` : nothing}
                </p>
                <p class="balance" data-balance=${zone.balance}>${zone.balanceReason ? reasonText(zone.balanceReason) : balanceWord(zone.balance)}</p>
            </header>
        `;
    }

    private readonly fetch = async (): Promise<void> => {
        const { zoneId } = this;
        try {
            const detail = await fetchZone(zoneId);
            if (zoneId !== this.zoneId) {
                return;
            }
            this.heard = this.farm.zones.find(zoneId)?.lastReadingAt ?? detail.lastReadingAt;
            this.detail = detail;
            this.mistake = '';
            await Promise.all([this.fetchCourse(), this.fetchDecisions(), this.fetchValves()]);
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    };

    private async fetchCourse(): Promise<void> {
        const now = serverClock.nowMillis();
        const { zoneId } = this;
        const [rootZone, days] = await Promise.all([withoutAccount(fetchRootZone(zoneId, now - ROOT_ZONE_DAYS * DAY_MILLIS, now), NO_COURSE), withoutAccount(fetchLedger(zoneId, now - LEDGER_DAYS * DAY_MILLIS, now + DAY_MILLIS), [])]);
        if (zoneId === this.zoneId) {
            this.rootZone = rootZone;
            this.days = days;
        }
    }

    private async fetchDecisions(): Promise<void> {
        this.decisions = await fetchDecisions(this.zoneId);
    }

    private async fetchValves(): Promise<void> {
        this.valves = await fetchValves();
    }

    private readonly takeValve = (event: Event): void => {
        const valve = (event as CustomEvent<Valve>).detail;
        this.valves = [...this.valves.filter(({ id }) => id !== valve.id), valve];
    };

    private readonly takeProbe = (event: Event): void => {
        const probe = (event as CustomEvent<Probe>).detail;
        if (this.detail?.probes.some(({ id }) => id === probe.id)) {
            this.detail = { ...this.detail, probes: this.detail.probes.map((known) => (known.id === probe.id ? probe : known)) };
        }
    };

    private readonly takeRecommendation = (event: Event): void => {
        if ((event as CustomEvent<Recommendation>).detail.zoneId === this.zoneId) {
            void this.fetchDecisions();
        }
    };
}
customElements.define('mw-zone-page', ZonePage);

/** A zone without soil or crop has no account, which is no failure of its page. */
async function withoutAccount<T>(asked: Promise<T>, instead: T): Promise<T> {
    try {
        return await asked;
    } catch (problem) {
        if (problem instanceof ApiProblem && problem.code === 'account.none') {
            return instead;
        }
        throw problem;
    }
}
