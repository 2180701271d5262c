import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { quantity } from '../format/number';
import { fullMoment, moment } from '../format/time';
import { sentenceOf } from '../http/sentence';
import { PageElement } from '../page-element';
import type { Alarm, AlarmStep } from './alarm';
import { stateWords } from './alarm';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);

export type FetchHistory = (alarm: Alarm) => Promise<readonly AlarmStep[]>;

/** Every step of one alarm, oldest first: when, from whom, with what comment. Asks again when the alarm changes its state. */
export class AlarmHistory extends PageElement {
    static override properties = {
        alarm: { attribute: false },
        fetchHistory: { attribute: false },
        steps: { state: true },
        mistake: { state: true },
    };
    declare alarm: Alarm;
    declare fetchHistory: FetchHistory;
    declare steps: readonly AlarmStep[] | undefined;
    declare mistake: string;
    private fetchedFor = '';

    constructor() {
        super();
        this.mistake = '';
    }

    protected override willUpdate(_changed: PropertyValues): void {
        const version = `${this.alarm.id} ${this.alarm.state}`;
        if (version !== this.fetchedFor) {
            this.fetchedFor = version;
            void this.fetch();
        }
    }

    protected override render() {
        if (this.mistake) {
            return html`<p class="mistake">${this.mistake}</p>`;
        }
        return html`
            <ol>
                ${this.steps?.map(
                    (step) => html`
                        <li>
                            <time class="figures" datetime=${step.at} title=${fullMoment(step.at)}>${moment(step.at)}</time>
                            <strong>${stateWords(step.to)}</strong>
                            ${step.value === null ? nothing : html`<span class="figures">${say('at', { value: quantity(step.value, this.alarm.unit ?? '') })}</span>`}
                            ${step.by ? html`<span>${say('by', { who: step.by })}</span>` : nothing} ${step.comment ? html`<q>${step.comment}</q>` : nothing}
                        </li>
                    `,
                ) ?? html`<li class="quiet">${say('fetchingHistory')}</li>`}
            </ol>
        `;
    }

    private async fetch(): Promise<void> {
        try {
            this.steps = await this.fetchHistory(this.alarm);
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }
}
customElements.define('mw-alarm-history', AlarmHistory);
