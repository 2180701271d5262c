import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { sentenceOf } from '../http/sentence';
import { PageElement } from '../page-element';

/** A dialog that does something when it is answered; a refusal of the server stays in it as a sentence. Escape leaves everything as it was. */
export abstract class AskingDialog extends PageElement {
    static override properties = { mistake: { state: true }, busy: { state: true } };
    declare mistake: string;
    declare busy: boolean;

    constructor() {
        super();
        this.mistake = '';
        this.busy = false;
    }

    /** Does what was asked for; throws with a sentence when it is refused. */
    protected abstract carryOut(answers: FormData): Promise<void>;

    protected async show(): Promise<void> {
        this.mistake = '';
        await this.updateComplete;
        this.querySelector('form')?.reset();
        this.querySelector('dialog')?.showModal();
    }

    protected mistakeLine(): TemplateResult | typeof nothing {
        return this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing;
    }

    protected async submit(event: SubmitEvent): Promise<void> {
        event.preventDefault();
        this.busy = true;
        try {
            await this.carryOut(new FormData(event.target as HTMLFormElement));
            this.close();
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        } finally {
            this.busy = false;
        }
    }

    protected close(): void {
        this.querySelector('dialog')?.close();
    }
}
