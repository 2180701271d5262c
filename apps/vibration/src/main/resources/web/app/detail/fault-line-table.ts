import { html } from 'lit';
import { decibels, fixed, quantity } from '../../kit/format/number';
import { PageElement } from '../../kit/page-element';
import { CLEAR_HEIGHT, FAMILIES, calculatedHz } from '../machine/fault-lines';
import type { BearingOrders } from '../machine/machine';
import type { Envelope } from '../server';

/** The same lines as figures: for reading off, for copying and for those who do not see the chart. */
export class FaultLineTable extends PageElement {
    static override properties = { envelope: { attribute: false }, orders: { attribute: false } };
    declare envelope: Envelope;
    declare orders: BearingOrders;

    protected override render() {
        const { lines, shaftSpeedRpm, unit } = this.envelope;
        const shaftHz = shaftSpeedRpm / 60;
        return html`
            <div class="scroll" tabindex="0" role="region" aria-label="Fault lines">
                <table class="sheet">
                    <thead>
                        <tr>
                            <th scope="col">Line</th>
                            <th scope="col">Element</th>
                            <th scope="col" class="number">× shaft</th>
                            <th scope="col" class="number">Calculated, Hz</th>
                            <th scope="col" class="number">Found, Hz</th>
                            <th scope="col" class="number">Amplitude</th>
                            <th scope="col" class="number">Above the floor</th>
                            <th scope="col">Stands out</th>
                        </tr>
                    </thead>
                    <tbody>
                        ${lines.map(
                            (line) => html`
                                <tr>
                                    <td>${line.harmonic}× ${line.name}</td>
                                    <td>${FAMILIES[line.name].meaning}</td>
                                    <td class="number">${fixed(line.harmonic * this.orders[FAMILIES[line.name].order], 3)}</td>
                                    <td class="number">${fixed(calculatedHz(line, this.orders, shaftHz), 1)}</td>
                                    <td class="number">${fixed(line.frequencyHz, 1)}</td>
                                    <td class="number">${quantity(line.amplitude, unit)}</td>
                                    <td class="number">${decibels(line.heightAboveFloor)}</td>
                                    <td>${line.heightAboveFloor >= CLEAR_HEIGHT ? html`<strong>yes</strong>` : 'no'}</td>
                                </tr>
                            `,
                        )}
                    </tbody>
                </table>
            </div>
        `;
    }
}
customElements.define('mw-fault-line-table', FaultLineTable);
