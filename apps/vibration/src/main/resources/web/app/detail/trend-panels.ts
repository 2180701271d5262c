import { html } from 'lit';
import type { ScaleTo } from '../../kit/chart/limit-lines';
import '../../kit/chart/live-trend';
import { ONE_DAY, ONE_HOUR, ONE_WEEK, ONE_YEAR, TEN_MINUTES, THREE_MONTHS, rangeChoice, rangeOf } from '../../kit/chart/time-range';
import { PageElement } from '../../kit/page-element';
import type { MachineDetail } from '../machine/machine';
import { zoneLimits, zoneOf } from '../machine/zones';
import type { Plant } from '../plant';
import { featureSource } from './feature-source';

const RANGES = [TEN_MINUTES, ONE_HOUR, ONE_DAY, ONE_WEEK, THREE_MONTHS, ONE_YEAR] as const;

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
        const range = rangeOf(RANGES, this.range);
        const zones = machine.zoneLimitsMillimetresPerSecond;
        return html`
            <section class="panel" aria-labelledby="trend-title">
                <header>
                    <h2 id="trend-title">Trend</h2>
                    <div class="choice" role="group" aria-label="Scale of the velocity">
                        <button aria-pressed=${this.scaleTo === 'limits'} @click=${() => (this.scaleTo = 'limits')}>Scale to limits</button>
                        <button aria-pressed=${this.scaleTo === 'data'} @click=${() => (this.scaleTo = 'data')}>to figures</button>
                    </div>
                    ${rangeChoice(RANGES, range)}
                </header>
                <mw-live-trend
                    class="foremost"
                    .source=${featureSource(plant, machine.id, 'velocityRms')}
                    heading="Velocity, rms, 10 Hz to 1 kHz"
                    spanMillis=${range.millis}
                    .limits=${this.stable(zones)}
                    scaleTo=${this.scaleTo}
                    .describe=${(value: number) => `zone ${zoneOf(value, zones) ?? 'not known'}`}
                ></mw-live-trend>
                <div class="pair">
                    <mw-live-trend .source=${featureSource(plant, machine.id, 'kurtosis')} heading="Kurtosis of the acceleration" spanMillis=${range.millis}></mw-live-trend>
                    <mw-live-trend .source=${featureSource(plant, machine.id, 'crestFactor')} heading="Crest factor" spanMillis=${range.millis}></mw-live-trend>
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
