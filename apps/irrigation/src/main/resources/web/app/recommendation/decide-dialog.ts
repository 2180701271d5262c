import { html, nothing } from 'lit';
import { ApiProblem } from '../../kit/http/api';
import { speaker } from '../../kit/language/words';
import { AskingDialog } from '../../kit/notice/asking-dialog';
import { measureField, measureIn } from '../../kit/units/measure-field';
import { amounts } from './amounts';
import { accept, change, reject } from './decisions';
import type { Recommendation } from './recommendation';
import { sentenceText } from './sentence';
import words from './words.json';

const say = speaker(words);
const LONGEST_REASON = 300;
const DEEPEST_MILLIMETRES = 200;
const WORDS = {
    accept: { title: 'acceptTitle', button: 'acceptNow' },
    change: { title: 'changeTitle', button: 'changeNow' },
    reject: { title: 'rejectTitle', button: 'rejectNow' },
} as const;

export type Answer = keyof typeof WORDS;

/** Accept, change or reject a recommendation; what follows is said before, and a reason is asked for what departs from it. Fires `decided`. */
export class DecideDialog extends AskingDialog {
    static override properties = { ...AskingDialog.properties, recommendation: { state: true }, answer: { state: true } };
    declare recommendation: Recommendation | undefined;
    declare answer: Answer;

    constructor() {
        super();
        this.answer = 'accept';
    }

    async ask(recommendation: Recommendation, answer: Answer): Promise<void> {
        this.recommendation = recommendation;
        this.answer = answer;
        await this.show();
    }

    protected override render() {
        const { recommendation, answer } = this;
        return html`
            <dialog aria-labelledby="decide-title">
                <form @submit=${this.submit}>
                    <h2 id="decide-title">${say(WORDS[answer].title)}</h2>
                    ${recommendation
                        ? html`<p>${sentenceText(recommendation)}</p>
                              ${answer === 'accept' ? html`${amounts(recommendation)}<p class="quiet">${say(recommendation.action === 'irrigate' ? 'acceptFollows' : 'acceptWaitFollows')}</p>` : nothing}
                              ${answer === 'change' ? this.changes(recommendation) : nothing} ${answer === 'accept' ? nothing : this.reason()}`
                        : nothing}
                    ${this.mistakeLine()}
                    <div class="actions">
                        <button type="button" @click=${this.close}>${say('cancel')}</button>
                        <button class="primary" ?disabled=${this.busy}>${say(WORDS[answer].button)}</button>
                    </div>
                </form>
            </dialog>
        `;
    }

    private changes(recommendation: Recommendation) {
        return html`
            ${measureField({ name: 'net', label: say('net'), measure: 'waterDepth', value: recommendation.netMillimetres, least: 0, most: DEEPEST_MILLIMETRES, required: true })}
            <div class="field">
                <label for="decide-start">${say('startAt')}</label>
                <input id="decide-start" name="start" type="datetime-local" />
            </div>
        `;
    }

    private reason() {
        return html`
            <div class="field">
                <label for="decide-reason">${say('reason')}</label>
                <textarea id="decide-reason" name="reason" maxlength=${LONGEST_REASON} required></textarea>
            </div>
        `;
    }

    protected override async carryOut(answers: FormData): Promise<void> {
        if (this.recommendation) {
            const decided = await this.decide(this.recommendation.id, answers).catch((problem) => {
                throw problem instanceof ApiProblem && problem.code === 'recommendation.decided' ? new Error(say('decided')) : problem;
            });
            this.dispatchEvent(new CustomEvent('decided', { detail: decided, bubbles: true }));
        }
    }

    private async decide(id: number, answers: FormData): Promise<Recommendation> {
        const reason = String(answers.get('reason') ?? '').trim();
        switch (this.answer) {
            case 'accept':
                return accept(id);
            case 'reject':
                return reject(id, reason);
            case 'change': {
                const net = measureIn(answers, 'net', 'waterDepth');
                if (net == null || net <= 0) {
                    throw new Error(say('tooFew'));
                }
                const start = String(answers.get('start') ?? '');
                return change(id, net, start ? new Date(start).toISOString() : null, reason);
            }
        }
    }
}
customElements.define('mw-decide-dialog', DecideDialog);
