import { html, nothing } from 'lit';
import { sentenceOf } from '../http/sentence';
import '../language/reading-choice';
import { PageElement } from '../page-element';
import type { Session } from './session';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);

/** Name and password; after an expired session it says so, and the page behind stays where it was. */
export class LoginForm extends PageElement {
    static override properties = {
        session: { attribute: false },
        product: { type: String },
        invitation: { type: String },
        mistake: { state: true },
        busy: { state: true },
    };
    declare session: Session;
    declare product: string;
    /** Says what one signs in for. */
    declare invitation: string;
    declare mistake: string;
    declare busy: boolean;

    constructor() {
        super();
        this.product = '';
        this.invitation = '';
        this.mistake = '';
        this.busy = false;
    }

    protected override render() {
        return html`
            <form class="panel" @submit=${this.submit} aria-labelledby="login-title">
                <h1 id="login-title" tabindex="-1">${this.product}</h1>
                <p class="quiet">
                    ${this.session.state === 'ended' ? say('ended') : this.invitation}
                </p>
                <div class="field">
                    <label for="login-name">${say('name')}</label>
                    <input id="login-name" name="name" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" required />
                </div>
                <div class="field">
                    <label for="login-password">${say('password')}</label>
                    <input id="login-password" name="password" type="password" autocomplete="current-password" required />
                </div>
                ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing}
                <div class="controls"><mw-reading-choice></mw-reading-choice></div>
                <button class="primary" ?disabled=${this.busy}>${this.busy ? say('signingIn') : say('signIn')}</button>
            </form>
        `;
    }

    protected override firstUpdated(): void {
        this.querySelector('input')?.focus();
    }

    private async submit(event: SubmitEvent): Promise<void> {
        event.preventDefault();
        const fields = new FormData(event.target as HTMLFormElement);
        this.busy = true;
        this.mistake = '';
        try {
            await this.session.signIn(String(fields.get('name')).trim(), String(fields.get('password')));
        } catch (problem) {
            this.mistake = sentenceOf(problem);
            await this.updateComplete;
            this.querySelector<HTMLInputElement>('#login-password')?.select();
        } finally {
            this.busy = false;
        }
    }
}
customElements.define('mw-login-form', LoginForm);
