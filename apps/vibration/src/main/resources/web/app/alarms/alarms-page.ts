import { html } from 'lit';
import '../../kit/alarm/alarm-browser';
import { PageElement } from '../../kit/page-element';
import type { Plant } from '../plant';
import { fetchAlarmHistory } from '../server';

/** Every alarm of every machine. */
export class AlarmsPage extends PageElement {
    static override properties = { plant: { attribute: false }, query: { attribute: false } };
    declare plant: Plant;
    declare query: URLSearchParams;

    override connectedCallback(): void {
        super.connectedCallback();
        document.title = 'Alarms – Milliwatt maintenance';
    }

    protected override render() {
        return html`
            <mw-alarm-browser
                .context=${this.plant}
                .sources=${this.plant.machines}
                noun="machine"
                .query=${this.query}
                .fetchHistory=${fetchAlarmHistory}
            ></mw-alarm-browser>
        `;
    }
}
customElements.define('mw-alarms-page', AlarmsPage);
