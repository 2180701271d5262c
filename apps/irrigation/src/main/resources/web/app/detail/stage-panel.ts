import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Course } from '../../kit/chart/course';
import '../../kit/chart/course-chart';
import { fixed, quantity } from '../../kit/format/number';
import { READING_CHANGED } from '../../kit/language/language';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { inReadersUnit, measured, unitOf } from '../../kit/units/measure';
import { cropName } from '../crop/crop';
import { dayAndYearText, dayText, noon } from '../day';
import { stageWord } from '../zone/status';
import words from './words.json';
import type { ZoneDetail } from './zone-server';

const say = speaker(words);

/** How deep roots reach through the season, stage by stage. */
export class StagePanel extends PageElement {
    static override properties = { zone: { attribute: false } };
    declare zone: ZoneDetail;
    private times: readonly number[] = [];
    private courses: readonly Course[] = [];

    override connectedCallback(): void {
        super.connectedCallback();
        window.addEventListener(READING_CHANGED, this.build);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        window.removeEventListener(READING_CHANGED, this.build);
    }

    protected override willUpdate(changed: PropertyValues): void {
        if (changed.has('zone')) {
            this.build();
        }
    }

    protected override render() {
        const plan = this.zone.cropPlan;
        return html`
            <section class="panel" aria-labelledby="stage-title">
                <header><h2 id="stage-title">${say('season')}</h2></header>
                ${plan
                    ? html`
                          <p>${say('planted', { crop: cropName(plan.cropId), day: dayAndYearText(plan.plantedOn), n: plan.dayOfSeason, stage: stageWord(plan.stage) })}</p>
                          <mw-course-chart class="low" label=${say('rootDepthLabel')} unit=${unitOf('soilDepth')} .times=${this.times} .courses=${this.courses} .at=${(millis: number) => dayText(new Date(millis).toISOString())} .written=${(value: number) => quantity(Math.abs(value), unitOf('soilDepth'))} downward together="milliwatt-season"></mw-course-chart>
                          ${this.table()}
                      `
                    : html`<p class="quiet">${say('noCrop')}</p>`}
            </section>
        `;
    }

    private table() {
        return html`
            <table class="sheet" role="table">
                <caption class="visually-hidden">${say('season')}</caption>
                <thead><tr><th scope="col">${say('stage')}</th><th scope="col">${say('from')}</th><th scope="col" class="number">${say('rootDepth')}</th><th scope="col" class="number">${say('coefficient')}</th></tr></thead>
                <tbody>
                    ${this.zone.cropPlan?.stages.map(
                        (stage) => html`<tr aria-current=${stage.name === this.zone.cropPlan?.stage ? 'true' : nothing}>
                            <td>${stageWord(stage.name)}</td><td class="figures">${dayText(stage.from)}</td>
                            <td class="number">${measured('soilDepth', stage.rootDepthToMillimetres / 10)}</td><td class="number">${fixed(stage.basalCoefficientTo, 2)}</td>
                        </tr>`,
                    )}
                </tbody>
            </table>
        `;
    }

    private readonly build = (): void => {
        const stages = this.zone.cropPlan?.stages ?? [];
        const depth = (millimetres: number) => -inReadersUnit('soilDepth', millimetres / 10);
        const last = stages.at(-1);
        this.times = [...stages.map(({ from }) => noon(from)), ...(last ? [noon(last.to)] : [])];
        this.courses = [{ name: say('rootDepth'), values: [...stages.map(({ rootDepthFromMillimetres }) => depth(rootDepthFromMillimetres)), ...(last ? [depth(last.rootDepthToMillimetres)] : [])], colour: 'series-3', width: 2.5 }];
        this.requestUpdate();
    };
}
customElements.define('mw-stage-panel', StagePanel);
