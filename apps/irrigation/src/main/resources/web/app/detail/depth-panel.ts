import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Course } from '../../kit/chart/course';
import '../../kit/chart/course-chart';
import { ONE_WEEK, THREE_MONTHS, rangeChoice, rangeOf } from '../../kit/chart/time-range';
import type { TimeRange } from '../../kit/chart/time-range';
import { serverClock } from '../../kit/clock/server-clock';
import { fixed } from '../../kit/format/number';
import { sentenceOf } from '../../kit/http/sentence';
import { READING_CHANGED } from '../../kit/language/language';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { measured } from '../../kit/units/measure';
import { DAY_MILLIS } from '../day';
import { reasonText } from '../reason/reason';
import words from './words.json';
import type { DepthSeries, SoilLayer, ZoneDetail } from './zone-server';
import { fetchDepths } from './zone-server';

const say = speaker(words);
const ONE_MONTH: TimeRange = { key: '30d', name: '30 d', millis: 30 * DAY_MILLIS };
/** The first one is shown unless the address names another. */
const RANGES = [ONE_MONTH, ONE_WEEK, THREE_MONTHS] as const;
const PERCENT = 100;

interface Lane {
    readonly depth: DepthSeries;
    readonly layer: SoilLayer | undefined;
    readonly times: readonly number[];
    readonly courses: readonly Course[];
    readonly scale: readonly [number, number];
}

/** Water content at each depth, one below the other as in the soil, each against field capacity and wilting point of its own layer. */
export class DepthPanel extends PageElement {
    static override properties = { zone: { attribute: false }, range: { type: String }, lanes: { state: true }, mistake: { state: true } };
    declare zone: ZoneDetail;
    declare range: string;
    declare lanes: readonly Lane[] | undefined;
    declare mistake: string;
    private asked = '';
    private depths: readonly DepthSeries[] = [];

    constructor() {
        super();
        this.mistake = '';
    }

    override connectedCallback(): void {
        super.connectedCallback();
        window.addEventListener(READING_CHANGED, this.build);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        window.removeEventListener(READING_CHANGED, this.build);
    }

    protected override willUpdate(_changed: PropertyValues): void {
        const wanted = `${this.zone.id} ${this.range} ${this.zone.lastReadingAt}`;
        if (wanted !== this.asked) {
            this.asked = wanted;
            void this.fetch();
        }
    }

    protected override render() {
        const range = rangeOf(RANGES, this.range);
        return html`
            <section class="panel depths" aria-labelledby="depths-title">
                <header><h2 id="depths-title">${say('depths')}</h2>${rangeChoice([ONE_WEEK, ONE_MONTH, THREE_MONTHS], range)}</header>
                ${this.mistake ? html`<p class="mistake">${this.mistake}</p>` : nothing}
                ${this.lanes === undefined
                    ? html`<div class="empty"><p>${say('fetching')}</p></div>`
                    : this.lanes.length === 0
                      ? html`<div class="empty"><p>${say('noProbe')}</p></div>`
                      : this.lanes.map((lane, index) => this.lane(lane, index === (this.lanes?.length ?? 0) - 1))}
            </section>
        `;
    }

    private lane({ depth, times, courses, scale }: Lane, lowest: boolean) {
        const name = measured('soilDepth', depth.depthMillimetres / 10);
        return html`
            <h3>${name}</h3>
            <mw-course-chart class="lane" label=${say('depthLabel', { depth: name })} unit="%" together="milliwatt-depths" .times=${times} .courses=${courses} .range=${scale} .written=${(value: number) => `${fixed(value, 1)} %`} ?withoutKey=${!lowest}></mw-course-chart>
            ${depth.excluded.t.length > 0 ? html`<p class="source quiet">${say('excluded', { n: depth.excluded.t.length, why: why(depth.excluded.flag) })}</p>` : nothing}
        `;
    }

    private async fetch(): Promise<void> {
        const asked = this.asked;
        const now = serverClock.nowMillis();
        try {
            const depths = await fetchDepths(this.zone.id, now - rangeOf(RANGES, this.range).millis, now);
            if (asked === this.asked) {
                this.depths = [...depths].sort((left, right) => left.depthMillimetres - right.depthMillimetres);
                this.mistake = '';
                this.build();
            }
        } catch (problem) {
            this.mistake = sentenceOf(problem);
            this.lanes ??= [];
        }
    }

    private readonly build = (): void => {
        this.lanes = this.depths.map((depth) => {
            const layer = this.zone.soil?.layers.find(({ topMillimetres, bottomMillimetres }) => depth.depthMillimetres >= topMillimetres && depth.depthMillimetres < bottomMillimetres);
            return { depth, layer, ...coursesOf(depth, layer) };
        });
    };
}
customElements.define('mw-depth-panel', DepthPanel);

function coursesOf({ t: readAt, waterContent, excluded }: DepthSeries, layer: SoilLayer | undefined): Omit<Lane, 'depth' | 'layer'> {
    const kept = new Map(readAt.map((t, index) => [t, waterContent[index] ?? null]));
    const dropped = new Map(excluded.t.map((t, index) => [t, excluded.waterContent[index] ?? null]));
    const times = [...new Set([...readAt, ...excluded.t])].sort((left, right) => left - right);
    const inPercent = (value: number | null | undefined) => (value == null || value === undefined ? null : value * PERCENT);
    const level = (value: number) => times.map(() => value * PERCENT);
    const course = times.map((t) => inPercent(kept.get(t)));
    const scale = scaleOf([...course, ...(layer ? [layer.fieldCapacity * PERCENT, layer.wiltingPoint * PERCENT] : [])]);
    const notUsed = times.map((t) => inPercent(dropped.get(t)));
    return {
        times,
        scale,
        courses: [
            { name: say('waterContent'), values: course, colour: 'trace', width: 2 },
            ...(layer
                ? [
                      { name: say('fieldCapacity'), values: level(layer.fieldCapacity), colour: 'series-2', dash: [12, 4] },
                      { name: say('wiltingPoint'), values: level(layer.wiltingPoint), colour: 'limit-high', dash: [2, 3] },
                  ]
                : []),
            { name: say('notUsed'), values: notUsed.map((value) => (value == null ? null : Math.min(scale[1], Math.max(scale[0], value)))), told: notUsed, colour: 'series-4', kind: 'points' as const },
        ],
    };
}

/** What the kept readings and the lines of the layer span; a wild reading that was left out does not flatten them. */
function scaleOf(values: readonly (number | null)[]): readonly [number, number] {
    const known = values.filter((value) => value != null);
    return known.length === 0 ? [0, 50] : [Math.max(0, Math.floor(Math.min(...known) - 2)), Math.ceil(Math.max(...known) + 2)];
}

/** The flags of the readings left out, in words, each once. */
function why(flags: readonly string[]): string {
    return [...new Set(flags.flatMap((flag) => flag.split(/[\s,]+/)))].map((code) => reasonText({ code, sentence: code })).join('; ');
}
