import { html } from 'lit';
import '../../kit/chart/spectrum-chart';
import { PageElement } from '../../kit/page-element';
import type { LineName } from '../machine/fault-lines';
import { FAMILIES, LINE_NAMES, markersOf } from '../machine/fault-lines';
import type { BearingOrders } from '../machine/machine';
import type { Envelope } from '../server';
import './fault-line-table';

/** The envelope spectrum with the fault lines of the bearing; each family can be left out. */
export class EnvelopePanel extends PageElement {
    static override properties = {
        envelope: { attribute: false },
        shown: { state: true },
        harmonics: { state: true },
        topOrders: { state: true },
        orders: { attribute: false },
    };
    declare envelope: Envelope;
    declare orders: BearingOrders;
    declare shown: ReadonlySet<LineName>;
    declare harmonics: boolean;
    /** Right end of the scale in orders of the shaft; 0 for all there is. */
    declare topOrders: number;

    constructor() {
        super();
        this.shown = new Set(LINE_NAMES);
        this.harmonics = false;
        this.topOrders = 20;
    }

    protected override render() {
        const { envelope } = this;
        const shaftHz = envelope.shaftSpeedRpm / 60;
        return html`
            <h3>Envelope spectrum</h3>
            <div class="controls legend" role="group" aria-label="What the envelope spectrum shows">
                ${LINE_NAMES.map((name) => this.family(name))}
                <label class="inline"><input type="checkbox" .checked=${this.harmonics} @change=${this.toggleHarmonics} /> Multiples of the cursor</label>
                <div class="choice" role="group" aria-label="Frequencies shown">
                    ${[10, 20, 0].map(
                        (orders) => html`<button aria-pressed=${this.topOrders === orders} @click=${() => (this.topOrders = orders)}>${orders ? `up to ${orders} × shaft` : 'all'}</button>`,
                    )}
                </div>
            </div>
            <mw-spectrum-chart
                label="Envelope spectrum with the fault lines of the bearing"
                .spectrum=${envelope}
                .markers=${markersOf(envelope.lines, this.orders, shaftHz, this.shown)}
                .shaftHz=${shaftHz}
                .topHz=${this.topOrders > 0 && shaftHz > 0 ? this.topOrders * shaftHz : Infinity}
                .harmonics=${this.harmonics}
            ></mw-spectrum-chart>
            <details>
                <summary>Fault lines as a table</summary>
                <mw-fault-line-table .envelope=${envelope} .orders=${this.orders}></mw-fault-line-table>
            </details>
        `;
    }

    private family(name: LineName) {
        const { meaning, style } = FAMILIES[name];
        return html`
            <label class="inline">
                <input type="checkbox" .checked=${this.shown.has(name)} @change=${() => this.toggle(name)} />
                <svg class="swatch" data-token=${style.colourToken} viewBox="0 0 28 6" aria-hidden="true">
                    <line x1="0" x2="28" y1="3" y2="3" stroke-dasharray=${style.dash.join(' ')} />
                </svg>
                ${name} <span class="quiet">${meaning}</span>
            </label>
        `;
    }

    private toggle(name: LineName): void {
        const shown = new Set(this.shown);
        if (!shown.delete(name)) {
            shown.add(name);
        }
        this.shown = shown;
    }

    private toggleHarmonics(event: Event): void {
        this.harmonics = (event.target as HTMLInputElement).checked;
    }
}
customElements.define('mw-envelope-panel', EnvelopePanel);
