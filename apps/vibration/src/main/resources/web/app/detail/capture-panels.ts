import { html, nothing } from 'lit';
import { Follow } from '../../kit/follow';
import { quantity } from '../../kit/format/number';
import { age } from '../../kit/format/time';
import { PageElement } from '../../kit/page-element';
import type { BearingOrders } from '../machine/machine';
import type { Captures } from './captures';
import './envelope-panel';
import './spectrum-panel';
import './waveform-panel';

/** The last waveform and its two spectra, which replace one another together unless somebody holds them. */
export class CapturePanels extends PageElement {
    static override properties = { captures: { attribute: false }, shaftHz: { type: Number }, orders: { attribute: false } };
    declare captures: Captures;
    declare shaftHz: number;
    declare orders: BearingOrders;

    constructor() {
        super();
        new Follow(this, () => this.captures);
    }

    protected override render() {
        const { waveform, request } = this.captures;
        return html`
            <section class="panel" aria-labelledby="capture-title">
                <header>
                    <h2 id="capture-title">Last capture</h2>
                    ${waveform
                        ? html`<p class="quiet">
                              <span class="age">${age(waveform.capturedAt)}</span>, ${quantity(waveform.samples.length / waveform.sampleRateHz, 's')} at
                              ${quantity(waveform.sampleRateHz / 1000, 'kHz')}
                          </p>`
                        : nothing}
                    ${this.actions()}
                </header>
                <p role="status">${request}</p>
                ${this.charts()}
            </section>
        `;
    }

    private actions() {
        const { waveform, held, requestRefusal } = this.captures;
        return html`
            <div class="actions">
                ${waveform
                    ? html`<button aria-pressed=${held} @click=${() => (this.captures.held = !held)}>${held ? 'Take new captures again' : 'Hold this capture'}</button>`
                    : nothing}
                <button ?disabled=${requestRefusal !== ''} title=${requestRefusal || nothing} @click=${() => void this.captures.requestNew()}>Capture now</button>
            </div>
        `;
    }

    private charts() {
        const { waveform, spectrum, envelope, absence, spectraAbsence } = this.captures;
        if (!waveform) {
            return html`<div class="empty" aria-busy=${absence === ''}><p>${absence || 'Fetching the last capture …'}</p></div>`;
        }
        return html`
            ${envelope ? html`<mw-envelope-panel .envelope=${envelope} .orders=${this.orders}></mw-envelope-panel>` : html`<p class="mistake">${spectraAbsence}</p>`}
            <div class="pair">
                ${spectrum ? html`<mw-spectrum-panel .spectrum=${spectrum} shaftHz=${this.shaftHz}></mw-spectrum-panel>` : nothing}
                <mw-waveform-panel .waveform=${waveform}></mw-waveform-panel>
            </div>
        `;
    }
}
customElements.define('mw-capture-panels', CapturePanels);
