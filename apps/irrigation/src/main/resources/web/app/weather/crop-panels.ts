import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import type { Course } from '../../kit/chart/course';
import '../../kit/chart/course-chart';
import { sentenceOf } from '../../kit/http/sentence';
import { READING_CHANGED } from '../../kit/language/language';
import { knows, speaker } from '../../kit/language/words';
import { say as tell } from '../../kit/notice/notice-area';
import { PageElement } from '../../kit/page-element';
import { amount, difference, inReadersUnit, measured, unitOf } from '../../kit/units/measure';
import { cropName } from '../crop/crop';
import { dayAndYearText, dayText, noon } from '../day';
import type { Farm } from '../farm';
import { reasonText } from '../reason/reason';
import type { Zone } from '../zone/zone';
import { diseaseName } from './disease';
import './spray-dialog';
import type { SprayDialog } from './spray-dialog';
import type { DegreeDays, DiseaseRisk, Milestone, Spray } from './weather';
import { fetchDegreeDays, fetchDisease, fetchSprays, removeSpray } from './weather';
import words from './words.json';

const say = speaker(words);

/** What the weather means for one zone's crop: degree days with their milestones, disease risk with the last spray. */
export class CropPanels extends PageElement {
    static override properties = { farm: { attribute: false }, zone: { attribute: false }, degreeDays: { state: true }, diseases: { state: true }, sprays: { state: true }, mistake: { state: true } };
    declare farm: Farm;
    declare zone: Zone;
    declare degreeDays: DegreeDays | undefined;
    declare diseases: readonly DiseaseRisk[];
    declare sprays: readonly Spray[];
    declare mistake: string;
    private times: readonly number[] = [];
    private courses: readonly Course[] = [];

    constructor() {
        super();
        this.mistake = '';
        this.diseases = [];
        this.sprays = [];
        this.addEventListener('sprays-changed', () => this.fetch());
    }

    override connectedCallback(): void {
        super.connectedCallback();
        window.addEventListener(READING_CHANGED, this.build);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        window.removeEventListener(READING_CHANGED, this.build);
    }

    protected override willUpdate(changed: PropertyValues<this>): void {
        if (changed.has('zone') && changed.get('zone')?.id !== this.zone.id) {
            void this.fetch();
        }
    }

    protected override render() {
        return html`
            ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing}
            <section class="panel" aria-labelledby="disease-title">
                <header><h2 id="disease-title">${say('disease', { crop: cropName(this.zone.crop) })}</h2>${this.farm.mayDecide ? html`<button class="quiet" @click=${this.spray}>${say('enterSpray')}</button>` : nothing}</header>
                ${this.diseases.length === 0 ? html`<p class="quiet">${say('noDisease')}</p>` : this.diseases.map((risk) => this.disease(risk))}
                ${this.sprays.length > 0 ? this.sprayList() : nothing}
            </section>
            ${this.degreeDays ? this.degrees(this.degreeDays) : nothing}
            <mw-spray-dialog zoneId=${this.zone.id} .diseases=${this.diseases.map(({ disease }) => disease)}></mw-spray-dialog>
        `;
    }

    private disease({ disease, model, risk, days, reasons, lastSpray, coveredUntil, covered }: DiseaseRisk) {
        return html`
            <article class="disease" data-disease=${disease} data-risk=${risk}>
                <h3>${diseaseName(disease)} <span class="risk" data-risk=${risk}>${say(`risk-${risk}`)}</span></h3>
                <p class="quiet">${say('byModel', { model })}</p>
                <ol class="risk-days" aria-label=${say('riskByDay')}>${days.map((day) => html`<li data-risk=${day.risk} title=${`${dayText(day.day)}: ${say(`risk-${day.risk}`)}`}><span class="visually-hidden">${dayText(day.day)}: ${say(`risk-${day.risk}`)}</span></li>`)}</ol>
                ${reasons.length > 0 ? html`<ul class="reasons">${reasons.map((reason) => html`<li>${reasonText(reason)}</li>`)}</ul>` : nothing}
                ${lastSpray ? html`<p>${say(covered ? 'covered' : 'noLongerCovered', { product: lastSpray.product, day: dayText(lastSpray.on), until: coveredUntil ? dayText(coveredUntil) : '–' })}</p>` : reasons.length === 0 ? html`<p>${say('neverSprayed')}</p>` : nothing}
            </article>
        `;
    }

