import { html } from 'lit';
import { speaker } from '../../kit/language/words';
import { AskingDialog } from '../../kit/notice/asking-dialog';
import type { Valve } from './valve';
import { tellLookedAfter } from './valve';
import words from './words.json';

const say = speaker(words);
const LONGEST_REASON = 300;

/** What somebody found and did at a valve that gave no water; only then may it open again. Fires `looked-after` with the valve as detail. */
export class LookedAfterDialog extends AskingDialog {
    static override properties = { ...AskingDialog.properties, valve: { state: true } };
    declare valve: Valve | undefined;

    async ask(valve: Valve): Promise<void> {
        this.valve = valve;
        await this.show();
    }

    protected override render() {
        return html`
            <dialog aria-labelledby="looked-after-title">
                <form @submit=${this.submit}>
                    <h2 id="looked-after-title">${this.valve?.name}</h2>
                    <p>${say('lookedAfterFollows')}</p>
                    <div class="field">
                        <label for="looked-after-reason">${say('lookedAfterWhat')}</label>
                        <textarea id="looked-after-reason" name="reason" maxlength=${LONGEST_REASON} required></textarea>
                    </div>
                    ${this.mistakeLine()}
                    <div class="actions">
                        <button type="button" @click=${this.close}>${say('cancel')}</button>
                        <button class="primary" ?disabled=${this.busy}>${say('lookedAfterNow')}</button>
                    </div>
                </form>
            </dialog>
        `;
    }

    protected override async carryOut(answers: FormData): Promise<void> {
        if (this.valve) {
            const valve = await tellLookedAfter(this.valve.id, String(answers.get('reason')).trim());
            this.dispatchEvent(new CustomEvent('looked-after', { detail: valve, bubbles: true }));
        }
    }
}
customElements.define('mw-looked-after-dialog', LookedAfterDialog);
