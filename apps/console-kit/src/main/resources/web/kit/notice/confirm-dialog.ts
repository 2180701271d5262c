import { html } from 'lit';
import { AskingDialog } from './asking-dialog';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);

/** Something that is not done without a second click. */
export interface Wish {
    /** What is to be done; also the name of the button. */
    readonly name: string;
    /** What follows from it, before it is done. */
    readonly warning: string;
    readonly run: () => Promise<void>;
}

/** Asks once more before something is done. */
export class ConfirmDialog extends AskingDialog {
    static override properties = { ...AskingDialog.properties, wish: { state: true } };
    declare wish: Wish | undefined;

    async ask(wish: Wish): Promise<void> {
        this.wish = wish;
        await this.show();
    }

    protected override render() {
        return html`
            <dialog aria-labelledby="confirm-question">
                <form @submit=${this.submit}>
                    <h2 id="confirm-question">${this.wish?.name}?</h2>
                    <p>${this.wish?.warning}</p>
                    ${this.mistakeLine()}
                    <div class="actions">
                        <button type="button" autofocus @click=${this.close}>${say('cancel')}</button>
                        <button class="primary" ?disabled=${this.busy}>${this.wish?.name}</button>
                    </div>
                </form>
            </dialog>
        `;
    }

    protected override async carryOut(): Promise<void> {
        await this.wish?.run();
    }
}
customElements.define('mw-confirm-dialog', ConfirmDialog);
