import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import '../../kit/chart/course-chart';
import type { Course } from '../../kit/chart/course';
import { serverClock } from '../../kit/clock/server-clock';
import { Follow } from '../../kit/follow';
import { fixed } from '../../kit/format/number';
import { moment } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { addressOf } from '../../kit/routing/hash-router';
import { measured } from '../../kit/units/measure';
import { DAY_MILLIS, dayAndYearText } from '../day';
import type { Farm } from '../farm';
import { reasonText } from '../reason/reason';
import './calibration-panel';
import type { Battery, ExcludedReading, Probe } from './probe';
import { fetchBattery, fetchExcluded, fetchProbe } from './probe';
import './probe-card';
import words from './words.json';

const say = speaker(words);
const BATTERY_DAYS = 60;
/** Without its course the rest of the page stays of use. */
const NO_BATTERY: Battery = { t: [], millivolts: [] };
const VOLTS_PER_MILLIVOLT = 0.001;
const PERCENT = 100;

/** One probe: how it is, what was not used and why, its battery, its moves, its calibration. */
export class ProbePage extends PageElement {
    static override properties = { farm: { attribute: false }, probeId: { type: String }, probe: { state: true }, excluded: { state: true }, times: { state: true }, battery: { state: true }, mistake: { state: true } };
    declare farm: Farm;
    declare probeId: string;
    declare probe: Probe | undefined;
    declare excluded: readonly ExcludedReading[];
    declare times: readonly number[];
    declare battery: readonly Course[];
    declare mistake: string;

    constructor() {
        super();
        this.mistake = '';
        this.excluded = [];
        this.times = [];
        this.battery = [];
        new Follow(this, () => this.farm.zones);
    }

    override connectedCallback(): void {
        super.connectedCallback();
        this.farm.addEventListener('probe', this.take);
        this.farm.addEventListener('reloaded', this.fetch);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.farm.removeEventListener('probe', this.take);
        this.farm.removeEventListener('reloaded', this.fetch);
    }

    protected override willUpdate(changed: PropertyValues): void {
        if (changed.has('probeId')) {
            this.probe = undefined;
            void this.fetch();
        }
    }

    protected override render() {
        const { probe } = this;
        if (!probe) {
            return html`<div class="empty" aria-busy=${this.mistake === ''}><p>${this.mistake || say('fetching')}</p></div>`;
        }
        document.title = `${probe.name} – ${this.farm.product}`;
        const zone = probe.zoneId == null ? undefined : this.farm.zones.find(probe.zoneId);
        return html`
            <nav class="crumbs" aria-label=${say('path')}><a href="#/sensors">${say('backToSensors')}</a>${zone ? html` <span aria-hidden="true">›</span> <a href=${addressOf(['zones', zone.id])}>${zone.name}</a>` : nothing}</nav>
            <header class="page-head"><h1>${probe.name}</h1>${this.place(probe)}</header>
            <div class="card-grid">
                <mw-probe-card .probe=${probe}></mw-probe-card>
                <section class="panel" aria-labelledby="battery-title">
                    <header><h2 id="battery-title">${say('batteryTrend')}</h2></header>
                    ${this.times.length > 0 ? html`<mw-course-chart class="low" label=${say('batteryTrend')} unit="V" .times=${this.times} .courses=${this.battery} .written=${(value: number) => `${fixed(value, 2)} V`} withoutKey></mw-course-chart>` : nothing}
                    ${probe.moves && probe.moves.length > 0 ? html`<h3>${say('moves')}</h3><ul>${probe.moves.map(({ on, depthsMillimetres }) => html`<li class="figures">${say('movedTo', { day: dayAndYearText(on), depths: depthsMillimetres.map((depth) => measured('soilDepth', depth / 10)).join(', ') })}</li>`)}</ul>` : nothing}
                </section>
                ${this.told(probe)} ${this.notUsed()}
                ${this.farm.mayDecide ? html`<mw-calibration-panel probeId=${probe.id} .depthsMillimetres=${probe.depthsMillimetres}></mw-calibration-panel>` : nothing}
            </div>
        `;
    }