    private sprayList() {
        return html`
            <h3>${say('sprays')}</h3>
            <ul class="lines">
                ${this.sprays.map(
                    (spray) => html`<li>
                        <span class="figures">${dayAndYearText(spray.on)}: ${spray.product}, ${diseaseName(spray.target)}, ${say('residual', { n: spray.residualDays })}</span>
                        ${this.farm.mayDecide ? html`<button class="quiet" aria-label=${say('removeSpray', { product: spray.product })} @click=${() => this.takeAway(spray)}>${say('remove')}</button>` : nothing}
                    </li>`,
                )}
            </ul>
        `;
    }

    private degrees({ model, biofix, missingDays, nodeDays, insects }: DegreeDays) {
        return html`
            <section class="panel" aria-labelledby="degree-title">
                <header><h2 id="degree-title">${say('degreeDays')}</h2><span class="quiet">${heatModel(model)}, ${say('sinceBiofix', { day: dayAndYearText(biofix) })}</span></header>
                ${this.times.length > 0 ? html`<mw-course-chart class="low" label=${say('degreeDays')} unit=${unitOf('degreeDays')} .times=${this.times} .courses=${this.courses} .at=${(millis: number) => dayText(new Date(millis).toISOString())} withoutKey></mw-course-chart>` : nothing}
                ${nodeDays > 0 ? html`<p class="source quiet">${say('nodeDays', { n: nodeDays })}</p>` : nothing}
                ${missingDays > 0 ? html`<p class="source quiet">${say('missingDays', { n: missingDays })}</p>` : nothing}
                ${insects.length > 0 ? html`<h3>${say('insects')}</h3>${insects.map((insect) => insectTable(insect))}` : nothing}
            </section>
        `;
    }

    private readonly build = (): void => {
        this.times = this.degreeDays?.day.map(noon) ?? [];
        this.courses = [{ name: say('degreeDays'), values: this.degreeDays?.total.map((value) => (value == null ? null : inReadersUnit('degreeDays', value))) ?? [], colour: 'series-1', width: 2 }];
        this.requestUpdate();
    };

    private spray(): void {
        void this.querySelector<SprayDialog>('mw-spray-dialog')?.open();
    }

    private async takeAway({ id }: Spray): Promise<void> {
        try {
            await removeSpray(this.zone.id, id);
            await this.fetch();
        } catch (problem) {
            tell(sentenceOf(problem));
        }
    }

    private async fetch(): Promise<void> {
        const { id } = this.zone;
        try {
            const [degreeDays, diseases, sprays] = await Promise.all([fetchDegreeDays(id), fetchDisease(id), fetchSprays(id)]);
            if (id === this.zone.id) {
                this.degreeDays = degreeDays;
                this.diseases = diseases;
                this.sprays = sprays;
                this.mistake = '';
                this.build();
            }
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }
}
customElements.define('mw-crop-panels', CropPanels);

function insectTable({ name, total, milestones }: DegreeDays['insects'][number]) {
    const key = name.toLowerCase().replaceAll(' ', '-');
    const next = milestones.find(({ reachedOn }) => !reachedOn);
    return html`
        <h4>${wordOr(`insect-${key}`, name)} <span class="quiet figures">${difference('degreeDays', total)}</span></h4>
        <table class="sheet insects" role="table">
            <tbody>
                ${milestones.map(
                    (milestone) => html`<tr aria-current=${milestone === next ? 'true' : nothing}>
                        <td>${wordOr(`stage-${key}-${milestone.degreeDays}`, milestone.event)}</td>
                        <td class="number">${difference('degreeDays', milestone.degreeDays)}</td>
                        <td class="figures">${whenText(milestone)}</td>
                    </tr>`,
                )}
            </tbody>
        </table>
    `;
}

/** “single sine, 10 to 30 °C” in the reader's words and unit. */
function heatModel(model: string): string {
    const limits = /^single sine, (\d+) to (\d+) °C$/.exec(model);
    return limits ? say('singleSine', { low: amount('temperature', Number(limits[1])), high: measured('temperature', Number(limits[2])) }) : model;
}

function whenText({ reachedOn, expectedOn }: Milestone): string {
    return reachedOn ? say('reachedOn', { day: dayText(reachedOn) }) : expectedOn ? say('expectedOn', { day: dayText(expectedOn) }) : '–';
}

/** The server's English where this page has no word of its own. */
function wordOr(key: string, otherwise: string): string {
    return knows(words, key) ? say(key) : otherwise;
}
