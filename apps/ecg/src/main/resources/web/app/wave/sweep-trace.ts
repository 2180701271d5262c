import { html } from 'lit';
import { serverClock } from '../../kit/clock/server-clock';
import { Palette } from '../../kit/chart/palette';
import { PageElement } from '../../kit/page-element';
import { THEME_CHANGED } from '../../kit/theme/theme';
import { fetchStrip } from '../server';
import type { Ward } from '../ward';
import { SCALE_CHANGED, screenScale } from './screen';
import { sweepLoop } from './sweep-loop';
import { SweepPen } from './sweep-pen';
import type { Sheet } from './sweep-pen';

const LINE_PIXELS = 1.4;
const SHARPEST = 2;
const HISTORY_MILLIS = 15_000;

/** The live trace of one channel of one patient. Only drawn while it is in sight. */
export class SweepTrace extends PageElement {
    static override properties = {
        ward: { attribute: false },
        patientId: { type: String },
        channel: { type: Number },
        withHistory: { type: Boolean },
    };
    declare ward: Ward;
    declare patientId: string;
    declare channel: number;
    /** Whether the seconds before are fetched; a wall does without them. */
    declare withHistory: boolean;
    private sheet: Sheet | undefined;
    private readonly pen = new SweepPen(
        () => this.ward.waves.traceOf(this.patientId, this.channel),
        () => this.sheet,
    );
    private readonly sizes = new ResizeObserver(() => this.fit());
    private readonly sight = new IntersectionObserver((entries) => this.come(entries.at(-1)?.isIntersecting ?? false));
    private release = (): void => undefined;

    constructor() {
        super();
        this.channel = 0;
        this.withHistory = false;
    }

    override connectedCallback(): void {
        super.connectedCallback();
        this.release = this.ward.waves.watch(this.patientId, 'samples');
        this.sizes.observe(this);
        this.sight.observe(this);
        screenScale.addEventListener(SCALE_CHANGED, this.fit);
        window.addEventListener(THEME_CHANGED, this.fit);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.release();
        this.sizes.disconnect();
        this.sight.disconnect();
        screenScale.removeEventListener(SCALE_CHANGED, this.fit);
        window.removeEventListener(THEME_CHANGED, this.fit);
        sweepLoop.remove(this.pen);
    }

    protected override render() {
        return html`<canvas role="img" aria-label=${`Live ECG, lead ${this.channel + 1}; read its figures beside it`}></canvas>`;
    }

    protected override firstUpdated(): void {
        this.fit();
        if (this.withHistory) {
            void this.fetchHistory();
        }
    }

    private async fetchHistory(): Promise<void> {
        const now = serverClock.nowMillis();
        try {
            const { traces } = await fetchStrip(this.patientId, now - HISTORY_MILLIS, now);
            const stored = traces.filter(({ channel }) => channel === this.channel);
            this.ward.waves
                .traceOf(this.patientId, this.channel)
                .addEarlier(stored.flatMap(({ segments, ...trace }) => segments.map((segment) => ({ ...trace, ...segment }))));
            this.pen.repaint(performance.now());
        } catch {
            // Only what came before: the trace fills with what arrives.
        }
    }

    private come(inSight: boolean): void {
        if (inSight) {
            this.fit();
            sweepLoop.add(this.pen);
        } else {
            sweepLoop.remove(this.pen);
        }
    }

    private readonly fit = (): void => {
        const canvas = this.querySelector('canvas');
        const context = canvas?.getContext('2d');
        const [width, height] = [this.clientWidth, this.clientHeight];
        if (!canvas || !context || width === 0 || height === 0) {
            return;
        }
        const sharpness = Math.min(SHARPEST, devicePixelRatio);
        canvas.width = Math.round(width * sharpness);
        canvas.height = Math.round(height * sharpness);
        context.scale(sharpness, sharpness);
        context.lineWidth = LINE_PIXELS;
        context.lineJoin = 'round';
        const palette = new Palette(this);
        const { pixelsPerSecond, pixelsPerMillivolt } = screenScale;
        this.sheet = {
            context,
            width,
            height,
            pixelsPerSecond,
            pixelsPerMillivolt,
            colour: palette.colour('wave'),
            quietColour: palette.colour('wave-quiet'),
        };
        this.pen.repaint(performance.now());
    };
}
customElements.define('mw-sweep-trace', SweepTrace);