    private place({ installedAt, latitudeDegrees, longitudeDegrees }: Probe) {
        return html`<p class="quiet figures">${[installedAt ? `${say('installed')} ${dayAndYearText(installedAt)}` : '', latitudeDegrees == null || longitudeDegrees == null ? '' : `${say('position')} ${fixed(latitudeDegrees, 5)}, ${fixed(longitudeDegrees, 5)}`].filter(Boolean).join(' · ')}</p>`;
    }

    private told({ briefing, depthsMillimetres }: Probe) {
        const lines = briefing?.lines;
        const rain = briefing?.rain;
        return html`
            <section class="panel" aria-labelledby="told-title" data-confirmed=${lines?.confirmedAt ? 'yes' : 'no'}>
                <header><h2 id="told-title">${say('toldTitle')}</h2></header>
                <p class="figures">${lines ? say('linesTold', { at: moment(lines.toldAt) }) : say('linesNotTold')} ${lines ? (lines.confirmedAt ? say('linesConfirmed', { at: moment(lines.confirmedAt) }) : say('linesUnconfirmed', { n: lines.tries })) : nothing}</p>
                ${lines
                    ? html`<table class="sheet" role="table">
                          <caption class="visually-hidden">${say('toldTitle')}</caption>
                          <thead><tr><th scope="col">${say('depth')}</th><th scope="col" class="number">${say('refillLine')}</th><th scope="col" class="number">${say('fullLine')}</th></tr></thead>
                          <tbody>
                              ${lines.perSensor.map(
                                  ({ refill, full }, sensor) => html`<tr>
                                      <th scope="row" class="figures">${measured('soilDepth', (depthsMillimetres[sensor] ?? 0) / 10)}</th>
                                      <td class="number">${fixed(refill * PERCENT, 1)} %</td><td class="number">${fixed(full * PERCENT, 1)} %</td>
                                  </tr>`,
                              )}
                          </tbody>
                      </table>`
                    : nothing}
                <p class="figures">${rain ? (rain.millimetres.length > 0 ? say('rainTold', { at: moment(rain.toldAt), rain: measured('waterDepth', rain.millimetres.reduce((sum, day) => sum + day, 0)) }) : say('rainUnknownTold', { at: moment(rain.toldAt) })) : say('rainNotTold')}</p>
            </section>
        `;
    }

    private notUsed() {
        return html`
            <section class="panel" aria-labelledby="excluded-title">
                <header><h2 id="excluded-title">${say('excludedTitle')}</h2></header>
                ${this.excluded.length === 0
                    ? html`<p class="quiet">${say('noExcluded')}</p>`
                    : html`<table class="sheet" role="table">
                          <caption class="visually-hidden">${say('excludedTitle')}</caption>
                          <thead><tr><th scope="col">${say('when')}</th><th scope="col">${say('what')}</th><th scope="col">${say('reason')}</th></tr></thead>
                          <tbody>
                              ${this.excluded.map(
                                  ({ at, quantity, value, reason }) => html`<tr>
                                      <td class="figures">${moment(at)}</td><td class="figures">${quantity} ${fixed(value, 2)}</td>
                                      <td>${reasonText(reason)}</td>
                                  </tr>`,
                              )}
                          </tbody>
                      </table>`}
            </section>
        `;
    }

    private readonly take = (event: Event): void => {
        const probe = (event as CustomEvent<Probe>).detail;
        if (probe.id === this.probeId) {
            this.probe = probe;
        }
    };

    private readonly fetch = async (): Promise<void> => {
        const now = serverClock.nowMillis();
        try {
            const [probe, excluded, battery] = await Promise.all([fetchProbe(this.probeId), fetchExcluded(this.probeId), fetchBattery(this.probeId, now - BATTERY_DAYS * DAY_MILLIS, now).catch(() => NO_BATTERY)]);
            this.excluded = excluded;
            this.times = battery.t;
            this.battery = [{ name: say('battery'), values: battery.millivolts.map((value) => (value == null ? null : value * VOLTS_PER_MILLIVOLT)), colour: 'trace', width: 2 }];
            this.probe = probe;
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    };
}
customElements.define('mw-probe-page', ProbePage);
