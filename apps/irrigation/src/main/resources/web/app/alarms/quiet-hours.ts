import { html, nothing } from 'lit';
import { sentenceOf } from '../../kit/http/sentence';
import { currentLanguage } from '../../kit/language/language';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { currentUnits } from '../../kit/units/units';
import type { Preferences } from '../preferences/preferences';
import { fetchPreferences, keepPreferences } from '../preferences/preferences';
import words from './words.json';

const say = speaker(words);

/** When this person wants to hear only what is urgent. */
export class QuietHours extends PageElement {
    static override properties = { kept: { state: true }, mistake: { state: true }, done: { state: true } };
    declare kept: Preferences | undefined;
    declare mistake: string;
    declare done: boolean;

    constructor() {
        super();
        this.mistake = '';
        this.done = false;
    }

    override connectedCallback(): void {
        super.connectedCallback();
        void this.attempt(async () => {
            this.kept = await fetchPreferences();
        });
    }

    protected override render() {
        return html`
            <section class="panel quiet-hours" aria-labelledby="quiet-title">
                <header><h2 id="quiet-title">${say('quietHours')}</h2></header>
                <p class="quiet">${say('quietMeaning')}</p>
                ${this.kept
                    ? html`<form @submit=${this.submit}>
                          <div class="field"><label for="quiet-from">${say('from')}</label><input id="quiet-from" name="from" type="time" .value=${this.kept.quietFrom ?? ''} /></div>
                          <div class="field"><label for="quiet-to">${say('to')}</label><input id="quiet-to" name="to" type="time" .value=${this.kept.quietTo ?? ''} /></div>
                          <button class="primary">${say('keep')}</button>
                      </form>`
                    : nothing}
                ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing} <p role="status">${this.done ? say('kept') : ''}</p>
            </section>
        `;
    }

    private async submit(event: SubmitEvent): Promise<void> {
        event.preventDefault();
        const answers = new FormData(event.target as HTMLFormElement);
        const [from, to] = [String(answers.get('from')), String(answers.get('to'))];
        if ((from === '') !== (to === '')) {
            this.mistake = say('bothOrNeither');
            return;
        }
        await this.attempt(async () => {
            this.kept = await keepPreferences({ units: currentUnits(), language: currentLanguage(), quietFrom: from || null, quietTo: to || null });
            this.done = true;
        });
    }

    private async attempt(what: () => Promise<void>): Promise<void> {
        try {
            await what();
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }
}
customElements.define('mw-quiet-hours', QuietHours);
