import { html } from 'lit';
import type { PropertyValues } from 'lit';
import type { Limit, ScaleTo } from '../../kit/chart/limit-lines';
import '../../kit/chart/trend-chart';
import { TrendSeries } from '../../kit/chart/trend-series';
import { serverClock } from '../../kit/clock/server-clock';
import { PageElement } from '../../kit/page-element';
import type { LivePoint, Plant } from '../plant';
import type { Feature } from '../server';
import { fetchTrend } from '../server';

const POINTS = 600;

/** One feature of one machine over a span of time: fetched, then grown by the live points. */
export class FeatureTrend extends PageElement {
    static override properties = {
        plant: { attribute: false },
        machineId: { type: String },
        feature: { type: String },
        heading: { type: String },
        spanMillis: { type: Number },
        limits: { attribute: false },
        scaleTo: { type: String },
        describe: { attribute: false },
        revision: { state: true },
        sentence: { state: true },
        unit: { state: true },
    };
    declare plant: Plant;
    declare machineId: string;
    declare feature: Feature;
    declare heading: string;
    declare spanMillis: number;
    declare limits: readonly Limit[];
    declare scaleTo: ScaleTo;
    declare describe: (value: number) => string;
    declare revision: number;
    /** Said instead of a chart: that it is being fetched, that there is nothing, what went wrong. */
    declare sentence: string;
    declare unit: string;
    private series = new TrendSeries(0, 0);

    constructor() {
        super();
        this.limits = [];
        this.scaleTo = 'limits';
        this.describe = () => '';
        this.revision = 0;
        this.sentence = '';
        this.unit = '';
    }

    override connectedCallback(): void {
        super.connectedCallback();
        this.plant.addEventListener('point', this.grow);
        this.plant.addEventListener('reloaded', this.fetch);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.plant.removeEventListener('point', this.grow);
        this.plant.removeEventListener('reloaded', this.fetch);
    }

    protected override willUpdate(changed: PropertyValues): void {
        if (changed.has('machineId') || changed.has('spanMillis')) {
            this.series = new TrendSeries(this.spanMillis, this.spanMillis / POINTS);
            this.sentence = 'Fetching the trend …';
            void this.fetch();
        }
    }

    protected override render() {
        const empty = this.series.latestMillis === undefined;
        return html`
            <h3>${this.heading}</h3>
            ${empty
                ? html`<p class="empty">${this.sentence}</p>`
                : html`<mw-trend-chart
                      label=${this.heading}
                      unit=${this.unit}
                      .series=${this.series}
                      .revision=${this.revision}
                      .limits=${this.limits}
                      scaleTo=${this.scaleTo}
                      .describe=${this.describe}
                  ></mw-trend-chart>`}
        `;
    }

    private readonly fetch = async (): Promise<void> => {
        const { series } = this;
        const now = serverClock.nowMillis();
        try {
            const trend = await fetchTrend(this.machineId, this.feature, now - this.spanMillis, now, POINTS);
            if (series === this.series) {
                series.replace(trend.series);
                this.unit = trend.unit;
                this.sentence = 'There are no figures for this span of time.';
            }
        } catch (problem) {
            this.sentence = problem instanceof Error ? problem.message : String(problem);
        }
        this.revision += 1;
    };

    private readonly grow = (event: Event): void => {
        const point = (event as CustomEvent<LivePoint>).detail;
        const value = point[this.feature];
        if (point.machineId === this.machineId && value !== undefined && value !== null) {
            this.series.append(point.t, value);
            this.revision += 1;
        }
    };
}
customElements.define('mw-feature-trend', FeatureTrend);
