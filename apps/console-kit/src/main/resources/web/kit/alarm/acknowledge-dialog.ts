import { html, nothing } from 'lit';
import { sentenceOf } from '../http/sentence';
import { PageElement } from '../page-element';
import type { Alarm } from './alarm';
import { priorityMark } from './priority-mark';

const MAX_COMMENT_CHARACTERS = 500;

/** Sends the acknowledgement to the server; throws with a sentence when it is refused. */
export type Acknowledge = (alarm: Alarm, comment: string) => Promise<void>;

/** Asks for an optional comment and acknowledges one alarm. Enter acknowledges, Escape leaves everything as it was. */
export class AcknowledgeDialog extends PageElement {
    static override properties = {
        acknowledge: { attribute: false },
        alarm: { state: true },
        mistake: { state: true },
        busy: { state: true },
    };
    declare acknowledge: Acknowledge;
    declare alarm: Alarm | undefined;
    declare mistake: string;
    declare busy: boolean;

    constructor() {
        super();
        this.mistake = '';
        this.busy = false;
    }

    async open(alarm: Alarm): Promise<void> {
        this.alarm = alarm;
        this.mistake = '';
        await this.updateComplete;
        this.querySelector('form')?.reset();
        this.querySelector('dialog')?.showModal();
    }

    protected override render() {
        return html`
            <dialog aria-labelledby="acknowledge-title">
                <form @submit=${this.submit} @keydown=${this.submitOnEnter}>
                    <h2 id="acknowledge-title">Acknowledge alarm</h2>
                    ${this.alarm ? html`<p>${priorityMark(this.alarm.priority)} <strong>${this.alarm.source.name}</strong>: ${this.alarm.message}</p>` : nothing}
                    <div class="field">
                        <label for="acknowledge-comment">Comment (optional)</label>
                        <textarea id="acknowledge-comment" name="comment" maxlength=${MAX_COMMENT_CHARACTERS} autofocus></textarea>
                    </div>
                    ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing}
                    <div class="actions">
                        <button type="button" @click=${this.close}>Cancel</button>
                        <button class="primary" ?disabled=${this.busy}>Acknowledge</button>
                    </div>
                </form>
            </dialog>
        `;
    }

    private submitOnEnter(event: KeyboardEvent): void {
        if (event.key === 'Enter' && !event.shiftKey && event.target instanceof HTMLTextAreaElement) {
            event.preventDefault();
            this.querySelector('form')?.requestSubmit();
        }
    }

    private async submit(event: SubmitEvent): Promise<void> {
        event.preventDefault();
        if (!this.alarm) {
            return;
        }
        this.busy = true;
        try {
            await this.acknowledge(this.alarm, String(new FormData(event.target as HTMLFormElement).get('comment')).trim());
            this.close();
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        } finally {
            this.busy = false;
        }
    }

    private close(): void {
        this.querySelector('dialog')?.close();
    }
}
customElements.define('mw-acknowledge-dialog', AcknowledgeDialog);
