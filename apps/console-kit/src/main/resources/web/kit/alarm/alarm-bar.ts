import { html, nothing } from 'lit';
import { SecondTick } from '../clock/second-tick';
import { Follow } from '../follow';
import { age } from '../format/time';
import { PageElement } from '../page-element';
import type { Alarm, Priority } from './alarm';
import type { AlarmStore } from './alarm-store';
import { priorityMark } from './priority-mark';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);
const PRIORITIES: readonly Priority[] = ['high', 'medium', 'low'];

/**
 * The strip on top of every page: how many alarms wait, by priority, and the selected one with its two actions.
 * Fires `acknowledge` with the alarm as detail.
 */
export class AlarmBar extends PageElement {
    static override properties = { alarms: { attribute: false }, listAddress: { type: String }, selectedId: { state: true } };
    declare alarms: AlarmStore;
    declare listAddress: string;
    declare selectedId: string;

    constructor() {
        super();
        this.selectedId = '';
        new SecondTick(this);
        new Follow(this, () => this.alarms);
    }

    /** The one that N chose, else the most urgent. */
    get selected(): Alarm | undefined {
        const waiting = this.alarms.waiting;
        return waiting.find((alarm) => alarm.id === this.selectedId) ?? waiting[0];
    }

    selectNext(): void {
        const waiting = this.alarms.waiting;
        const at = waiting.findIndex((alarm) => alarm.id === this.selected?.id);
        this.selectedId = waiting[(at + 1) % waiting.length]?.id ?? '';
    }

    protected override render() {
        const alarm = this.selected;
        const open = this.alarms.open.length;
        return html`
            <section aria-label=${say('alarms')} data-alarm-id=${alarm?.id ?? nothing} data-priority=${alarm?.priority ?? 'none'}>
                <p class="counts">${this.counts(open)}</p>
                ${alarm ? this.chosen(alarm) : nothing}
            </section>
        `;
    }

    private counts(open: number) {
        const waiting = this.alarms.waiting.length;
        return html`
            <a href=${this.listAddress}>${waiting > 0 ? say('unacknowledged', { n: waiting }) : open > 0 ? say('allAcknowledged', { n: open }) : say('noneOpen')}</a>
            ${PRIORITIES.map((priority) => {
                const amount = this.alarms.waitingByPriority(priority);
                return amount > 0 ? html`<span class="count">${priorityMark(priority, 'spoken')} ${amount}</span>` : nothing;
            })}
        `;
    }

    private chosen(alarm: Alarm) {
        return html`
            <p class="chosen">
                ${priorityMark(alarm.priority)}
                <a href=${alarm.source.address}>${alarm.source.name}</a>
                <span class="message">${alarm.message}</span>
                ${alarm.tags?.map((tag) => html`<span class="tag">${tag}</span>`)}
                <span class="age">${age(alarm.raisedAt)}</span>
            </p>
            <div class="actions">
                <button @click=${() => this.acknowledge(alarm)}>${say('acknowledge')} <kbd aria-hidden="true">A</kbd></button>
                ${this.alarms.waiting.length > 1 ? html`<button @click=${this.selectNext}>${say('next')} <kbd aria-hidden="true">N</kbd></button>` : nothing}
            </div>
        `;
    }

    private acknowledge(alarm: Alarm): void {
        this.dispatchEvent(new CustomEvent('acknowledge', { detail: alarm, bubbles: true }));
    }
}
customElements.define('mw-alarm-bar', AlarmBar);
