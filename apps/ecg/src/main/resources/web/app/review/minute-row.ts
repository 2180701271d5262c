import { html, nothing, svg } from 'lit';
import type { PropertyValues } from 'lit';
import { sentenceOf } from '../../kit/http/sentence';
import { moment } from '../../kit/format/time';
import { PageElement } from '../../kit/page-element';
import type { Episode } from '../episode/episode';
import { fetchEnvelope } from '../server';
import type { Envelope } from '../wave/recording';

export const MINUTE_MILLIS = 60_000;
const WIDTH = 1200;
const HEIGHT = 44;
/** From the middle to the edge of a row. */
const HALF_MILLIVOLTS = 1.6;

/** One minute of full disclosure on one line. Fires `moment` with the time that was pointed at. */
export class MinuteRow extends PageElement {
    static override properties = {
        patientId: { type: String },
        channel: { type: Number },
        fromMillis: { type: Number },
        shownFrom: { type: Number },
        shownTo: { type: Number },
        episodes: { attribute: false },
        envelope: { state: true },
        mistake: { state: true },
    };
    declare patientId: string;
    declare channel: number;
    declare fromMillis: number;
    /** What the strip below shows. */
    declare shownFrom: number;
    declare shownTo: number;
    declare episodes: readonly Episode[];
    declare envelope: Envelope | undefined;
    declare mistake: string;

    constructor() {
        super();
        this.episodes = [];
        this.mistake = '';
    }

    protected override willUpdate(changed: PropertyValues): void {
        if (changed.has('fromMillis') || changed.has('channel') || changed.has('patientId')) {
            this.envelope = undefined;
            void this.fetch();
        }
    }

    protected override render() {
        const begins = this.episodes.filter(({ onsetAt }) => this.holds(Date.parse(onsetAt)));
        const words = begins.map(({ words }) => words).join(', ');
        return html`
            <button class="minute" aria-label=${`${moment(this.fromMillis)}, one minute${words ? `; ${words}` : ''}${this.envelope?.traces.length === 0 ? '; nothing received' : ''}`} @click=${this.point}>
                <time class="figures">${moment(this.fromMillis)}</time>
                <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
                    ${this.window()} ${this.envelope?.traces.map(({ series }) => svg`<path class="line" d=${this.path(series)} />`)}
                    ${begins.map(({ onsetAt, level }) => svg`<path class="begin" data-level=${level} d=${`M${this.x(Date.parse(onsetAt))} 0V${HEIGHT}`} />`)}
                </svg>
                <span class="words">${this.mistake || words || (this.envelope?.traces.length === 0 ? 'nothing received' : '')}</span>
            </button>
        `;
    }

    private window() {
        const [from, to] = [Math.max(this.x(this.shownFrom), 0), Math.min(this.x(this.shownTo), WIDTH)];
        return to > from ? svg`<rect class="window" x=${from} y="0" width=${to - from} height=${HEIGHT} />` : nothing;
    }

    /** An upright stroke from the least to the greatest value of each step; a gap where nothing was received. */
    private path({ t, min, max }: Envelope['traces'][number]['series']): string {
        const middles = t
            .flatMap((_, index) => (min[index] == null || max[index] == null ? [] : [(min[index] + max[index]) / 2]))
            .sort((left, right) => left - right);
        const level = middles[middles.length >> 1] ?? 0;
        const y = (value: number): string =>
            Math.min(HEIGHT, Math.max(0, (HEIGHT / 2) * (1 - (value - level) / HALF_MILLIVOLTS))).toFixed(1);
        let pen = 'M';
        return t
            .map((time, index) => {
                const [least, greatest] = [min[index], max[index]];
                if (least == null || greatest == null || time - (t[index - 1] ?? time) > 1000) {
                    pen = 'M';
                }
                if (least == null || greatest == null) {
                    return '';
                }
                const x = this.x(time).toFixed(1);
                const stroke = `${pen}${x} ${y(greatest)}L${x} ${y(least)}`;
                pen = 'L';
                return stroke;
            })
            .join('');
    }

    private x(t: number): number {
        return ((t - this.fromMillis) / MINUTE_MILLIS) * WIDTH;
    }

    private holds(t: number): boolean {
        return t >= this.fromMillis && t < this.fromMillis + MINUTE_MILLIS;
    }

    /** By keyboard the middle of the minute, by pointer the place that was pointed at. */
    private point(event: MouseEvent): void {
        const { left, width } = this.querySelector('svg')?.getBoundingClientRect() ?? { left: 0, width: 1 };
        const share = event.detail === 0 ? 0.5 : Math.min(1, Math.max(0, (event.clientX - left) / width));
        this.dispatchEvent(new CustomEvent('moment', { detail: this.fromMillis + share * MINUTE_MILLIS, bubbles: true }));
    }

    private async fetch(): Promise<void> {
        const asked = this.fromMillis;
        try {
            const envelope = await fetchEnvelope(this.patientId, this.channel, asked, asked + MINUTE_MILLIS, WIDTH);
            if (asked === this.fromMillis) {
                this.envelope = envelope;
                this.mistake = '';
            }
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }
}
customElements.define('mw-minute-row', MinuteRow);
