import { html, nothing, svg } from 'lit';
import type { PropertyValues } from 'lit';
import { PageElement } from '../../kit/page-element';
import type { Strip } from '../episode/episode';
import type { Beat } from '../review/label';
import { classOf, isUnsure } from '../review/label';
import { remarksOn, warningOf } from '../wave/recording';
import type { Remark, Trace } from '../wave/recording';
import './calipers';
import { LETTER_WIDTH, MARK_HEIGHT, placed } from './marks';
import type { PaperScale } from './trace-path';
import { pathOf, xOf } from './trace-path';

/** Room for the calibration pulse of 1 mV at the left, in millimetres. */
const LEFT = 9;
const BEATS_HEIGHT = 7;
const PULSE_SECONDS = 0.2;
let papers = 0;

/**
 * A stretch of ECG on millimetre paper, one channel below the other, with beats as tick marks. On paper a millimetre is a
 * millimetre; on the screen as far as the screen was measured. Fires `beat` with the beat that was chosen.
 */
export class EcgPaper extends PageElement {
    static override properties = {
        strip: { attribute: false },
        fromMillis: { type: Number },
        toMillis: { type: Number },
        speed: { type: Number },
        gain: { type: Number },
        channelHeight: { type: Number },
        channels: { type: Number },
        chosenBeat: { type: Number },
        selectable: { type: Boolean },
        measuring: { type: Boolean },
        label: { type: String },
    };
    declare strip: Strip;
    declare fromMillis: number;
    declare toMillis: number;
    /** mm/s. */
    declare speed: number;
    /** mm/mV. */
    declare gain: number;
    /** Of each channel, in millimetres. */
    declare channelHeight: number;
    /** At most this many of each node. */
    declare channels: number;
    /** Time of the beat that stands out; 0 for none. */
    declare chosenBeat: number;
    /** Whether beats can be chosen. */
    declare selectable: boolean;
    /** Whether calipers lie on the paper. */
    declare measuring: boolean;
    declare label: string;
    private readonly gridId = `paper-${++papers}`;

    constructor() {
        super();
        this.speed = 25;
        this.gain = 10;
        this.channelHeight = 30;
        this.channels = 2;
        this.chosenBeat = 0;
        this.selectable = false;
        this.measuring = false;
        this.label = 'ECG';
    }

    get scale(): PaperScale {
        return {
            fromMillis: this.fromMillis,
            toMillis: this.toMillis,
            left: LEFT,
            millimetresPerSecond: this.speed,
            millimetresPerMillivolt: this.gain,
        };
    }

    /** In millimetres. */
    get size(): { readonly width: number; readonly height: number } {
        return {
            width: LEFT + ((this.toMillis - this.fromMillis) / 1000) * this.speed,
            height: BEATS_HEIGHT + this.shown.length * this.channelHeight,
        };
    }

    protected override render() {
        const { width, height } = this.size;
        return html`
            <div class="paper-scroll" tabindex="0" role="region" aria-label=${this.label}>
                <svg class="paper" viewBox="0 0 ${width} ${height}" role=${this.selectable ? nothing : 'img'} aria-label=${this.label}>
                    ${this.grid(width, height)} ${this.shown.map((trace, index) => this.channel(trace, index))}
                    ${placed(this.strip.marks, this.scale).map(({ x, words, row }) => this.mark(x, words, height - 1.5 - row * MARK_HEIGHT))}
                    ${this.strip.beats.map((beat) => this.beat(beat))}
                </svg>
                ${this.measuring ? html`<mw-calipers .paper=${this as EcgPaper}></mw-calipers>` : nothing}
            </div>
        `;
    }

    /** Through the style itself: the page's security policy forbids the attribute. */
    protected override updated(_changed: PropertyValues): void {
        this.style.setProperty('--width', String(this.size.width));
        this.style.setProperty('--height', String(this.size.height));
    }

    private get shown(): readonly Trace[] {
        return this.strip.traces.filter(({ channel }) => channel < this.channels);
    }

    /** With the number of its node where two tell of the patient at once. */
    private nameOf({ nodeId, channel }: Trace): string {
        const isOnlyNode = this.shown.every((other) => other.nodeId === nodeId);
        return isOnlyNode ? `Lead ${channel + 1}` : `Node ${nodeId}, lead ${channel + 1}`;
    }

