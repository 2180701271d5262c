import { html } from 'lit';
import type { ScaleTo } from '../../kit/chart/limit-lines';
import { PageElement } from '../../kit/page-element';
import { setQuery } from '../../kit/routing/hash-router';
import type { MachineDetail } from '../machine/machine';
import { zoneLimits, zoneOf } from '../machine/zones';
import type { Plant } from '../plant';
import './feature-trend';

const MINUTE_MILLIS = 60_000;
const DAY_MILLIS = 24 * 60 * MINUTE_MILLIS;

const RANGES = [
    { key: '10m', name: '10 min', millis: 10 * MINUTE_MILLIS },
    { key: '1h', name: '1 h', millis: 60 * MINUTE_MILLIS },
    { key: '1d', name: '24 h', millis: DAY_MILLIS },
    { key: '7d', name: '7 d', millis: 7 * DAY_MILLIS },
    { key: '90d', name: '90 d', millis: 90 * DAY_MILLIS },
    { key: '1y', name: '1 y', millis: 365 * DAY_MILLIS },
] as const;

/** Velocity with its zone limits, kurtosis and crest factor, over one span of time. */
export class TrendPanels extends PageElement {
    static override properties = { machine: { attribute: false }, plant: { attribute: false }, range: { type: String }, scaleTo: { state: true } };
    declare machine: MachineDetail;
    declare plant: Plant;
    declare range: string;
    declare scaleTo: ScaleTo;
    private limitsKey = '';
    private limits = zoneLimits([]);

    constructor() {
        super();
        this.scaleTo = 'limits';
    }

    protected override render() {
        const { machine, plant } = this;
        const span = (RANGES.find((range) => range.key === this.range) ?? RANGES[0]).millis;
        const zones = machine.zoneLimitsMillimetresPerSecond;
        return html`
            <section class="panel" aria-labelledby="trend-title">
                <header>
                    <h2 id="trend-title">Trend</h2>
                    <div class="choice" role="group" aria-label="Scale of the velocity">
                        <button aria-pressed=${this.scaleTo === 'limits'} @click=${() => (this.scaleTo = 'limits')}>Scale to limits</button>
                        <button aria-pressed=${this.scaleTo === 'data'} @click=${() => (this.scaleTo = 'data')}>to figures</button>
                    </div>
                    <div class="choice" role="group" aria-label="Time shown">
                        ${RANGES.map(
                            ({ key, name, millis }) =>
                                html`<button aria-pressed=${millis === span} @click=${() => setQuery('range', key)}>${name}</button>`,
                        )}
                    </div>
                </header>
                <mw-feature-trend
                    .plant=${plant}
                    machineId=${machine.id}
                    feature="velocityRms"
                    heading="Velocity, rms, 10 Hz to 1 kHz"
                    spanMillis=${span}
                    .limits=${this.stable(zones)}
                    scaleTo=${this.scaleTo}
                    .describe=${(value: number) => `zone ${zoneOf(value, zones) ?? 'not known'}`}
                ></mw-feature-trend>
                <div class="pair">
                    <mw-feature-trend .plant=${plant} machineId=${machine.id} feature="kurtosis" heading="Kurtosis of the acceleration" spanMillis=${span}></mw-feature-trend>
                    <mw-feature-trend .plant=${plant} machineId=${machine.id} feature="crestFactor" heading="Crest factor" spanMillis=${span}></mw-feature-trend>
                </div>
                <p class="source quiet">${machine.zoneSource}. Line: mean; band: least to greatest value of each step.</p>
            </section>
        `;
    }

    /** The same array for the same limits; a new one would build the chart anew with every figure that arrives. */
    private stable(zones: readonly number[]) {
        if (zones.join() !== this.limitsKey) {
            this.limitsKey = zones.join();
            this.limits = zoneLimits(zones);
        }
        return this.limits;
    }
}
customElements.define('mw-trend-panels', TrendPanels);
