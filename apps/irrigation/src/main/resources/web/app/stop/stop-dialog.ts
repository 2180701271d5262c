import { html } from 'lit';
import { speaker } from '../../kit/language/words';
import { AskingDialog } from '../../kit/notice/asking-dialog';
import type { Farm } from '../farm';
import { releaseStop, stopEverything } from './emergency-stop';
import words from './words.json';

const say = speaker(words);
const LONGEST_REASON = 200;

/** The second step of stopping everything, and of releasing the stop. */
export class StopDialog extends AskingDialog {
    static override properties = { ...AskingDialog.properties, farm: { attribute: false }, releases: { state: true } };
    declare farm: Farm;
    declare releases: boolean;

    constructor() {
        super();
        this.releases = false;
    }

    async ask(what: 'stop' | 'release'): Promise<void> {
        this.releases = what === 'release';
        await this.show();
    }

    protected override render() {
        return html`
            <dialog aria-labelledby="stop-question">
                <form @submit=${this.submit}>
                    <h2 id="stop-question">${say(this.releases ? 'releaseQuestion' : 'question')}</h2>
                    <p>${say(this.releases ? 'releaseFollows' : 'follows')}</p>
                    <div class="field">
                        <label for="stop-reason">${say('reason')}</label>
                        <input id="stop-reason" name="reason" type="text" maxlength=${LONGEST_REASON} ?required=${this.releases} />
                    </div>
                    ${this.mistakeLine()}
                    <div class="actions">
                        <button type="button" @click=${this.close}>${say('cancel')}</button>
                        <button class=${this.releases ? 'primary' : 'danger'} autofocus ?disabled=${this.busy}>${say(this.releases ? 'releaseNow' : 'stopNow')}</button>
                    </div>
                </form>
            </dialog>
        `;
    }

    protected override async carryOut(answers: FormData): Promise<void> {
        const reason = String(answers.get('reason')).trim();
        if (this.releases) {
            await releaseStop(reason);
            this.farm.become(null);
        } else {
            this.farm.become(await stopEverything(reason || say('usualReason')));
        }
    }
}
customElements.define('mw-stop-dialog', StopDialog);
