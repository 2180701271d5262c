import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Course } from '../../kit/chart/course';
import '../../kit/chart/course-chart';
import { READING_CHANGED } from '../../kit/language/language';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { inReadersUnit, measured, unitOf } from '../../kit/units/measure';
import { dayText, noon } from '../day';
import words from './words.json';
import type { Course as Daily, RootZone, ZoneDetail } from './zone-server';

const say = speaker(words);
type Values = readonly (number | null)[];

/** Water in the whole root zone against its own lines, with the forecast and its band, and the water that came in below. */
export class RootZonePanel extends PageElement {
    static override properties = { zone: { attribute: false }, rootZone: { attribute: false } };
    declare zone: ZoneDetail;
    declare rootZone: RootZone | undefined;
    private times: readonly number[] = [];
    private storage: readonly Course[] = [];
    private water: readonly Course[] = [];
    private bands: readonly { readonly low: number; readonly high: number; readonly colour: string; readonly name: string }[] = [];

    override connectedCallback(): void {
        super.connectedCallback();
        window.addEventListener(READING_CHANGED, this.build);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        window.removeEventListener(READING_CHANGED, this.build);
    }

    protected override willUpdate(changed: PropertyValues): void {
        if (changed.has('rootZone')) {
            this.build();
        }
    }

    protected override render() {
        const { rootZone } = this;
        return html`
            <section class="panel root-zone" aria-labelledby="root-zone-title">
                <header><h2 id="root-zone-title">${say('rootZone')}</h2><span class="quiet">${this.source()}</span></header>
                ${rootZone && rootZone.past.day.length > 0
                    ? html`
                          <mw-course-chart class="tall" label=${say('rootZoneLabel')} unit=${unitOf('waterDepth')} .times=${this.times} .courses=${this.storage} .bands=${this.bands} .at=${shownDay}></mw-course-chart>
                          <h3>${say('waterIn')}</h3>
                          <mw-course-chart class="low" label=${say('waterInLabel')} unit=${unitOf('waterDepth')} .times=${this.times} .courses=${this.water} .at=${shownDay}></mw-course-chart>
                          ${this.honesty()}
                      `
                    : html`<div class="empty"><p>${say(rootZone ? 'noBalance' : 'fetching')}</p></div>`}
            </section>
        `;
    }

    private source(): string {
        const from = this.rootZone?.forecast.weather[0];
        return from === undefined ? '' : from.includes('clim') ? say('forecastClimatology') : from.includes('forecast') ? say('forecastProvider') : say('forecastMean');
    }

    private honesty() {
        return html`
            <p class="source quiet">
                ${say('bandMeaning')}
            </p>
        `;
    }

    private readonly build = (): void => {
        if (!this.rootZone) {
            return;
        }
        const { past } = this.rootZone;
        const forecast = afterToday(this.rootZone);
        const none = (course: Daily) => course.day.map(() => null);
        const both = (before: Values, after: Values) => [...before, ...after].map((value) => (typeof value === 'number' ? inReadersUnit('waterDepth', value) : null));
        const whole = (key: 'fullMillimetres' | 'refillMillimetres' | 'wiltingMillimetres' | 'lowMillimetres' | 'highMillimetres') => both(past[key], forecast[key]);
        const corrected = past.storageMillimetres.map((value, index) => (past.balance[index] === 'probe-corrected' || past.balance[index] === 'measured' ? value : null));
        this.times = [...past.day, ...forecast.day].map(noon);
        this.storage = [
            { name: say('storage'), values: both(past.storageMillimetres, none(forecast)), colour: 'trace', width: 2.5 },
            { name: say('forecast'), values: both([...none(past).slice(1), past.storageMillimetres.at(-1) ?? null], forecast.storageMillimetres), colour: 'trace', dash: [3, 3], width: 2 },
            { name: say('low'), values: whole('lowMillimetres'), colour: 'trace-band', width: 0, silent: true },
            { name: say('high'), values: whole('highMillimetres'), colour: 'trace-band', width: 0, silent: true },
            { name: say('full'), values: whole('fullMillimetres'), colour: 'series-2', dash: [12, 4] },
            { name: say('refillLine'), values: whole('refillMillimetres'), colour: 'limit-medium', dash: [6, 4] },
            { name: say('wilting'), values: whole('wiltingMillimetres'), colour: 'limit-high', dash: [2, 3] },
            { name: say('corrected'), values: both(corrected, none(forecast)), colour: 'series-4', kind: 'points' },
        ];
        this.bands = [{ low: 2, high: 3, colour: 'trace-band', name: say('band') }];
        this.water = [
            { name: say('rain'), values: both(past.rainMillimetres, forecast.rainMillimetres), colour: 'rain', kind: 'bars' },
            { name: say('irrigation'), values: both(past.irrigationMillimetres, forecast.irrigationMillimetres), colour: 'water', kind: 'outlined-bars' },
            { name: say('cropUse'), values: both(wholeToday(this.rootZone), forecast.cropUseMillimetres), colour: 'series-1', dash: [4, 3] },
        ];
        this.requestUpdate();
    };
}
customElements.define('mw-root-zone-panel', RootZonePanel);

/** Today stands in the past as far as it has gone, and in the forecast to its end; one place on the axis holds one of them. */
function afterToday({ past, forecast }: RootZone): Daily {
    const first = forecast.day[0] === past.day.at(-1) ? 1 : 0;
    return Object.fromEntries(Object.entries(forecast).map(([name, column]) => [name, column.slice(first)])) as unknown as Daily;
}

/** What the crop uses to the day's end, also today: a day's figure beside half a day's would look like a fall. */
function wholeToday({ past, forecast }: RootZone): Values {
    const soFar = past.cropUseMillimetres.at(-1);
    const toItsEnd = forecast.cropUseMillimetres[0];
    return forecast.day[0] !== past.day.at(-1) || soFar == null || toItsEnd == null ? past.cropUseMillimetres : [...past.cropUseMillimetres.slice(0, -1), Math.max(soFar, toItsEnd)];
}

function shownDay(millis: number): string {
    return dayText(new Date(millis).toISOString());
}