    private grid(width: number, height: number) {
        const id = this.gridId;
        return svg`
            <defs>
                <pattern id=${id} width="5" height="5" patternUnits="userSpaceOnUse" x=${LEFT % 5} y=${BEATS_HEIGHT % 5}>
                    <path class="fine" d="M1 0V5M2 0V5M3 0V5M4 0V5M0 1H5M0 2H5M0 3H5M0 4H5" /><path class="bold" d="M0 0V5M0 0H5" />
                </pattern>
            </defs>
            <rect class="sheet-of-paper" width=${width} height=${height} /><rect y=${BEATS_HEIGHT} width=${width} height=${height - BEATS_HEIGHT} fill=${`url(#${id})`} />
        `;
    }

    private channel(trace: Trace, index: number) {
        const top = BEATS_HEIGHT + index * this.channelHeight;
        const middle = top + this.channelHeight / 2;
        const half = this.gain / 2;
        const name = this.nameOf(trace);
        return svg`
            <path class="pulse" d=${`M1 ${middle + half}h1v${-this.gain}h${PULSE_SECONDS * 25}v${this.gain}h1`} />
            ${[false, true].map((doubtful) => {
                const segments = trace.segments.filter(({ qualityFlags }) => (warningOf(qualityFlags) !== '') === doubtful);
                return svg`<path class="line" data-doubtful=${doubtful ? '' : nothing} d=${pathOf(trace, segments, this.scale, middle, this.size.height)} />`;
            })}
            <text class="lead" x=${LEFT + 1} y=${top + 3.4}>${name}</text>
            ${remarksOn(trace, this.fromMillis, this.toMillis).map((remark) => this.remark(remark, top, LEFT + 3 + name.length * LETTER_WIDTH))}
        `;
    }

    /** Over the stretch that it holds for. @param free where the name of the lead leaves room */
    private remark({ fromMillis, toMillis, words }: Remark, top: number, free: number) {
        const [begin, end] = [xOf(this.scale, fromMillis), xOf(this.scale, toMillis)];
        return svg`
            <path class="remark" d=${`M${begin} ${top + 0.8}H${end}`} />
            <text class="lead" x=${Math.max(begin + 0.5, free)} y=${top + 3.4}>${words}</text>`;
    }

    /** @param y where its words stand */
    private mark(x: number, words: string, y: number) {
        return svg`<path class="onset" d=${`M${x} ${BEATS_HEIGHT}V${this.size.height}`} /><text class="lead" x=${x + 1} y=${y}>${words}</text>`;
    }

    /** A tick with the letter of its class; a label of a person is underlined, what the node was not sure of is pale. */
    private beat(beat: Beat) {
        if (beat.t < this.fromMillis || beat.t > this.toMillis) {
            return nothing;
        }
        const x = xOf(this.scale, beat.t);
        const shown = classOf(beat);
        const unsure = isUnsure(beat);
        const letter = shown === 'none' ? '×' : unsure ? '?' : shown;
        const drawing = svg`
            <path class="tick" d=${`M${x} 4.6V${BEATS_HEIGHT}`} /><text x=${x} y="4" text-anchor="middle">${letter}</text>
            ${beat.paced ? svg`<path class="spike" d=${`M${x - 2} 1.2V4.2`} />` : nothing}
            ${beat.label ? svg`<path class="labelled" d=${`M${x - 1.6} 4.7h3.2`} />` : nothing}`;
        if (!this.selectable) {
            return svg`<g class="beat" data-class=${shown} data-unsure=${unsure ? '' : nothing}>${drawing}</g>`;
        }
        return svg`
            <g class="beat" role="button" tabindex="0" data-class=${shown} data-unsure=${unsure ? '' : nothing} data-t=${beat.t} aria-pressed=${beat.t === this.chosenBeat}
                aria-label=${`Beat${unsure ? ', the node was not sure' : ` ${letter}`}${beat.paced ? ', paced' : ''}`} @click=${() => this.choose(beat)} @keydown=${(event: KeyboardEvent) => this.chooseByKey(event, beat)}>
                <rect class="reach" x=${x - 2.6} y="0" width="5.2" height=${BEATS_HEIGHT} />${drawing}
            </g>`;
    }

    private choose(beat: Beat): void {
        this.dispatchEvent(new CustomEvent('beat', { detail: beat, bubbles: true }));
    }

    private chooseByKey(event: KeyboardEvent, beat: Beat): void {
        if (event.key === 'Enter' || event.key === ' ') {
            event.preventDefault();
            this.choose(beat);
        }
    }
}
customElements.define('mw-ecg-paper', EcgPaper);
