import { html } from 'lit';
import { PageElement } from '../page-element';
import type { Alarm } from './alarm';
import type { AlarmStore } from './alarm-store';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);
const ANNOUNCEMENTS = { high: 'announceHigh', medium: 'announceMedium', low: 'announceLow' } as const;

/** Reads new alarms out: high ones at once, the others when the screen reader has finished its sentence. */
export class AlarmAnnouncer extends PageElement {
    static override properties = { alarms: { attribute: false }, urgent: { state: true }, other: { state: true } };
    declare alarms: AlarmStore;
    declare urgent: string;
    declare other: string;

    constructor() {
        super();
        this.urgent = '';
        this.other = '';
    }

    override connectedCallback(): void {
        super.connectedCallback();
        this.alarms.addEventListener('raised', this.announce);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.alarms.removeEventListener('raised', this.announce);
    }

    protected override render() {
        return html`
            <div class="visually-hidden" aria-live="assertive" aria-atomic="true">${this.urgent}</div>
            <div class="visually-hidden" aria-live="polite" aria-atomic="true">${this.other}</div>
        `;
    }

    private readonly announce = (event: Event): void => {
        const alarm = (event as CustomEvent<Alarm>).detail;
        const sentence = say(ANNOUNCEMENTS[alarm.priority], { where: alarm.source.name, what: alarm.message });
        if (alarm.priority === 'high') {
            this.urgent = sentence;
        } else {
            this.other = sentence;
        }
    };
}
customElements.define('mw-alarm-announcer', AlarmAnnouncer);
