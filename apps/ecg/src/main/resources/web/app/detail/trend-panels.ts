import { html, nothing } from 'lit';
import type { Limit } from '../../kit/chart/limit-lines';
import '../../kit/chart/live-trend';
import type { LiveTrend, Trend, TrendSource } from '../../kit/chart/live-trend';
import { EIGHT_HOURS, ONE_DAY, ONE_HOUR, ONE_WEEK, TEN_MINUTES, rangeChoice, rangeOf } from '../../kit/chart/time-range';
import { PageElement } from '../../kit/page-element';
import type { LimitName, LimitSettings } from '../limits/limits';
import type { Numerics } from '../patient/patient';
import type { Quantity } from '../server';
import { fetchTrend } from '../server';
import type { NumericsPoint, Ward } from '../ward';

const RANGES = [ONE_HOUR, TEN_MINUTES, EIGHT_HOURS, ONE_DAY, ONE_WEEK] as const;
const IN_ORDER = [...RANGES].sort((left, right) => left.millis - right.millis);

interface Shown {
    readonly quantity: Quantity;
    readonly heading: string;
    readonly limits: readonly { readonly name: LimitName; readonly label: string }[];
    readonly usual: readonly [number, number];
    /** Whose colour it has. */
    readonly colour?: 'heart' | 'oxygen' | 'breath';
    /** Figures are shown this many times as large as they come, in this unit. */
    readonly shownAs?: { readonly factor: number; readonly unit: string };
    /** Where the live link tells it; the others come with the next fetch. */
    readonly live?: keyof Pick<Numerics, 'heartRate' | 'respirationRate'>;
}

const HEART_RATE: Shown = {
    quantity: 'heartRate',
    heading: 'Heart rate',
    limits: [
        { name: 'heartRateHigh', label: 'high' },
        { name: 'heartRateLow', label: 'low' },
    ],
    usual: [30, 160],
    colour: 'heart',
    live: 'heartRate',
};
const OTHERS: readonly Shown[] = [
    {
        quantity: 'respirationRate',
        heading: 'Respiration',
        limits: [
            { name: 'respirationRateHigh', label: 'high' },
            { name: 'respirationRateLow', label: 'low' },
        ],
        usual: [0, 40],
        colour: 'breath',
        live: 'respirationRate',
    },
    { quantity: 'spo2', heading: 'SpO₂', limits: [{ name: 'spo2Low', label: 'low' }], usual: [80, 100], colour: 'oxygen' },
    { quantity: 'systolic', heading: 'Systolic pressure', limits: [], usual: [60, 200] },
    { quantity: 'temperature', heading: 'Temperature', limits: [], usual: [34, 41] },
    { quantity: 'news', heading: 'NEWS2', limits: [], usual: [0, 12] },
    {
        quantity: 'ventricularShare',
        heading: 'Ventricular beats of the last 64',
        limits: [],
        usual: [0, 20],
        shownAs: { factor: 100, unit: '%' },
    },
];

/** The figures over one span of time, with the limits of this patient. */
export class TrendPanels extends PageElement {
    static override properties = {
        ward: { attribute: false },
        settings: { attribute: false },
        patientId: { type: String },
        range: { type: String },
        empty: { state: true },
    };
    declare ward: Ward;
    declare settings: LimitSettings;
    declare patientId: string;
    declare range: string;
    /** Headings of those that have no figures in this span; they are told in one line. */
    declare empty: readonly string[];
    private limitsKey = '';
    private readonly limits = new Map<Quantity, readonly Limit[]>();

    constructor() {
        super();
        this.empty = [];
        this.addEventListener('emptiness', () => {
            this.empty = [...this.querySelectorAll<LiveTrend>('mw-live-trend')].filter(({ isEmpty }) => isEmpty).map(({ heading }) => heading);
        });
    }

    protected override render() {
        const range = rangeOf(RANGES, this.range);
        return html`
            <section class="panel" aria-labelledby="trend-title">
                <header><h2 id="trend-title">Trends</h2>${rangeChoice(IN_ORDER, range)}</header>
                ${this.trend(HEART_RATE, range.millis)}
                <div class="pair">${OTHERS.map((shown) => this.trend(shown, range.millis))}</div>
                ${this.empty.length > 0 ? html`<p class="quiet without">No figures in this span: ${this.empty.join(', ')}.</p>` : nothing}
            </section>
        `;
    }

    private trend(shown: Shown, spanMillis: number) {
        return html`
            <mw-live-trend
                class=${shown.colour ?? ''}
                ?hidden=${this.empty.includes(shown.heading)}
                .source=${this.source(shown)}
                heading=${shown.heading}
                spanMillis=${spanMillis}
                .limits=${this.limitsOf(shown)}
                .usual=${shown.usual}
            ></mw-live-trend>
        `;
    }

    private source({ quantity, live, shownAs }: Shown): TrendSource {
        const { patientId, ward } = this;
        return {
            key: `${patientId} ${quantity}`,
            events: ward,
            fetch: async (from, to, points) => {
                const trend = await fetchTrend(patientId, quantity, from, to, points);
                return shownAs ? { unit: shownAs.unit, series: times(trend.series, shownAs.factor) } : trend;
            },
            valueIn: (detail) => {
                const point = detail as NumericsPoint;
                const value = live && point.patientId === patientId ? point.numerics[live] : null;
                return value === null ? undefined : { t: Date.parse(point.numerics.at), value };
            },
        };
    }

    /** The same array for the same limits; a new one would build the chart anew with every figure that arrives. */
    private limitsOf({ quantity, limits }: Shown): readonly Limit[] {
        const key = JSON.stringify(this.settings.limits);
        if (key !== this.limitsKey) {
            this.limitsKey = key;
            this.limits.clear();
        }
        const known =
            this.limits.get(quantity) ??
            limits.map(({ name, label }): Limit => ({ value: this.settings.limits[name], label, weight: 'medium' }));
        this.limits.set(quantity, known);
        return known;
    }
}
customElements.define('mw-trend-panels', TrendPanels);

function times({ t, min, mean, max }: Trend['series'], factor: number): Trend['series'] {
    const scaled = (values: readonly (number | null)[]) => values.map((value) => (value === null ? null : value * factor));
    return { t, min: scaled(min), mean: scaled(mean), max: scaled(max) };
}
