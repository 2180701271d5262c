import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SecondTick } from '../clock/second-tick';
import { quantity } from '../format/number';
import { age, fullMoment, moment } from '../format/time';
import { PageElement } from '../page-element';
import type { Alarm } from './alarm';
import { stateWords, waitsForAcknowledgement } from './alarm';
import './alarm-history';
import type { FetchHistory } from './alarm-history';
import { priorityMark } from './priority-mark';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);

/** Alarms as a table with one action each. Fires `acknowledge` with the alarm as detail. */
export class AlarmTable extends PageElement {
    static override properties = {
        alarms: { attribute: false },
        caption: { type: String },
        empty: { type: String },
        refusal: { type: String },
        withSource: { type: Boolean },
        fetchHistory: { attribute: false },
        openHistories: { state: true },
    };
    declare alarms: readonly Alarm[];
    declare caption: string;
    /** The sentence shown instead of an empty table. */
    declare empty: string;
    /** Why this reader cannot acknowledge; empty when it is allowed. */
    declare refusal: string;
    declare withSource: boolean;
    declare fetchHistory: FetchHistory;
    declare openHistories: ReadonlySet<string>;

    constructor() {
        super();
        this.alarms = [];
        this.caption = '';
        this.empty = '';
        this.refusal = '';
        this.withSource = false;
        this.openHistories = new Set();
        new SecondTick(this);
    }

    protected override render() {
        if (this.alarms.length === 0) {
            return html`<div class="empty"><p>${this.empty || say('none')}</p></div>`;
        }
        return html`
            ${this.refusal && this.alarms.some(waitsForAcknowledgement) ? html`<p class="refusal quiet" id="refusal">${this.refusal}</p>` : nothing}
            <table class="sheet cards" role="table">
                <caption class="visually-hidden">${this.caption || say('alarms')}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">${say('priority')}</th>
                        ${this.withSource ? html`<th role="columnheader" scope="col">${say('where')}</th>` : nothing}
                        <th role="columnheader" scope="col">${say('what')}</th>
                        <th role="columnheader" scope="col">${say('state')}</th>
                        <th role="columnheader" scope="col">${say('raised')}</th>
                        <th role="columnheader" scope="col"><span class="visually-hidden">${say('actions')}</span></th>
                    </tr>
                </thead>
                <tbody role="rowgroup">${repeat(this.alarms, byId, (alarm) => this.row(alarm))}</tbody>
            </table>
        `;
    }

    private row(alarm: Alarm) {
        const shown = this.openHistories.has(alarm.id);
        return html`
            <tr role="row" data-alarm-id=${alarm.id} data-state=${alarm.state}>
                <td role="cell">${priorityMark(alarm.priority)}</td>
                ${this.withSource ? html`<td role="cell"><a href=${alarm.source.address}>${alarm.source.name}</a></td>` : nothing}
                <td role="cell" class="what"><span>${alarm.message}</span>${alarm.tags?.map((tag) => html` <span class="tag">${tag}</span>`)}${measured(alarm)}</td>
                <td role="cell" data-label=${say('state')}><span>${stateWords(alarm.state)}${acknowledgement(alarm)}</span></td>
                <td role="cell" data-label=${say('raised')} class="figures">
                    <span><time datetime=${alarm.raisedAt} title=${fullMoment(alarm.raisedAt)}>${moment(alarm.raisedAt)}</time> <span class="age">${age(alarm.raisedAt)}</span></span>
                </td>
                <td role="cell">
                    <div class="actions">
                        <button class="quiet" aria-expanded=${shown} @click=${() => this.toggle(alarm.id)}>${say('history')}</button>
                        ${waitsForAcknowledgement(alarm) ? this.action(alarm) : nothing}
                    </div>
                </td>
            </tr>
            ${shown
                ? html`<tr role="row" class="history"><td role="cell" colspan="6"><mw-alarm-history .alarm=${alarm} .fetchHistory=${this.fetchHistory}></mw-alarm-history></td></tr>`
                : nothing}
        `;
    }

    private action(alarm: Alarm) {
        return html`
            <button
                aria-disabled=${this.refusal ? 'true' : 'false'}
                aria-describedby=${this.refusal ? 'refusal' : nothing}
                aria-label=${say('acknowledgeOne', { where: alarm.source.name, what: alarm.message })}
                @click=${() => this.dispatchEvent(new CustomEvent('acknowledge', { detail: alarm, bubbles: true }))}
            >
                ${say('acknowledge')}
            </button>
        `;
    }

    private toggle(id: string): void {
        const histories = new Set(this.openHistories);
        if (!histories.delete(id)) {
            histories.add(id);
        }
        this.openHistories = histories;
    }
}
customElements.define('mw-alarm-table', AlarmTable);

/** A row stays its alarm's own when others come above it: a finger that is on its way presses the button of the alarm it was meant for. */
const byId = ({ id }: Alarm) => id;

function measured({ value, limit, unit }: Alarm) {
    if (value === null || limit === null) {
        return nothing;
    }
    return html`<span class="measured figures">${say('limit', { value: quantity(value, unit ?? ''), limit: quantity(limit, unit ?? '') })}</span>`;
}

function acknowledgement({ acknowledgedBy, acknowledgedAt }: Alarm) {
    return acknowledgedBy && acknowledgedAt ? html`<span class="quiet measured">${say('acknowledgedBy', { who: acknowledgedBy, when: moment(acknowledgedAt) })}</span>` : nothing;
}
