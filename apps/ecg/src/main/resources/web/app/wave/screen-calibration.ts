import { html } from 'lit';
import { fixed } from '../../kit/format/number';
import { PageElement } from '../../kit/page-element';
import { screenScale } from './screen';

/** A bank card is 85.60 mm wide (ISO/IEC 7810, ID-1), and everybody has one at hand. */
const CARD_MILLIMETRES = 85.6;
const LEAST_PIXELS = 200;
const MOST_PIXELS = 1000;

/** Measures the screen against a bank card, so that 25 mm/s are 25 mm in a second on this very screen. */
export class ScreenCalibration extends PageElement {
    static override properties = { cardPixels: { state: true } };
    declare cardPixels: number;

    constructor() {
        super();
        this.cardPixels = LEAST_PIXELS;
    }

    open(): void {
        this.cardPixels = Math.round(screenScale.pixelsPerMillimetre * CARD_MILLIMETRES);
        this.querySelector('dialog')?.showModal();
    }

    protected override render() {
        return html`
            <dialog class="calibration" aria-labelledby="calibration-title">
                <form @submit=${this.keep}>
                    <h2 id="calibration-title">Measure this screen</h2>
                    <p>
                        Hold a bank card against the screen and move the slider until the bar is exactly as wide as the card (85.6 mm). The
                        measure stays on this computer.
                    </p>
                    <svg class="card" width=${this.cardPixels} height="60" aria-hidden="true"></svg>
                    <label class="field">
                        Width of the bar: ${fixed(this.cardPixels / CARD_MILLIMETRES, 2)} pixels per millimetre
                        <input type="range" min=${LEAST_PIXELS} max=${MOST_PIXELS} .value=${String(this.cardPixels)} @input=${this.size} />
                    </label>
                    <div class="actions">
                        <button type="button" @click=${this.close}>Cancel</button>
                        <button class="primary">Keep this measure</button>
                    </div>
                </form>
            </dialog>
        `;
    }

    private size(event: Event): void {
        this.cardPixels = Number((event.target as HTMLInputElement).value);
    }

    private keep(event: SubmitEvent): void {
        event.preventDefault();
        screenScale.change({ pixelsPerMillimetre: this.cardPixels / CARD_MILLIMETRES });
        this.close();
    }

    private close(): void {
        this.querySelector('dialog')?.close();
    }
}
customElements.define('mw-screen-calibration', ScreenCalibration);
