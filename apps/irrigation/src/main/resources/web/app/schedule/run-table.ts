import { html, nothing } from 'lit';
import { SecondTick } from '../../kit/clock/second-tick';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { addressOf } from '../../kit/routing/hash-router';
import { measured } from '../../kit/units/measure';
import { reasonText } from '../reason/reason';
import { durationText } from '../reason/duration';
import { whenText } from '../recommendation/sentence';
import { causeWord } from '../sensors/valve-panel';
import type { Run } from './schedule';
import words from './words.json';

const say = speaker(words);

/** Runs of one night as a list: planned, running and ended with their cause. Fires `cancel-run` with the run as detail. */
export class RunTable extends PageElement {
    static override properties = { runs: { attribute: false }, mayCancel: { type: Boolean } };
    declare runs: readonly Run[];
    declare mayCancel: boolean;

    constructor() {
        super();
        this.mayCancel = false;
        new SecondTick(this);
    }

    protected override render() {
        const runs = [...this.runs].sort((left, right) => right.plannedStart.localeCompare(left.plannedStart));
        return runs.length === 0
            ? html`<p class="quiet">${say('noRuns')}</p>`
            : html`
                  <table class="sheet cards" role="table">
                      <caption class="visually-hidden">${say('runs')}</caption>
                      <thead role="rowgroup">
                          <tr role="row">
                              <th role="columnheader" scope="col">${say('state')}</th>
                              <th role="columnheader" scope="col">${say('zone')}</th>
                              <th role="columnheader" scope="col">${say('start')}</th>
                              <th role="columnheader" scope="col">${say('planned-amount')}</th>
                              <th role="columnheader" scope="col">${say('given')}</th>
                              <th role="columnheader" scope="col">${say('why')}</th>
                              <th role="columnheader" scope="col"><span class="visually-hidden">${say('actions')}</span></th>
                          </tr>
                      </thead>
                      <tbody role="rowgroup">${runs.map((run) => this.row(run))}</tbody>
                  </table>
              `;
    }

    private row(run: Run) {
        const live = run.state === 'planned' || run.state === 'running';
        return html`
            <tr role="row" data-run-id=${run.id} data-state=${run.state}>
                <td role="cell"><span class="run-state" data-state=${run.state}>${say(run.state)}</span></td>
                <th role="rowheader" scope="row"><a href=${addressOf(['zones', run.zoneId])}>${run.zoneName}</a></th>
                <td role="cell" class="figures" data-label=${say('start')}><span>${whenText(run.startedAt ?? run.plannedStart)}</span></td>
                <td role="cell" class="figures" data-label=${say('planned-amount')}><span>${durationText(run.plannedSeconds)}${run.plannedMillimetres == null ? '' : ` = ${measured('waterDepth', run.plannedMillimetres)}`}${run.cycles.length > 1 ? `, ${say('inPieces', { n: run.cycles.length })}` : ''}</span></td>
                <td role="cell" class="figures" data-label=${say('given')}><span>${given(run)}</span></td>
                <td role="cell" data-label=${say('why')}><span>${say(`origin-${run.origin}`)}${run.createdBy ? ` (${run.createdBy})` : ''}${run.endCause ? html`; <strong>${causeWord(run.endCause)}</strong>` : nothing}${run.reason ? html`: ${reasonText(run.reason)}` : nothing}</span></td>
                <td role="cell">${live && this.mayCancel ? html`<button aria-label=${say(run.state === 'running' ? 'stopRunOf' : 'cancelRunOf', { zone: run.zoneName })} @click=${() => this.dispatchEvent(new CustomEvent('cancel-run', { detail: run, bubbles: true }))}>${say(run.state === 'running' ? 'stopRun' : 'cancelRun')}</button>` : nothing}</td>
            </tr>
        `;
    }
}
customElements.define('mw-run-table', RunTable);

function given({ openSeconds, appliedMillimetres, meteredCubicMetres }: Run): string {
    return [openSeconds ? durationText(openSeconds) : '', appliedMillimetres == null ? '' : measured('waterDepth', appliedMillimetres), meteredCubicMetres == null ? '' : measured('volume', meteredCubicMetres)].filter(Boolean).join(', ') || '–';
}
