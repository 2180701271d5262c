import { html } from 'lit';
import type { Waveform } from '../../kit/chart/waveform-chart';
import '../../kit/chart/waveform-chart';
import { PageElement } from '../../kit/page-element';

const SHARES = [
    { name: 'first tenth', share: 0.1 },
    { name: 'all', share: 1 },
] as const;

/** The samples of the last capture. */
export class WaveformPanel extends PageElement {
    static override properties = { waveform: { attribute: false }, share: { state: true } };
    declare waveform: Waveform;
    declare share: number;

    constructor() {
        super();
        this.share = 1;
    }

    protected override render() {
        return html`
            <h3>Waveform</h3>
            <div class="controls legend">
                <div class="choice" role="group" aria-label="Part shown">
                    ${SHARES.map(({ name, share }) => html`<button aria-pressed=${this.share === share} @click=${() => (this.share = share)}>${name}</button>`)}
                </div>
            </div>
            <mw-waveform-chart label="Waveform of the last capture" .waveform=${this.waveform} .share=${this.share}></mw-waveform-chart>
        `;
    }
}
customElements.define('mw-waveform-panel', WaveformPanel);
