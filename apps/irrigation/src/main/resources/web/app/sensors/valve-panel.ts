import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { SecondTick } from '../../kit/clock/second-tick';
import { serverClock } from '../../kit/clock/server-clock';
import { age, moment, span } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import { knows, speaker } from '../../kit/language/words';
import { say as tell } from '../../kit/notice/notice-area';
import { PageElement } from '../../kit/page-element';
import { measured } from '../../kit/units/measure';
import { reasonText } from '../reason/reason';
import type { Valve, ValveEvent } from './valve';
import './looked-after-dialog';
import type { LookedAfterDialog } from './looked-after-dialog';
import { closeValve, fetchValveEvents } from './valve';
import words from './words.json';

const say = speaker(words);
const LITRES_PER_CUBIC_METRE = 1000;

/** One valve: whether water is on, until when, what keeps it closed, and what it did last. */
export class ValvePanel extends PageElement {
    static override properties = { valve: { attribute: false }, mayDecide: { type: Boolean }, events: { state: true }, busy: { state: true } };
    declare valve: Valve;
    declare mayDecide: boolean;
    /** What it did last, the newest first. */
    declare events: readonly ValveEvent[];
    declare busy: boolean;
    private eventsOf = '';

    constructor() {
        super();
        this.events = [];
        this.mayDecide = false;
        this.busy = false;
        new SecondTick(this);
    }

    protected override willUpdate(_changed: PropertyValues): void {
        const { id, state, stateSince } = this.valve;
        const wanted = `${id} ${state} ${stateSince}`;
        if (wanted !== this.eventsOf) {
            this.eventsOf = wanted;
            fetchValveEvents(id).then(
                (events) => (this.events = events),
                () => undefined, // Its state stands above; what led to it can wait for the next change.
            );
        }
    }

    protected override render() {
        const { valve } = this;
        const wet = valve.state !== 'closed';
        return html`
            <section class="panel valve" aria-label=${valve.name} data-valve-id=${valve.id} data-state=${valve.state}>
                <header>
                    <h2>${valve.name}</h2>
                    <span class="valve-state" data-state=${valve.state}>${say(`valve-${valve.state}`)}</span>
                </header>
                ${valve.openUntil && wet ? html`<p class="figures"><strong>${say('closesIn', { span: span(Date.parse(valve.openUntil) - serverClock.nowMillis()) })}</strong></p>` : nothing}
                <dl class="facts figures">
                    <div><dt>${say('flow')}</dt><dd>${measured('flow', valve.flowCubicMetresPerHour)}</dd></div>
                    <div><dt>${say('maximumOpen')}</dt><dd>${span(valve.maximumOpenSeconds * 1000)}</dd></div>
                    <div><dt>${say('node')}</dt><dd>${valve.nodeId}.${valve.output + 1}, ${say(valve.link === 'good' ? 'linkGood' : 'linkLost')}${valve.lastHeardAt ? html`, <span class="age">${age(valve.lastHeardAt)}</span>` : nothing}</dd></div>
                </dl>
                ${valve.interlocks.length > 0 ? html`<p><strong>${say('keptClosed')}</strong></p><ul class="interlocks">${valve.interlocks.map((reason) => html`<li data-code=${reason.code}>${reasonText(reason)}</li>`)}</ul>` : nothing}
                ${this.mayDecide && valve.interlocks.some(({ code }) => code === 'blocked') ? html`<div class="actions"><button @click=${this.lookedAfter}>${say('lookedAfter')}</button></div>` : nothing}
                ${wet ? html`<div class="actions"><button class="danger" ?disabled=${this.busy} @click=${this.close}>${say('closeNow')}</button></div>` : nothing}
                ${this.lately(this.events)}
            </section>
            <mw-looked-after-dialog></mw-looked-after-dialog>
        `;
    }

    private lookedAfter(): void {
        void this.querySelector<LookedAfterDialog>('mw-looked-after-dialog')?.ask(this.valve);
    }

    private lately(events: readonly ValveEvent[]) {
        return events.length === 0
            ? nothing
            : html`<h3>${say('lately')}</h3>
                  <ol class="events figures">
                      ${events.map((event) => html`<li data-cause=${event.cause}><time>${moment(event.at)}</time> ${say(event.opened ? 'opened' : 'closed')}: ${causeWord(event.cause)}${water(event)}${event.by ? ` (${event.by})` : ''}</li>`)}
                  </ol>`;
    }

    private readonly close = async (): Promise<void> => {
        this.busy = true;
        try {
            await closeValve(this.valve.id);
            tell(say('closeSent', { valve: this.valve.name }));
        } catch (problem) {
            tell(sentenceOf(problem));
        } finally {
            this.busy = false;
        }
    };
}
customElements.define('mw-valve-panel', ValvePanel);

/** Why a valve opened or closed. */
export function causeWord(cause: string): string {
    const key = `cause-${cause}`;
    return knows(words, key) ? say(key) : cause;
}

function water({ opened, openSeconds, litres }: ValveEvent): string {
    if (opened || !openSeconds) {
        return '';
    }
    return `, ${span(openSeconds * 1000)}${litres == null ? '' : `, ${measured('volume', litres / LITRES_PER_CUBIC_METRE)}`}`;
}
