import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { speaker } from '../kit/language/words';
import type { Place } from '../kit/routing/hash-router';
import { RoutedConsole, noSuchPage } from '../kit/shell/routed-console';
import './alarms/alarms-page';
import './detail/zone-page';
import { Farm } from './farm';
import './figures/figures-page';
import './overview/overview-page';
import './schedule/schedule-page';
import './sensors/probe-page';
import './sensors/sensors-page';
import './setup/setup-page';
import './water/water-page';
import './weather/weather-page';
import words from './words.json';

const say = speaker(words);

/** The irrigation console: shows the page that the address names. */
export class IrrigationConsole extends RoutedConsole {
    private readonly farm: Farm;

    constructor() {
        const farm = new Farm();
        super(farm);
        this.farm = farm;
    }

    protected override page({ path: [room, id], query }: Place): TemplateResult {
        switch (room) {
            case undefined:
                return html`<mw-overview-page .farm=${this.farm} .query=${query}></mw-overview-page>`;
            case 'zones':
                return html`<mw-zone-page .farm=${this.farm} zoneId=${id ?? ''} .query=${query}></mw-zone-page>`;
            case 'schedule':
                return html`<mw-schedule-page .farm=${this.farm} .query=${query}></mw-schedule-page>`;
            case 'sensors':
                return id === undefined ? html`<mw-sensors-page .farm=${this.farm}></mw-sensors-page>` : html`<mw-probe-page .farm=${this.farm} probeId=${id}></mw-probe-page>`;
            case 'weather':
                return html`<mw-weather-page .farm=${this.farm} .query=${query}></mw-weather-page>`;
            case 'water':
                return html`<mw-water-page .farm=${this.farm} .query=${query}></mw-water-page>`;
            case 'alarms':
                return html`<mw-alarms-page .farm=${this.farm} .query=${query}></mw-alarms-page>`;
            case 'setup':
                return html`<mw-setup-page .farm=${this.farm} room=${id ?? ''}></mw-setup-page>`;
            case 'figures':
                return html`<mw-figures-page .farm=${this.farm}></mw-figures-page>`;
            default:
                return noSuchPage(say('theZones'));
        }
    }
}

customElements.define('mw-irrigation-console', IrrigationConsole);
