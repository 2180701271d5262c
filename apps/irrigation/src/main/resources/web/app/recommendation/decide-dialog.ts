import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { ApiProblem } from '../../kit/http/api';
import { speaker } from '../../kit/language/words';
import { AskingDialog } from '../../kit/notice/asking-dialog';
import { measureField, measureIn } from '../../kit/units/measure-field';
import { amounts } from './amounts';
import { accept, change, fetchNewest, reject } from './decisions';
import type { Recommendation } from './recommendation';
import { adviceText, sentenceText } from './sentence';
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

/**
 * Accept, change or reject a recommendation; what follows is said before, and a reason is asked for what departs from it. What a person has
 * entered outlives a newer recommendation: one that comes to the same is decided instead, any other is shown first. Fires `decided`, and
 * `overtaken` with the newest when only the server knew of it.
 */
export class DecideDialog extends AskingDialog {
    static override properties = { ...AskingDialog.properties, newest: { attribute: false }, recommendation: { state: true }, answer: { state: true } };
    /** What the zone is advised by now. */
    declare newest: Recommendation | undefined;
    /** What is being decided. */
    declare recommendation: Recommendation | undefined;
    declare answer: Answer;
    private netMillimetres: number | null = null;

    constructor() {
        super();
        this.answer = 'accept';
    }

    async ask(recommendation: Recommendation, answer: Answer): Promise<void> {
        this.recommendation = recommendation;
        this.netMillimetres = recommendation.action === 'irrigate' ? recommendation.netMillimetres : null;
        this.answer = answer;
        await this.show();
    }

    protected override willUpdate(changed: PropertyValues): void {
        const { newest, recommendation } = this;
        if (changed.has('newest') && newest?.decision === 'open' && recommendation && newest.id > recommendation.id && comesToTheSame(newest, recommendation, this.answer)) {
            this.recommendation = newest;
        }
    }

    /** Another advice than the one being decided, or what somebody else decided meanwhile. */
    private get overtaking(): Recommendation | undefined {
        const { newest, recommendation } = this;
        return newest && recommendation && newest.zoneId === recommendation.zoneId && !this.busy && (newest.id > recommendation.id || (newest.id === recommendation.id && newest.decision !== 'open')) ? newest : undefined;
    }

    protected override render() {
        const { recommendation, answer, overtaking } = this;
        return html`
            <dialog aria-labelledby="decide-title">
                <form @submit=${this.submit}>
                    <h2 id="decide-title">${say(WORDS[answer].title)}</h2>
                    ${recommendation
                        ? html`${overtaking ? this.notice(overtaking) : html`<p class="decided-on" tabindex="-1">${sentenceText(recommendation)}</p>`}
                              ${answer === 'accept' ? html`${overtaking ? nothing : amounts(recommendation)}<p class="quiet">${say(recommendation.action === 'irrigate' ? 'acceptFollows' : 'acceptWaitFollows')}</p>` : nothing}
                              ${answer === 'change' ? this.changes() : nothing} ${answer === 'accept' ? nothing : this.reason()}`
                        : nothing}
                    ${this.mistakeLine()}
                    <div class="actions">
                        <button type="button" @click=${this.close}>${say('cancel')}</button>
                        <button class="primary" ?disabled=${this.busy || overtaking !== undefined}>${say(WORDS[answer].button)}</button>
                    </div>
                </form>
            </dialog>
        `;
    }

    private notice(newest: Recommendation) {
        const { decision, decidedBy } = newest;
        if (decision !== 'open') {
            return html`<p class="overtaken" role="alert">${say('decidedMeanwhile', { decision: say(decision), who: decidedBy ?? '–' })}</p>`;
        }
        return html`
            <div class="overtaken" role="alert">
                <p><strong>${say('replaced')}</strong> ${say('replacedBy')}</p>
                <p>${sentenceText(newest)}</p>
                <button type="button" @click=${() => this.goOn(newest)}>${say('goOn')}</button>
            </div>
        `;
    }

    private async goOn(newest: Recommendation): Promise<void> {
        this.recommendation = newest;
        this.mistake = '';
        await this.updateComplete;
        this.querySelector<HTMLElement>('.decided-on')?.focus();
    }

    private changes() {
        return html`
            ${measureField({ name: 'net', label: say('net'), measure: 'waterDepth', value: this.netMillimetres, least: 0, most: DEEPEST_MILLIMETRES, required: true })}
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
            const decided = await this.decideEvenIfReplaced(this.recommendation, answers);
            this.dispatchEvent(new CustomEvent('decided', { detail: decided, bubbles: true }));
        }
    }

    /** The server may know a newer advice that has not arrived here yet. */
    private async decideEvenIfReplaced(recommendation: Recommendation, answers: FormData): Promise<Recommendation> {
        try {
            return await this.decide(recommendation.id, answers);
        } catch (problem) {
            if (!(problem instanceof ApiProblem && problem.code === 'recommendation.decided')) {
                throw problem;
            }
            const newest = await fetchNewest(recommendation.zoneId);
            if (newest.decision === 'open' && comesToTheSame(newest, recommendation, this.answer)) {
                return this.decide(newest.id, answers);
            }
            this.dispatchEvent(new CustomEvent('overtaken', { detail: newest, bubbles: true }));
            throw new Error(say('notSent'));
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

/** To accept is to agree to what was read; a change or a refusal holds for whatever asks for the same thing to be done. */
function comesToTheSame(newest: Recommendation, read: Recommendation, answer: Answer): boolean {
    return newest.action === read.action && (answer !== 'accept' || adviceText(newest) === adviceText(read));
}
