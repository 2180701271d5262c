import { html } from 'lit';
import { Follow } from '../../kit/follow';
import { quantity } from '../../kit/format/number';
import { age } from '../../kit/format/time';
import { PageElement } from '../../kit/page-element';
import type { Captures } from './captures';
import './envelope-panel';
import './spectrum-panel';
import './waveform-panel';

/** The last waveform and its two spectra, which replace one another together unless somebody holds them. */
export class CapturePanels extends PageElement {
    static override properties = { captures: { attribute: false }, shaftHz: { type: Number } };
    declare captures: Captures;
    declare shaftHz: number;

    constructor() {
        super();
        new Follow(this, () => this.captures);
    }

    protected override render() {
        const { waveform, spectrum, envelope, held, absence } = this.captures;
        if (!waveform || !spectrum || !envelope) {
            return html`<section class="panel" aria-labelledby="capture-title">
                <header><h2 id="capture-title">Last capture</h2></header>
                <div class="empty" aria-busy=${absence === ''}><p>${absence || 'Fetching the last capture …'}</p></div>
            </section>`;
        }
        return html`
            <section class="panel" aria-labelledby="capture-title">
                <header>
                    <h2 id="capture-title">Last capture</h2>
                    <p class="quiet"><span class="age">${age(waveform.capturedAt)}</span>, ${quantity(waveform.samples.length / waveform.sampleRateHz, 's')} at ${quantity(waveform.sampleRateHz / 1000, 'kHz')}</p>
                    <button aria-pressed=${held} @click=${() => (this.captures.held = !held)}>${held ? 'Held: take new captures again' : 'Hold this capture'}</button>
                </header>
                <mw-envelope-panel .envelope=${envelope}></mw-envelope-panel>
                <div class="pair">
                    <mw-spectrum-panel .spectrum=${spectrum} shaftHz=${this.shaftHz}></mw-spectrum-panel>
                    <mw-waveform-panel .waveform=${waveform}></mw-waveform-panel>
                </div>
            </section>
        `;
    }
}
customElements.define('mw-capture-panels', CapturePanels);
