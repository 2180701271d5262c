import { html } from 'lit';
import type { PropertyValues } from 'lit';
import { serverClock } from '../clock/server-clock';
import { sentenceOf } from '../http/sentence';
import { PageElement } from '../page-element';
import type { Limit, ScaleTo } from './limit-lines';
import './trend-chart';
import { TrendSeries } from './trend-series';
import type { TrendColumns } from './trend-series';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);

export interface Trend {
    readonly unit: string;
    readonly series: TrendColumns;
}

/** Where one trend comes from: stored points by request, new ones by the live link. */
export interface TrendSource {
    /** Changes with what is shown; the trend is then fetched anew. */
    readonly key: string;
    /** Fires `reloaded` when everything has to be fetched again, and `point` with a new point as detail. */
    readonly events: EventTarget;
    fetch(fromMillis: number, toMillis: number, points: number): Promise<Trend>;
    /** The figure of this trend in the detail of a `point`; nothing when it is about something else. */
    valueIn(point: unknown): { readonly t: number; readonly value: number } | undefined;
}

const POINTS = 600;

/** One figure over a span of time: fetched, then grown by the live points. Fires `emptiness` when it is found empty, or is no longer. */
export class LiveTrend extends PageElement {
    static override properties = {
        source: { attribute: false },
        heading: { type: String },
        spanMillis: { type: Number },
        limits: { attribute: false },
        scaleTo: { type: String },
        usual: { attribute: false },
        describe: { attribute: false },
        revision: { state: true },
        sentence: { state: true },
        unit: { state: true },
    };
    declare source: TrendSource;
    declare heading: string;
    declare spanMillis: number;
    declare limits: readonly Limit[];
    declare scaleTo: ScaleTo;
    declare usual: readonly [number, number] | undefined;
    declare describe: (value: number) => string;
    declare revision: number;
    /** Said instead of a chart: that it is being fetched, that there is nothing, what went wrong. */
    declare sentence: string;
    declare unit: string;
    private series = new TrendSeries(0, 0);
    private shown = '';
    private events: EventTarget | undefined;
    private toldEmpty = false;

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
        this.events = this.source.events;
        this.events.addEventListener('point', this.grow);
        this.events.addEventListener('reloaded', this.fetch);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.events?.removeEventListener('point', this.grow);
        this.events?.removeEventListener('reloaded', this.fetch);
    }

    protected override willUpdate(_changed: PropertyValues): void {
        const wanted = `${this.source.key} ${this.spanMillis}`;
        if (wanted !== this.shown) {
            this.shown = wanted;
            this.series = new TrendSeries(this.spanMillis, this.spanMillis / POINTS);
            this.sentence = say('fetching');
            void this.fetch();
        }
    }

    /** Whether there are no figures in the span, as far as it was fetched. */
    get isEmpty(): boolean {
        return this.sentence === say('empty') && this.series.latestMillis === undefined;
    }

    protected override updated(_changed: PropertyValues): void {
        if (this.isEmpty !== this.toldEmpty) {
            this.toldEmpty = this.isEmpty;
            this.dispatchEvent(new Event('emptiness', { bubbles: true }));
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
                      .usual=${this.usual}
                      .describe=${this.describe}
                  ></mw-trend-chart>`}
        `;
    }

    private readonly fetch = async (): Promise<void> => {
        const { series } = this;
        const now = serverClock.nowMillis();
        try {
            const trend = await this.source.fetch(now - this.spanMillis, now, POINTS);
            if (series === this.series) {
                series.replace(trend.series);
                this.unit = trend.unit;
                this.sentence = say('empty');
            }
        } catch (problem) {
            this.sentence = sentenceOf(problem);
        }
        this.revision += 1;
    };

    private readonly grow = (event: Event): void => {
        const point = this.source.valueIn((event as CustomEvent<unknown>).detail);
        if (point) {
            this.series.append(point.t, point.value);
            this.revision += 1;
        }
    };
}
customElements.define('mw-live-trend', LiveTrend);
