import { html, nothing } from 'lit';
import { Follow } from '../../kit/follow';
import { percent } from '../../kit/format/number';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { setQuery } from '../../kit/routing/hash-router';
import { measured } from '../../kit/units/measure';
import type { Farm } from '../farm';
import '../map/zone-map';
import { statusMark, statusWord } from '../zone/status';
import type { Zone } from '../zone/zone';
import { STATUSES, byDaysToRefill } from '../zone/zone';
import type { Overview, Today } from './overview';
import words from './words.json';
import './zone-table';

const say = speaker(words);
const FROST_WORDS = { none: 'frostNone', possible: 'frostPossible', likely: 'frostLikely', now: 'frostNow' } as const;

/** The farm today: how many zones need somebody, the map, and the list by days to refill. */
export class OverviewPage extends PageElement {
    static override properties = { farm: { attribute: false }, query: { attribute: false } };
    declare farm: Farm;
    declare query: URLSearchParams;

    constructor() {
        super();
        new Follow(this, () => this.farm);
        new Follow(this, () => this.farm.zones);
    }

    protected override render() {
        document.title = `${say('title')} – ${this.farm.product}`;
        const zones = this.farm.zones.all;
        const needy = zones.filter((zone) => zone.needsActionToday).length;
        return html`
            <header class="page-head">
                <h1>${say('title')}</h1>
                ${this.farm.zones.loaded ? html`<p class="needy" data-none=${needy === 0}><strong class="figures">${needy}</strong> ${say('needAction', { n: needy })}</p>` : nothing}
                ${this.counts(zones)}
            </header>
            ${this.farm.mistake ? html`<p class="mistake" role="alert">${say('notFetched', { why: this.farm.mistake })}</p>` : nothing}
            ${this.today(this.farm.overview)} ${this.body(zones)}
        `;
    }

    private counts(zones: readonly Zone[]) {
        const wanted = this.query.get('status');
        return html`
            <ul class="state-counts">
                ${STATUSES.map((status) => {
                    const amount = zones.filter((zone) => zone.status === status).length;
                    const pressed = wanted === status;
                    return amount > 0 || pressed
                        ? html`<li><button aria-pressed=${pressed} title=${say('showOnly', { status: statusWord(status) })} @click=${() => setQuery('status', pressed ? '' : status)}>${statusMark(status)} <strong class="figures">${amount}</strong></button></li>`
                        : nothing;
                })}
            </ul>
        `;
    }

    private body(zones: readonly Zone[]) {
        if (!this.farm.zones.loaded) {
            return html`<div class="empty" aria-busy="true"><p>${say('fetching')}</p></div>`;
        }
        if (zones.length === 0) {
            return html`<div class="empty"><p>${say('noZones')}</p><p><a href="#/setup">${say('setUp')}</a></p></div>`;
        }
        const wanted = this.query.get('status');
        const shown = zones.filter((zone) => !wanted || zone.status === wanted).sort(byDaysToRefill);
        return html`
            <div class="overview-grid">
                <mw-zone-map .zones=${zones} .fields=${this.farm.overview?.fields ?? []}></mw-zone-map>
                ${shown.length > 0
                    ? html`<mw-zone-table .zones=${shown}></mw-zone-table>`
                    : html`<div class="empty"><p>${say('noneMatches')}</p><button @click=${() => setQuery('status', '')}>${say('showAll')}</button></div>`}
            </div>
        `;
    }

    private today(overview: Overview | undefined) {
        if (!overview) {
            return nothing;
        }
        const { weather, allocation } = overview;
        return html`<ul class="today">
            ${weather ? this.weatherItems(weather) : nothing}
            ${allocation ? html`<li><a href="#/water">${say('allocation', { share: percent(allocation.usedFraction), volume: measured('volume', allocation.allocationCubicMetres) })}</a></li>` : nothing}
        </ul>`;
    }

    private weatherItems(weather: Today) {
        return html`
            <li><a href="#/weather">${say('temperatures', { low: measured('temperature', weather.minimumCelsius), high: measured('temperature', weather.maximumCelsius) })}</a> <span class="quiet">(${say(weather.source.includes('climatology') ? 'fromClimatology' : weather.source === 'station' ? 'fromStation' : 'fromForecast')})</span></li>
            <li>${say('reference', { rate: measured('waterPerDay', weather.referenceEvapotranspirationMillimetres) })}</li>
            <li>${say('rain', { today: measured('waterDepth', weather.rainMillimetres), next: measured('waterDepth', weather.forecastRain3DaysMillimetres) })}</li>
            <li data-frost=${weather.frostRisk}>${say(FROST_WORDS[weather.frostRisk])}</li>
        `;
    }
}
customElements.define('mw-overview-page', OverviewPage);
