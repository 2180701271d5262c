import { html, nothing } from 'lit';
import { AlarmQuery } from '../../kit/alarm/alarm-query';
import '../../kit/alarm/alarm-table';
import { addressOf } from '../../kit/routing/hash-router';
import { PageElement } from '../../kit/page-element';
import type { Plant } from '../plant';
import { fetchAlarmHistory } from '../server';

const SHOWN = 8;

/** The newest alarms of one machine, the open ones first. */
export class MachineAlarms extends PageElement {
    static override properties = { plant: { attribute: false }, machineId: { type: String } };
    declare plant: Plant;
    declare machineId: string;
    private readonly alarms = new AlarmQuery(this, () => this.plant.alarmsOf(this.machineId, 'all'));

    protected override render() {
        return html`
            <section class="panel" aria-labelledby="alarms-title">
                <header>
                    <h2 id="alarms-title">Alarms of this machine</h2>
                    <a href=${addressOf(['alarms'], { state: 'all', machine: this.machineId })}>All of them</a>
                </header>
                ${this.alarms.mistake ? html`<p class="mistake">${this.alarms.mistake}</p>` : nothing}
                <mw-alarm-table
                    caption="Alarms of this machine"
                    .alarms=${this.alarms.result.slice(0, SHOWN)}
                    refusal=${this.plant.acknowledgeRefusal}
                    .fetchHistory=${fetchAlarmHistory}
                    empty=${this.alarms.fetched ? 'This machine has never raised an alarm.' : 'Fetching the alarms …'}
                ></mw-alarm-table>
            </section>
        `;
    }
}
customElements.define('mw-machine-alarms', MachineAlarms);
