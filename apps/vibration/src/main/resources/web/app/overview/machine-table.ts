import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { levelIndicator } from '../../kit/chart/level-indicator';
import { SecondTick } from '../../kit/clock/second-tick';
import { count, fixed } from '../../kit/format/number';
import { age } from '../../kit/format/time';
import { PageElement } from '../../kit/page-element';
import type { Machine } from '../machine/machine';
import { stateMark, zoneMark } from '../machine/marks';
import { verdictInShort } from '../machine/verdict-words';
import { limitsOf, velocityText } from '../machine/zones';
import type { Plant } from '../plant';
import { machineAddress } from '../server';
import './recent-velocity';

/** The machines in the order given. While somebody points at the rows or stands on one, they keep their places. */
export class MachineTable extends PageElement {
    static override properties = { machines: { attribute: false }, plant: { attribute: false } };
    declare machines: readonly Machine[];
    declare plant: Plant;
    private held: readonly string[] | undefined;

    constructor() {
        super();
        new SecondTick(this);
    }

    override connectedCallback(): void {
        super.connectedCallback();
        this.addEventListener('pointerenter', this.hold);
        this.addEventListener('focusin', this.hold);
        this.addEventListener('pointerleave', this.release);
        this.addEventListener('focusout', this.release);
    }

    protected override render() {
        return html`
            <table class="sheet cards machines" role="table">
                <caption class="visually-hidden">Machines, the most urgent first</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">State</th>
                        <th role="columnheader" scope="col">Machine</th>
                        <th role="columnheader" scope="col" class="number">Velocity, rms</th>
                        <th role="columnheader" scope="col">Zone</th>
                        <th role="columnheader" scope="col">Last 15 minutes</th>
                        <th role="columnheader" scope="col">Verdict of the node</th>
                        <th role="columnheader" scope="col">Alarms</th>
                        <th role="columnheader" scope="col" class="number">Data</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    ${repeat(
                        this.inOrder(),
                        (machine) => machine.id,
                        (machine) => this.row(machine),
                    )}
                </tbody>
            </table>
        `;
    }

    private row(machine: Machine) {
        const limits = limitsOf(machine);
        return html`
            <tr role="row" data-machine-id=${machine.id} data-state=${machine.state} ?data-alarms=${machine.openAlarms > 0}>
                <td role="cell">${stateMark(machine.state)}</td>
                <th role="rowheader" scope="row"><a href=${machineAddress(machine.id)}>${machine.name}</a><span class="quiet">${machine.area}</span></th>
                <td role="cell" class="number" data-label="Velocity, rms">${velocityText(machine.velocityRmsMillimetresPerSecond)}</td>
                <td role="cell" data-label="Zone" class="gauge">
                    <span>${zoneMark(machine.zone)} ${levelIndicator(machine.velocityRmsMillimetresPerSecond, limits)}</span>
                </td>
                <td role="cell" class="wide">
                    <mw-recent-velocity .plant=${this.plant} machineId=${machine.id} limit=${limits[1] ?? 0}></mw-recent-velocity>
                </td>
                <td role="cell" data-label="Verdict" class="verdict" data-fault=${machine.verdict?.fault ?? 'none'}>${verdictInShort(machine.verdict)}</td>
                <td role="cell" data-label="Alarms">${alarmCount(machine)}</td>
                <td role="cell" class="number" data-label="Data">
                    <span class="age">${machine.lastSeenAt ? age(machine.lastSeenAt) : 'never'}</span>
                </td>
            </tr>
        `;
    }

    private inOrder(): readonly Machine[] {
        if (!this.held) {
            return this.machines;
        }
        const places = new Map(this.held.map((id, place) => [id, place]));
        return [...this.machines].sort((left, right) => (places.get(left.id) ?? Infinity) - (places.get(right.id) ?? Infinity));
    }

    private readonly hold = (): void => {
        this.held ??= this.machines.map((machine) => machine.id);
    };

    private readonly release = (): void => {
        if (!this.matches(':hover') && !this.contains(document.activeElement)) {
            this.held = undefined;
            this.requestUpdate();
        }
    };
}
customElements.define('mw-machine-table', MachineTable);

function alarmCount({ openAlarms, unacknowledgedAlarms }: Machine) {
    if (openAlarms === 0) {
        return html`<span class="quiet">none</span>`;
    }
    return html`<span class="alarm-count">${count(openAlarms, 'open', 'open')}${unacknowledgedAlarms > 0 ? html`, <strong>${fixed(unacknowledgedAlarms, 0)} new</strong>` : nothing}</span>`;
}
