import { html } from 'lit';
import '../../kit/alarm/alarm-browser';
import type { AlarmSources } from '../../kit/alarm/alarm-browser';
import { PageElement } from '../../kit/page-element';
import { fetchAlarmHistory } from '../server';
import type { Ward } from '../ward';

/** Patients as the alarm list calls them: by their beds. */
class Beds extends EventTarget implements AlarmSources {
    constructor(private readonly ward: Ward) {
        super();
        ward.patients.addEventListener('change', () => this.dispatchEvent(new Event('change')));
    }

    get all() {
        return this.ward.patients.all.map(({ id, bed }) => ({ id, name: `Bed ${bed}` }));
    }
}

/** Every alarm of every patient. */
export class AlarmsPage extends PageElement {
    static override properties = { ward: { attribute: false }, query: { attribute: false } };
    declare ward: Ward;
    declare query: URLSearchParams;
    private beds: Beds | undefined;

    override connectedCallback(): void {
        this.beds = new Beds(this.ward);
        super.connectedCallback();
        document.title = 'Alarms – Milliwatt monitoring';
    }

    protected override render() {
        return html`
            <mw-alarm-browser
                .context=${this.ward}
                .sources=${this.beds}
                noun="patient"
                .query=${this.query}
                .fetchHistory=${fetchAlarmHistory}
            ></mw-alarm-browser>
        `;
    }
}
customElements.define('mw-alarms-page', AlarmsPage);
