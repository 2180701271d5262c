import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Course } from '../../kit/chart/course';
import '../../kit/chart/course-chart';
import { fixed, percent } from '../../kit/format/number';
import { moment } from '../../kit/format/time';
import { READING_CHANGED } from '../../kit/language/language';
import { knows, speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import type { Measure } from '../../kit/units/measure';
import { amount, inReadersUnit, unitOf } from '../../kit/units/measure';
import { dayText, noon } from '../day';
import { reasonText } from '../reason/reason';
import type { Hours, Weather } from './weather';
import words from './words.json';

const say = speaker(words);
const PAST_DAYS_IN_TABLE = 7;

/** Days measured and days to come: temperatures, rain and reference evapotranspiration, with what is missing or was not used. */
export class WeatherPanels extends PageElement {
    static override properties = { weather: { attribute: false }, hours: { attribute: false } };
    declare weather: Weather;
    declare hours: Hours | undefined;
    private drawn: { readonly times: readonly number[]; readonly degrees: readonly Course[]; readonly water: readonly Course[] } | undefined;
    private hourly: readonly Course[] = [];

    override connectedCallback(): void {
        super.connectedCallback();
        window.addEventListener(READING_CHANGED, this.build);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        window.removeEventListener(READING_CHANGED, this.build);
    }

    protected override willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
        if (changed.has('weather') || changed.has('hours')) {
            this.build();
        }
    }

    protected override render() {
        const { weather, drawn } = this;
        return html`
            <section class="panel" aria-labelledby="days-title">
                <header><h2 id="days-title">${say('days')}</h2><span class="quiet">${this.source()}</span></header>
                ${this.troubles()}
                ${drawn
                    ? html`<mw-course-chart class="low" label=${say('degreesLabel')} unit=${unitOf('temperature')} .times=${drawn.times} .courses=${drawn.degrees} .at=${shownDay}></mw-course-chart>
                          <mw-course-chart class="low" label=${say('waterLabel')} unit=${unitOf('waterDepth')} .times=${drawn.times} .courses=${drawn.water} .at=${shownDay}></mw-course-chart>`
                    : nothing}
                ${this.table(weather)}
                ${weather.excluded.length > 0
                    ? html`<h3>${say('notUsed')}</h3><ul>${weather.excluded.map(({ at, quantity, value, reason }) => html`<li class="figures">${moment(at)}: ${quantityWord(quantity)} ${fixed(value, 1)} – ${reasonText(reason)}</li>`)}</ul>`
                    : nothing}
            </section>
            ${this.hours && this.hours.t.length > 0
                ? html`<section class="panel" aria-labelledby="hours-title">
                      <header><h2 id="hours-title">${say('hours')}</h2></header>
                      <mw-course-chart class="low" label=${say('hoursLabel')} unit=${unitOf('temperature')} .times=${this.hours.t} .courses=${this.hourly} together="milliwatt-hours"></mw-course-chart>
                  </section>`
                : nothing}
        `;
    }

    private source() {
        const { forecast } = this.weather;
        if (!forecast) {
            return say('noForecast');
        }
        return forecast.source === 'provider' ? say('fromProvider') : html`${say('fromClimatology')}${forecast.statedBecause ? ` (${reasonText(forecast.statedBecause)})` : ''}`;
    }

    private troubles() {
        const troubles = this.weather.forecast?.service?.troubles ?? [];
        return troubles.length > 0 ? html`<p role="status">⚠ ${troubles.map(reasonText).join(' ')}</p>` : nothing;
    }

    private table(weather: Weather): TemplateResult {
        const first = Math.max(0, weather.day.length - PAST_DAYS_IN_TABLE);
        const forecast = weather.forecast && afterToday(weather.forecast, wholeToday(weather));
        const past = weather.day.slice(first).map((day, index) => {
            const at = first + index;
            const missing = (weather.missing[at] ?? []).map(quantityWord);
            return this.row(day, '', weather.minimumCelsius[at], weather.maximumCelsius[at], amount('waterDepth', weather.rainMillimetres[at]), weather.referenceEvapotranspirationMillimetres[at], missing.length > 0 ? say('missing', { what: missing.join(', ') }) : '');
        });
        const ahead = (forecast?.day ?? []).map((day, at) => {
            const likely = forecast?.rainProbability[at];
            const rain = `${amount('waterDepth', forecast?.rainMillimetres[at])}${likely == null || likely === undefined ? '' : ` (${percent(likely)})`}`;
            return this.row(day, say('expected'), forecast?.minimumCelsius[at], forecast?.maximumCelsius[at], rain, forecast?.referenceEvapotranspirationMillimetres[at], '');
        });
        return html`
            <table class="sheet" role="table">
                <caption class="visually-hidden">${say('days')}</caption>
                <thead><tr><th scope="col">${say('day')}</th><th scope="col" class="number">${say('least')} ${unitOf('temperature')}</th><th scope="col" class="number">${say('most')} ${unitOf('temperature')}</th><th scope="col" class="number">${say('rain')} ${unitOf('waterDepth')}</th><th scope="col" class="number">ET₀ ${unitOf('waterDepth')}</th></tr></thead>
                <tbody>${past}${ahead}</tbody>
            </table>
        `;
    }

    private row(day: string, mark: string, low: number | null | undefined, high: number | null | undefined, rain: string, reference: number | null | undefined, note: string): TemplateResult {
        return html`<tr data-expected=${mark !== ''}>
            <th scope="row" class="figures">${dayText(day)}${mark ? html` <span class="quiet">${mark}</span>` : nothing}${note ? html`<span class="note">${note}</span>` : nothing}</th>
            <td class="number">${amount('temperature', low)}</td><td class="number">${amount('temperature', high)}</td><td class="number">${rain}</td><td class="number">${amount('waterDepth', reference)}</td>
        </tr>`;
    }

    private readonly build = (): void => {
        const { weather, hours } = this;
        const ahead = weather.forecast && afterToday(weather.forecast, weather.day.at(-1));
        const none = (days: readonly string[]) => days.map(() => null);
        const inUnit = (measure: Measure, values: readonly (number | null)[]) => values.map((value) => (value == null ? null : inReadersUnit(measure, value)));
        const past = (measure: Measure, values: readonly (number | null)[]) => [...inUnit(measure, values), ...none(ahead?.day ?? [])];
        const all = (measure: Measure, values: readonly (number | null)[], next: readonly (number | null)[] | undefined) => [...inUnit(measure, values), ...inUnit(measure, next ?? [])];
        this.drawn = {
            times: [...weather.day, ...(ahead?.day ?? [])].map(noon),
            degrees: [
                { name: say('most'), values: all('temperature', weather.maximumCelsius, ahead?.maximumCelsius), colour: 'series-1', width: 2 },
                { name: say('least'), values: all('temperature', weather.minimumCelsius, ahead?.minimumCelsius), colour: 'series-2', dash: [8, 4], width: 2 },
            ],
            water: [
                { name: say('rain'), values: past('waterDepth', weather.rainMillimetres), colour: 'rain', kind: 'bars' },
                { name: say('rainExpected'), values: [...none(weather.day), ...inUnit('waterDepth', ahead?.rainMillimetres ?? [])], colour: 'rain', kind: 'outlined-bars' },
                { name: 'ET₀', values: all('waterDepth', weather.referenceEvapotranspirationMillimetres, ahead?.referenceEvapotranspirationMillimetres), colour: 'series-1', dash: [4, 3] },
            ],
        };
        this.hourly = hours
            ? [
                  { name: say('air'), values: inUnit('temperature', hours.temperatureCelsius), colour: 'trace', width: 2 },
                  { name: say('wetBulb'), values: inUnit('temperature', hours.wetBulbCelsius), colour: 'series-3', dash: [8, 4] },
                  { name: say('dewPoint'), values: inUnit('temperature', hours.dewPointCelsius), colour: 'series-2', dash: [2, 3] },
              ]
            : [];
        this.requestUpdate();
    };
}
customElements.define('mw-weather-panels', WeatherPanels);

/** The days behind today: one place on the axis holds either what was measured or what is expected. */
function afterToday(forecast: NonNullable<Weather['forecast']>, today: string | undefined): NonNullable<Weather['forecast']> {
    const first = forecast.day[0] === today ? 1 : 0;
    return Object.fromEntries(Object.entries(forecast).map(([name, column]) => [name, Array.isArray(column) ? column.slice(first) : column])) as unknown as NonNullable<Weather['forecast']>;
}

/** The last day if nothing of it is missing: it is not told once more as expected. */
function wholeToday({ day, minimumCelsius, maximumCelsius, rainMillimetres, referenceEvapotranspirationMillimetres }: Weather): string | undefined {
    const whole = [minimumCelsius, maximumCelsius, rainMillimetres, referenceEvapotranspirationMillimetres].every((column) => column.at(-1) != null);
    return whole ? day.at(-1) : undefined;
}

function shownDay(millis: number): string {
    return dayText(new Date(millis).toISOString());
}

function quantityWord(quantity: string): string {
    const key = `quantity-${quantity}`;
    return knows(words, key) ? say(key) : quantity;
}

