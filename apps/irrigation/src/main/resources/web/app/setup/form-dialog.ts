import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { speaker } from '../../kit/language/words';
import { AskingDialog } from '../../kit/notice/asking-dialog';
import type { Measure } from '../../kit/units/measure';
import { measureField, measureIn } from '../../kit/units/measure-field';
import words from './words.json';

const say = speaker(words);

interface Asked {
    readonly name: string;
    readonly label: string;
    readonly required?: boolean;
}

/** One question of a form. */
export type Question = Asked &
    (
        | { readonly kind: 'text' | 'date'; readonly value?: string | null }
        | { readonly kind: 'number'; readonly value?: number | null; readonly least?: number; readonly most?: number }
        | { readonly kind: 'measure'; readonly measure: Measure; readonly value?: number | null; readonly least?: number; readonly most?: number }
        | { readonly kind: 'choice'; readonly value?: string | null; readonly options: readonly (readonly [value: string, name: string])[] }
        | { readonly kind: 'check'; readonly value?: boolean }
    );

export type Answers = Readonly<Record<string, string | number | boolean | null>>;

/** What a form is for, what it asks and what is done with the answers. */
export interface Form {
    readonly title: string;
    readonly explanation?: string;
    readonly questions: readonly Question[];
    readonly keep: (answers: Answers) => Promise<unknown>;
}

/** Any form of the set-up: asks its questions and keeps the answers. Fires `kept`. */
export class FormDialog extends AskingDialog {
    static override properties = { ...AskingDialog.properties, form: { state: true } };
    declare form: Form | undefined;

    async ask(form: Form): Promise<void> {
        this.form = form;
        await this.show();
    }

    protected override render() {
        const { form } = this;
        return html`
            <dialog aria-labelledby="form-title">
                <form @submit=${this.submit}>
                    <h2 id="form-title">${form?.title}</h2>
                    ${form?.explanation ? html`<p class="quiet">${form.explanation}</p>` : nothing} ${form?.questions.map(questionField)} ${this.mistakeLine()}
                    <div class="actions"><button type="button" @click=${this.close}>${say('cancel')}</button><button class="primary" ?disabled=${this.busy}>${say('keep')}</button></div>
                </form>
            </dialog>
        `;
    }

    protected override async carryOut(given: FormData): Promise<void> {
        const { form } = this;
        if (form) {
            await form.keep(Object.fromEntries(form.questions.map((question) => [question.name, answerTo(question, given)])));
            this.dispatchEvent(new Event('kept', { bubbles: true }));
        }
    }
}
customElements.define('mw-form-dialog', FormDialog);

function questionField(question: Question): TemplateResult {
    const { name, label, required = false } = question;
    const id = `form-${name}`;
    switch (question.kind) {
        case 'measure':
            return measureField(question);
        case 'check':
            return html`<label class="inline"><input type="checkbox" name=${name} ?checked=${question.value ?? false} /> ${label}</label>`;
        case 'choice':
            return html`<div class="field"><label for=${id}>${label}</label><select id=${id} name=${name} ?required=${required}>${question.options.map(([value, text]) => html`<option value=${value} ?selected=${value === (question.value ?? '')}>${text}</option>`)}</select></div>`;
        case 'number':
            return html`<div class="field"><label for=${id}>${label}</label><input id=${id} name=${name} type="number" step="any" min=${question.least ?? nothing} max=${question.most ?? nothing} ?required=${required} value=${question.value ?? ''} /></div>`;
        default:
            return html`<div class="field"><label for=${id}>${label}</label><input id=${id} name=${name} type=${question.kind} ?required=${required} value=${question.value ?? ''} /></div>`;
    }
}

function answerTo(question: Question, given: FormData): string | number | boolean | null {
    const text = String(given.get(question.name) ?? '').trim();
    switch (question.kind) {
        case 'measure':
            return measureIn(given, question.name, question.measure);
        case 'check':
            return given.has(question.name);
        case 'number':
            return text === '' ? null : Number(text);
        default:
            return text === '' ? null : text;
    }
}
