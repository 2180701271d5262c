import { sparkLine } from '../../kit/chart/spark-line';
import { TrendSeries } from '../../kit/chart/trend-series';
import { serverClock } from '../../kit/clock/server-clock';
import { PageElement } from '../../kit/page-element';
import type { LivePoint, Plant } from '../plant';
import { fetchTrend } from '../server';

const SPAN_MILLIS = 15 * 60_000;
const POINTS = 90;

/** A small trend that is fetched when it first comes into sight and then grows with the live points. */
export class RecentVelocity extends PageElement {
    static override properties = { plant: { attribute: false }, machineId: { type: String }, limit: { type: Number } };
    declare plant: Plant;
    declare machineId: string;
    /** Drawn as a dotted line; 0 for none. */
    declare limit: number;
    private readonly series = new TrendSeries(SPAN_MILLIS, SPAN_MILLIS / POINTS);
    private readonly sight = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && this.begin());

    override connectedCallback(): void {
        super.connectedCallback();
        this.sight.observe(this);
        this.plant.addEventListener('reloaded', this.fetch);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.sight.disconnect();
        this.plant.removeEventListener('reloaded', this.fetch);
        this.plant.removeEventListener('point', this.grow);
    }

    protected override render() {
        const [times, , , values] = this.series.columns();
        const to = Math.max(serverClock.nowMillis(), times.at(-1) ?? 0);
        return sparkLine({ times, values, from: to - SPAN_MILLIS, to, limit: this.limit || undefined });
    }

    private begin(): void {
        this.sight.disconnect();
        this.plant.addEventListener('point', this.grow);
        this.fetch();
    }

    private readonly fetch = (): void => {
        const now = serverClock.nowMillis();
        fetchTrend(this.machineId, 'velocityRms', now - SPAN_MILLIS, now, POINTS).then(
            ({ series }) => {
                this.series.replace(series);
                this.requestUpdate();
            },
            () => undefined, // Only an ornament beside the figure: it stays empty.
        );
    };

    private readonly grow = (event: Event): void => {
        const point = (event as CustomEvent<LivePoint>).detail;
        if (point.machineId === this.machineId && point.velocityRms !== undefined && point.velocityRms !== null) {
            this.series.append(point.t, point.velocityRms);
            this.requestUpdate();
        }
    };
}
customElements.define('mw-recent-velocity', RecentVelocity);
