import { html, nothing } from 'lit';
import { AskingDialog } from '../notice/asking-dialog';
import type { Alarm } from './alarm';
import { priorityMark } from './priority-mark';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);
const MAX_COMMENT_CHARACTERS = 500;

/** Sends the acknowledgement to the server; throws with a sentence when it is refused. */
export type Acknowledge = (alarm: Alarm, comment: string) => Promise<void>;

/** Asks for an optional comment and acknowledges one alarm. Enter acknowledges, Escape leaves everything as it was. */
export class AcknowledgeDialog extends AskingDialog {
    static override properties = { ...AskingDialog.properties, acknowledge: { attribute: false }, alarm: { state: true } };
    declare acknowledge: Acknowledge;
    declare alarm: Alarm | undefined;

    async open(alarm: Alarm): Promise<void> {
        this.alarm = alarm;
        await this.show();
    }

    protected override render() {
        return html`
            <dialog aria-labelledby="acknowledge-title">
                <form @submit=${this.submit} @keydown=${this.submitOnEnter}>
                    <h2 id="acknowledge-title">${say('acknowledgeAlarm')}</h2>
                    ${this.alarm ? html`<p>${priorityMark(this.alarm.priority)} <strong>${this.alarm.source.name}</strong>: ${this.alarm.message}</p>` : nothing}
                    <div class="field">
                        <label for="acknowledge-comment">${say('comment')}</label>
                        <textarea id="acknowledge-comment" name="comment" maxlength=${MAX_COMMENT_CHARACTERS} autofocus></textarea>
                    </div>
                    ${this.mistakeLine()}
                    <div class="actions">
                        <button type="button" @click=${this.close}>${say('cancel')}</button>
                        <button class="primary" ?disabled=${this.busy}>${say('acknowledge')}</button>
                    </div>
                </form>
            </dialog>
        `;
    }

    protected override async carryOut(answers: FormData): Promise<void> {
        if (this.alarm) {
            await this.acknowledge(this.alarm, String(answers.get('comment')).trim());
        }
    }

    private submitOnEnter(event: KeyboardEvent): void {
        if (event.key === 'Enter' && !event.shiftKey && event.target instanceof HTMLTextAreaElement) {
            event.preventDefault();
            this.querySelector('form')?.requestSubmit();
        }
    }
}
customElements.define('mw-acknowledge-dialog', AcknowledgeDialog);
