import { html, svg } from 'lit';
import type { PropertyValues } from 'lit';
import { fixed } from '../../kit/format/number';
import { PageElement } from '../../kit/page-element';
import type { EcgPaper } from './ecg-paper';
import { timeAt, valueAt, xOf } from './trace-path';

const FINE_STEP_MILLIS = 5;
const COARSE_STEP_MILLIS = 50;
type Leg = 'left' | 'right';

/** Two legs over a paper: the interval between them, the rate it stands for, and the difference of the first lead in millivolts. */
export class Calipers extends PageElement {
    static override properties = { paper: { attribute: false }, left: { state: true }, right: { state: true } };
    declare paper: EcgPaper;
    /** Milliseconds since 1970. */
    declare left: number;
    declare right: number;
    private held: Leg | undefined;

    constructor() {
        super();
        this.left = 0;
        this.right = 0;
    }

    /** Puts the legs on the two beats about the middle of what is shown, or into the middle. */
    private place(): void {
        const { fromMillis, toMillis, strip } = this.paper;
        const middle = (fromMillis + toMillis) / 2;
        const before = strip.beats.filter(({ t }) => t <= middle && t >= fromMillis).at(-1);
        const after = strip.beats.find(({ t }) => t > middle && t <= toMillis);
        const quarter = (toMillis - fromMillis) / 4;
        this.left = before?.t ?? middle - quarter;
        this.right = after?.t ?? middle + quarter;
    }

    protected override willUpdate(_changed: PropertyValues): void {
        const { fromMillis, toMillis } = this.paper;
        if (this.left < fromMillis || this.right > toMillis) {
            this.place();
        }
    }

    protected override render() {
        const { width, height } = this.paper.size;
        return html`
            <svg class="calipers" viewBox="0 0 ${width} ${height}" @pointermove=${this.drag} @pointerup=${this.drop}>
                ${this.leg('left', height)} ${this.leg('right', height)}
                <path class="span" d=${`M${xOf(this.paper.scale, this.left)} ${height - 3}H${xOf(this.paper.scale, this.right)}`} />
            </svg>
            <p class="reading figures" role="status">${this.reading()}</p>
        `;
    }

    private leg(name: Leg, height: number) {
        const x = xOf(this.paper.scale, this[name]);
        return svg`
            <g class="leg" role="slider" tabindex="0" aria-label=${`Caliper, ${name}`} aria-valuenow=${Math.round(this[name] - this.paper.fromMillis)}
                aria-valuetext=${this.reading()} @keydown=${(event: KeyboardEvent) => this.step(event, name)} @pointerdown=${(event: PointerEvent) => this.take(event, name)}>
                <rect class="reach" x=${x - 2.5} y="7" width="5" height=${height - 7} /><path d=${`M${x} 7V${height}`} /><circle cx=${x} cy=${height - 3} r="1.4" />
            </g>`;
    }

    private reading(): string {
        const millis = Math.abs(this.right - this.left);
        const trace = this.paper.strip.traces[0];
        const [first, second] = trace ? [valueAt(trace, this.left), valueAt(trace, this.right)] : [];
        const difference = first === undefined || second === undefined ? '' : ` · ${fixed(second - first, 2)} mV`;
        return `${fixed(millis, 0)} ms · ${millis > 0 ? fixed(60_000 / millis, 0) : '–'} /min${difference}`;
    }

    private take(event: PointerEvent, name: Leg): void {
        this.held = name;
        this.querySelector('svg')?.setPointerCapture(event.pointerId);
        event.preventDefault();
        (event.currentTarget as SVGElement).focus();
    }

    private drag(event: PointerEvent): void {
        const drawing = this.querySelector('svg');
        if (this.held && drawing) {
            const { left, width } = drawing.getBoundingClientRect();
            this.move(this.held, timeAt(this.paper.scale, ((event.clientX - left) / width) * this.paper.size.width));
        }
    }

    private drop(): void {
        this.held = undefined;
    }

    private step(event: KeyboardEvent, name: Leg): void {
        const direction = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
        if (direction !== 0) {
            event.preventDefault();
            this.move(name, this[name] + direction * (event.shiftKey ? COARSE_STEP_MILLIS : FINE_STEP_MILLIS));
        }
    }

    private move(name: Leg, t: number): void {
        this[name] = Math.min(this.paper.toMillis, Math.max(this.paper.fromMillis, t));
    }
}
customElements.define('mw-calipers', Calipers);
