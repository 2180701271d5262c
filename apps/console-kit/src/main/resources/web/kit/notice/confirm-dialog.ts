import { html, nothing } from 'lit';
import { sentenceOf } from '../http/sentence';
import { PageElement } from '../page-element';

/** Something that is not done without a second click. */
export interface Wish {
    /** What is to be done; also the name of the button. */
    readonly name: string;
    /** What follows from it, before it is done. */
    readonly warning: string;
    readonly run: () => Promise<void>;
}

/** Asks once more before something is done; a refusal of the server stays in the dialog as a sentence. */
export class ConfirmDialog extends PageElement {
    static override properties = { wish: { state: true }, mistake: { state: true }, busy: { state: true } };
    declare wish: Wish | undefined;
    declare mistake: string;
    declare busy: boolean;

    constructor() {
        super();
        this.mistake = '';
        this.busy = false;
    }

    async ask(wish: Wish): Promise<void> {
        this.wish = wish;
        this.mistake = '';
        await this.updateComplete;
        this.querySelector('dialog')?.showModal();
    }

    protected override render() {
        return html`
            <dialog aria-labelledby="confirm-question">
                <form @submit=${this.submit}>
                    <h2 id="confirm-question">${this.wish?.name}?</h2>
                    <p>${this.wish?.warning}</p>
                    ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing}
                    <div class="actions">
                        <button type="button" autofocus @click=${this.close}>Cancel</button>
                        <button class="primary" ?disabled=${this.busy}>${this.wish?.name}</button>
                    </div>
                </form>
            </dialog>
        `;
    }

    private async submit(event: SubmitEvent): Promise<void> {
        event.preventDefault();
        this.busy = true;
        try {
            await this.wish?.run();
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
customElements.define('mw-confirm-dialog', ConfirmDialog);
