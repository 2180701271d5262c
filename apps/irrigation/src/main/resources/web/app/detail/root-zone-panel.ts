import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Course } from '../../kit/chart/course';
import '../../kit/chart/course-chart';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { inReadersUnit, measured, unitOf } from '../../kit/units/measure';
import { dayText, noon } from '../day';
import words from './words.json';
import type { RootZone, ZoneDetail } from './zone-server';
import { READING_CHANGED } from '../../kit/language/language';

const say = speaker(words);
/** The spread is one standard deviation; 80 % of a normal distribution lie within this many. */
const EIGHTY_PERCENT = 1.28;

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
                ${rootZone && rootZone.day.length > 0
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
        const from = this.rootZone?.forecast?.from;
        return from ? say(from === 'provider' ? 'forecastProvider' : 'forecastClimatology') : '';
    }

    private honesty() {
        const { accuracy, skill } = this.zone;
        return html`
            <p class="source quiet">
                ${say('bandMeaning')}
                ${accuracy ? say('accuracy', { days: accuracy.days, ours: measured('waterDepth', accuracy.oneDayRmseMillimetres), persistence: measured('waterDepth', accuracy.persistenceRmseMillimetres) }) : nothing}
                ${skill ? say('skill', { days: skill.horizonDays, percent: Math.round(skill.reductionVersusPersistencePercent), samples: skill.samples }) : nothing}
            </p>
        `;
    }

    private readonly build = (): void => {
        const past = this.rootZone;
        if (!past) {
            return;
        }
        const ahead = past.forecast;
        const days = [...past.day, ...(ahead?.day ?? [])];
        const gap = (column: readonly unknown[]) => column.map(() => null);
        const both = (first: readonly (number | null)[] | undefined, second: readonly (number | null)[] | undefined) =>
            [...(first ?? gap(past.day)), ...(second ?? gap(ahead?.day ?? []))].map((value) => (value === null ? null : inReadersUnit('waterDepth', value)));
        const joined = (column: readonly (number | null)[] | undefined) => both([...gap(past.day).slice(1), past.storageMillimetres.at(-1) ?? null], column);
        const spread = (sign: number) => past.storageMillimetres.map((value, index) => (value === null ? null : value + sign * EIGHTY_PERCENT * (past.spreadMillimetres[index] ?? 0)));
        const probes = past.probeDepletionMillimetres.map((depletion, index) => (depletion === null ? null : (past.fullMillimetres[index] ?? 0) - depletion));
        const last = (values: readonly (number | null)[]) => ahead?.day.map(() => values.at(-1) ?? null);
        this.times = days.map(noon);
        this.storage = [
            { name: say('storage'), values: both(past.storageMillimetres, undefined), colour: 'trace', width: 2.5 },
            { name: say('forecast'), values: joined(ahead?.storageMillimetres), colour: 'trace', dash: [3, 3], width: 2 },
            { name: say('low'), values: both(spread(-1), ahead?.lowMillimetres), colour: 'trace-band', width: 0, silent: true },
            { name: say('high'), values: both(spread(1), ahead?.highMillimetres), colour: 'trace-band', width: 0, silent: true },
            { name: say('full'), values: both(past.fullMillimetres, last(past.fullMillimetres)), colour: 'series-2', dash: [12, 4] },
            { name: say('refillLine'), values: both(past.refillMillimetres, ahead?.refillMillimetres), colour: 'limit-medium', dash: [6, 4] },
            { name: say('wilting'), values: both(past.wiltingMillimetres, last(past.wiltingMillimetres)), colour: 'limit-high', dash: [2, 3] },
            { name: say('probe'), values: both(probes, undefined), colour: 'series-4', kind: 'points' },
        ];
        this.bands = [{ low: 2, high: 3, colour: 'trace-band', name: say('band') }];
        this.water = [
            { name: say('rain'), values: both(past.rainMillimetres, ahead?.rainMillimetres), colour: 'rain', kind: 'bars' },
            { name: say('irrigation'), values: both(past.irrigationMillimetres, undefined), colour: 'water', kind: 'outlined-bars' },
            { name: say('cropUse'), values: both(past.cropUseMillimetres, undefined), colour: 'series-1', dash: [4, 3] },
        ];
        this.requestUpdate();
    };
}
customElements.define('mw-root-zone-panel', RootZonePanel);

function shownDay(millis: number): string {
    return dayText(new Date(millis).toISOString());
}
