import { html } from 'lit';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { measured } from '../../kit/units/measure';
import { dayText } from '../day';
import { reasonText } from '../reason/reason';
import type { Outcome, Recommendation } from './recommendation';
import { adviceText } from './sentence';
import words from './words.json';

const say = speaker(words);

/** Earlier recommendations: what was decided and what came of it. */
export class AfterwardsPanel extends PageElement {
    static override properties = { decisions: { attribute: false } };
    declare decisions: readonly Recommendation[];

    protected override render() {
        const past = this.decisions.filter(({ decision }) => decision !== 'open');
        return html`
            <section class="panel" aria-labelledby="afterwards-title">
                <header><h2 id="afterwards-title">${say('afterwards')}</h2></header>
                ${past.length === 0 ? html`<p class="quiet">${say('nothingYet')}</p>` : this.table(past)}
            </section>
        `;
    }

    private table(past: readonly Recommendation[]) {
        return html`
            <table class="sheet cards" role="table">
                <caption class="visually-hidden">${say('afterwards')}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">${say('day')}</th>
                        <th role="columnheader" scope="col">${say('advice')}</th>
                        <th role="columnheader" scope="col">${say('decision')}</th>
                        <th role="columnheader" scope="col">${say('outcome')}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    ${past.map(
                        (recommendation) => html`
                            <tr role="row">
                                <td role="cell" class="figures">${dayText(recommendation.forDay)}</td>
                                <td role="cell" data-label=${say('advice')}><span>${adviceText({ ...recommendation, startAt: null })}</span></td>
                                <td role="cell" data-label=${say('decision')}><span>${decisionText(recommendation)}</span></td>
                                <td role="cell" class="figures" data-label=${say('outcome')}><span>${recommendation.outcome ? outcomeText(recommendation.outcome) : say('noOutcome')}</span></td>
                            </tr>
                        `,
                    )}
                </tbody>
            </table>
        `;
    }
}
customElements.define('mw-afterwards-panel', AfterwardsPanel);

function decisionText({ decision, decidedMillimetres, decidedBy, decisionReason }: Recommendation): string {
    const depth = decidedMillimetres == null ? '' : ` ${say('decidedDepth', { depth: measured('waterDepth', decidedMillimetres) })}`;
    return `${say(decision)}${depth}${decidedBy ? ` (${decidedBy})` : ''}${decisionReason ? `: ${decisionReason}` : ''}`;
}

function outcomeText(outcome: Outcome): string {
    return [
        outcome.appliedMillimetres == null ? '' : say('applied', { depth: measured('waterDepth', outcome.appliedMillimetres), how: say(outcome.metered ? 'metered' : 'computed') }),
        outcome.depletionBeforeMillimetres == null || outcome.depletionAfterMillimetres == null
            ? ''
            : say('fromTo', { before: measured('waterDepth', outcome.depletionBeforeMillimetres), after: measured('waterDepth', outcome.depletionAfterMillimetres) }),
        outcome.probeRose == null ? '' : say(outcome.probeRose ? 'probeRose' : 'probeDidNotRise'),
        outcome.drainageMillimetres ? say('drained', { depth: measured('waterDepth', outcome.drainageMillimetres) }) : '',
        ...outcome.reasons.map(reasonText),
    ]
        .filter(Boolean)
        .join('; ');
}
