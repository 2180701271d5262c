import { html, nothing } from 'lit';
import { Follow } from '../../kit/follow';
import { moment } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import { speaker } from '../../kit/language/words';
import { say as tell } from '../../kit/notice/notice-area';
import { PageElement } from '../../kit/page-element';
import { measured } from '../../kit/units/measure';
import type { Farm } from '../farm';
import { reasonText } from '../reason/reason';
import { amounts, inputs } from './amounts';
import './decide-dialog';
import type { Answer, DecideDialog } from './decide-dialog';
import { computeAnew } from './decisions';
import type { Recommendation } from './recommendation';
import { adviceText, becauseText, furtherReasons } from './sentence';
import words from './words.json';

const say = speaker(words);

/** What to do with one zone and why, with the buttons that decide it. */
export class RecommendationPanel extends PageElement {
    static override properties = { farm: { attribute: false }, zoneId: { type: String }, busy: { state: true } };
    declare farm: Farm;
    declare zoneId: string;
    declare busy: boolean;

    constructor() {
        super();
        this.busy = false;
        new Follow(this, () => this.farm.zones);
        this.addEventListener('decided', (event) => this.decided((event as CustomEvent<Recommendation>).detail));
        this.addEventListener('overtaken', (event) => this.farm.takeUp((event as CustomEvent<Recommendation>).detail));
    }

    protected override render() {
        const recommendation = this.farm.zones.find(this.zoneId)?.recommendation;
        return html`
            <section class="panel recommendation" aria-labelledby="recommendation-title" data-action=${recommendation?.action ?? 'none'} data-decision=${recommendation?.decision ?? 'none'}>
                <header>
                    <h2 id="recommendation-title">${say('title')}</h2>
                    ${this.farm.mayDecide ? html`<button class="quiet" ?disabled=${this.busy} @click=${this.anew}>${say('computeAnew')}</button>` : nothing}
                </header>
                ${recommendation ? this.content(recommendation) : html`<p class="quiet">${say('none')}</p>`}
            </section>
            <mw-decide-dialog .newest=${recommendation ?? undefined}></mw-decide-dialog>
        `;
    }

    private content(recommendation: Recommendation) {
        const because = becauseText(recommendation);
        const further = furtherReasons(recommendation);
        return html`
            <p class="headline">${adviceText(recommendation)}${because ? ',' : '.'}</p>
            ${because ? html`<p class="sentence">${because}</p>` : nothing}
            ${further.length > 0 ? html`<h3>${say(because ? 'moreReasons' : 'reasons')}</h3><ul class="reasons">${further.map((reason) => html`<li data-code=${reason.code}>${reasonText(reason)}</li>`)}</ul>` : nothing}
            ${this.decision(recommendation)}
            <details>
                <summary>${say('restsOn')}</summary>
                <div class="pair">${amounts(recommendation)} ${inputs(recommendation)}</div>
            </details>
        `;
    }

    private decision(recommendation: Recommendation) {
        const { decision, decidedBy, decidedAt, decidedMillimetres, decisionReason } = recommendation;
        if (decision !== 'open') {
            return html`
                <p class="decision" data-decision=${decision}>
                    <strong>${decidedBy && decidedAt ? say('decidedBy', { decision: say(decision), who: decidedBy, when: moment(decidedAt) }) : say(decision)}</strong>
                    ${decidedMillimetres == null ? nothing : say('decidedDepth', { depth: measured('waterDepth', decidedMillimetres) })} ${decisionReason ? html`<q>${decisionReason}</q>` : nothing}
                </p>
            `;
        }
        if (!this.farm.mayDecide) {
            return html`<p class="quiet">${say('onlyAgronomists')}</p>`;
        }
        return html`
            <div class="actions">
                <button class="primary" @click=${() => this.ask(recommendation, 'accept')}>${say('accept')}</button>
                <button @click=${() => this.ask(recommendation, 'change')}>${say('change')}</button>
                <button @click=${() => this.ask(recommendation, 'reject')}>${say('reject')}</button>
            </div>
        `;
    }

    private ask(recommendation: Recommendation, answer: Answer): void {
        void this.querySelector<DecideDialog>('mw-decide-dialog')?.ask(recommendation, answer);
    }

    private decided(recommendation: Recommendation): void {
        this.farm.takeUp(recommendation);
        this.farm.dispatchEvent(new CustomEvent('recommendation', { detail: recommendation }));
        tell(say('done', { decision: say(recommendation.decision), zone: this.farm.zones.find(this.zoneId)?.name ?? this.zoneId }));
    }

    private readonly anew = async (): Promise<void> => {
        this.busy = true;
        try {
            this.farm.takeUp(await computeAnew(this.zoneId));
        } catch (problem) {
            tell(sentenceOf(problem));
        } finally {
            this.busy = false;
        }
    };
}
customElements.define('mw-recommendation-panel', RecommendationPanel);
