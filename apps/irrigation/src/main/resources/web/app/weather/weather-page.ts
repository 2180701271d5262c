import { html, nothing } from 'lit';
import { serverClock } from '../../kit/clock/server-clock';
import { Follow } from '../../kit/follow';
import { timeText } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { setQuery } from '../../kit/routing/hash-router';
import { measured } from '../../kit/units/measure';
import { DAY_MILLIS, isoDay } from '../day';
import type { Farm } from '../farm';
import { reasonText } from '../reason/reason';
import './crop-panels';
import type { Frost, Hours, Weather } from './weather';
import { fetchFrost, fetchHours, fetchWeather } from './weather';
import './weather-panels';
import words from './words.json';

const say = speaker(words);
const PAST_DAYS = 30;
const HOURS_DAYS = 2;
const DAY_AND_HOUR = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;

/** Weather measured and expected, frost, and what it means for each crop. */
export class WeatherPage extends PageElement {
    static override properties = { farm: { attribute: false }, query: { attribute: false }, weather: { state: true }, hours: { state: true }, frost: { state: true }, mistake: { state: true } };
    declare farm: Farm;
    declare query: URLSearchParams;
    declare weather: Weather | undefined;
    declare hours: Hours | undefined;
    declare frost: Frost | undefined;
    declare mistake: string;

    constructor() {
        super();
        this.mistake = '';
        new Follow(this, () => this.farm.zones);
    }

    override connectedCallback(): void {
        super.connectedCallback();
        this.farm.addEventListener('reloaded', this.fetch);
        void this.fetch();
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.farm.removeEventListener('reloaded', this.fetch);
    }

    protected override render() {
        document.title = `${say('title')} – ${this.farm.product}`;
        const zones = this.farm.zones.all.filter(({ crop }) => crop != null).sort((left, right) => left.name.localeCompare(right.name));
        const zone = zones.find(({ id }) => id === this.query.get('zone')) ?? zones[0];
        return html`
            <header class="page-head">
                <h1>${say('title')}</h1>
                ${this.frost ? this.frostLine(this.frost) : nothing}
                ${zones.length > 0
                    ? html`<label class="controls">${say('zone')} <select @change=${(event: Event) => setQuery('zone', (event.target as HTMLSelectElement).value)}>${zones.map(({ id, name }) => html`<option value=${id} ?selected=${id === zone?.id}>${name}</option>`)}</select></label>`
                    : nothing}
            </header>
            ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing}
            <div class="weather-grid">
                ${this.weather ? html`<mw-weather-panels .weather=${this.weather} .hours=${this.hours}></mw-weather-panels>` : html`<div class="empty" aria-busy="true"><p>${say('fetching')}</p></div>`}
                ${zone ? html`<mw-crop-panels .farm=${this.farm} .zone=${zone}></mw-crop-panels>` : nothing}
            </div>
        `;
    }

    private frostLine({ level, lowestCelsius, at, dewPointCelsius, wetBulbCelsius, reasons, byNodes }: Frost) {
        return html`
            <p class="frost figures" data-level=${level}>
                <strong>${say(`frost-${level}`)}</strong>
                ${lowestCelsius == null ? nothing : say('lowest', { celsius: measured('temperature', lowestCelsius), when: at ? timeText(at, DAY_AND_HOUR) : '' })}
                ${dewPointCelsius == null ? nothing : `· ${say('dewPoint')} ${measured('temperature', dewPointCelsius)}`} ${wetBulbCelsius == null ? nothing : `· ${say('wetBulb')} ${measured('temperature', wetBulbCelsius)}`}
                ${byNodes ? `· ${say('airAtNodes')}` : nothing}
                ${level === 'none' ? nothing : reasons.map((reason) => html`<br /><span>${reasonText(reason)}</span>`)}
            </p>
        `;
    }

    private readonly fetch = async (): Promise<void> => {
        const now = serverClock.nowMillis();
        try {
            [this.weather, this.hours, this.frost] = await Promise.all([fetchWeather(isoDay(now - PAST_DAYS * DAY_MILLIS), isoDay(now)), fetchHours(now - HOURS_DAYS * DAY_MILLIS, now), fetchFrost().catch(() => undefined)]);
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    };
}
customElements.define('mw-weather-page', WeatherPage);
