import { html } from 'lit';
import type { Spectrum } from '../../kit/chart/spectrum-chart';
import '../../kit/chart/spectrum-chart';
import { PageElement } from '../../kit/page-element';

const TOPS_HZ = [500, 2000, 0] as const;

/** The spectrum of the last capture, with the multiples of the cursor on demand. */
export class SpectrumPanel extends PageElement {
    static override properties = { spectrum: { attribute: false }, shaftHz: { type: Number }, topHz: { state: true }, harmonics: { state: true } };
    declare spectrum: Spectrum;
    declare shaftHz: number;
    /** 0 for all there is. */
    declare topHz: number;
    declare harmonics: boolean;

    constructor() {
        super();
        this.topHz = 0;
        this.harmonics = false;
    }

    protected override render() {
        return html`
            <h3>Spectrum</h3>
            <div class="controls legend">
                <div class="choice" role="group" aria-label="Frequencies shown">
                    ${TOPS_HZ.map(
                        (topHz) => html`<button aria-pressed=${this.topHz === topHz} @click=${() => (this.topHz = topHz)}>${topHz ? `up to ${topHz} Hz` : 'all'}</button>`,
                    )}
                </div>
                <label class="inline">
                    <input type="checkbox" .checked=${this.harmonics} @change=${(event: Event) => (this.harmonics = (event.target as HTMLInputElement).checked)} />
                    Multiples of the cursor
                </label>
            </div>
            <mw-spectrum-chart
                label="Spectrum of the last capture"
                .spectrum=${this.spectrum}
                .shaftHz=${this.shaftHz}
                .topHz=${this.topHz || Infinity}
                .harmonics=${this.harmonics}
            ></mw-spectrum-chart>
        `;
    }
}
customElements.define('mw-spectrum-panel', SpectrumPanel);
