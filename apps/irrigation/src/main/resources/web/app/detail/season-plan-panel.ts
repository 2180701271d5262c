import { html, nothing } from 'lit';
import { fixed } from '../../kit/format/number';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { measured } from '../../kit/units/measure';
import { dayText } from '../day';
import { stageWord } from '../zone/status';
import words from './words.json';
import type { SeasonPlan } from './zone-server';

const say = speaker(words);

/** The zone's plan for the rest of its season in plain words, and what it is expected to bring. */
export class SeasonPlanPanel extends PageElement {
    static override properties = { plan: { attribute: false } };
    declare plan: SeasonPlan | undefined;

    protected override render() {
        return html`
            <section class="panel season-plan" aria-labelledby="season-plan-title">
                <header><h2 id="season-plan-title">${say('plan')}</h2></header>
                ${this.plan ? this.content(this.plan) : html`<p class="quiet">${say('planNone')}</p>`}
            </section>
        `;
    }

    private content(plan: SeasonPlan) {
        return html`
            <ul class="reasons">
                <li>${plan.savingStages.length > 0 ? say('planSaves', { stages: plan.savingStages.map(stageWord).join(', ') }) : say('planKeeps')}</li>
                <li>${say('planFills', { percent: fixed(plan.fillPercent, 0) })}</li>
                <li>${plan.lastWateringOn ? say('planLast', { day: dayText(plan.lastWateringOn), lastDay: dayText(plan.lastCropDay) }) : say('planNoMore', { lastDay: dayText(plan.lastCropDay) })}</li>
                <li>${waterText(plan)}</li>
                <li>${say('planDays', { n: plan.expectedStressDays, before: plan.stressDaysBefore, accepted: plan.acceptedStressDays })}</li>
                ${plan.allocationIsShort ? html`<li>${say('planShort', { percent: fixed(100 - plan.expectedYieldPercent, 0) })}</li>` : nothing}
            </ul>
            <p class="quiet">${plan.yearsOfPast > 0 ? say('planFromYears', { day: dayText(plan.madeOn), n: plan.yearsOfPast }) : say('planFromDays', { day: dayText(plan.madeOn) })}</p>
        `;
    }
}
customElements.define('mw-season-plan-panel', SeasonPlanPanel);

function waterText({ expectedMillimetres, allocationLeftMillimetres }: SeasonPlan): string {
    const water = measured('waterDepth', expectedMillimetres);
    return `${allocationLeftMillimetres == null ? say('planWater', { water }) : say('planWaterOf', { water, left: measured('waterDepth', allocationLeftMillimetres) })}.`;
}
