import { html } from 'lit';
import { PageElement } from '../../kit/page-element';
import type { Ward } from '../ward';
import '../wave/scale-controls';
import '../wave/sweep-trace';

const CHANNELS = [0, 1] as const;

/** Both leads as they arrive. */
export class WavePanel extends PageElement {
    static override properties = { ward: { attribute: false }, patientId: { type: String } };
    declare ward: Ward;
    declare patientId: string;

    protected override render() {
        return html`
            <section class="panel" aria-labelledby="wave-title">
                <header><h2 id="wave-title">ECG</h2><mw-scale-controls></mw-scale-controls></header>
                ${CHANNELS.map(
                    (channel) =>
                        html`<h3>Lead ${channel + 1}</h3><mw-sweep-trace .ward=${this.ward} patientId=${this.patientId} channel=${channel} withHistory></mw-sweep-trace>`,
                )}
                <p class="source quiet">Shown about its slowly followed baseline, a little behind the node so that the sweep stays even.</p>
            </section>
        `;
    }
}
customElements.define('mw-wave-panel', WavePanel);
