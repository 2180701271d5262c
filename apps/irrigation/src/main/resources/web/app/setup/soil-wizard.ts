import { html, nothing } from 'lit';
import { fixed } from '../../kit/format/number';
import { sentenceOf } from '../../kit/http/sentence';
import { speaker } from '../../kit/language/words';
import { say as tell } from '../../kit/notice/notice-area';
import { PageElement } from '../../kit/page-element';
import { measured } from '../../kit/units/measure';
import { measureField, measureIn } from '../../kit/units/measure-field';
import type { Crop, Estimate } from './set-up';
import { estimate, fetchTextures, keep, slug } from './set-up';
import { textureName } from './texture';
import words from './words.json';
import { cropLabel } from './zone-form';

const say = speaker(words);
const PERCENT = 100;
const MILLIMETRES_PER_CENTIMETRE = 10;
const USUAL_ROOTS_CENTIMETRES = 60;
/** One layer stands for all of the soil until somebody enters more. */
const DEEPEST_MILLIMETRES = 1500;

/** From what a hand feels or a laboratory says to field capacity and refill line, and from there to a soil. Fires `kept`. */
export class SoilWizard extends PageElement {
    static override properties = { crops: { attribute: false }, textures: { state: true }, found: { state: true }, mistake: { state: true }, exact: { state: true } };
    declare crops: readonly Crop[];
    declare textures: readonly string[];
    declare found: Estimate | undefined;
    declare mistake: string;
    /** Whether sand and clay are known, which is better than a name. */
    declare exact: boolean;
    private rootsMillimetres = 0;

    constructor() {
        super();
        this.crops = [];
        this.textures = [];
        this.mistake = '';
        this.exact = false;
    }

    override connectedCallback(): void {
        super.connectedCallback();
        fetchTextures().then(
            (textures) => (this.textures = textures),
            (problem) => (this.mistake = sentenceOf(problem)),
        );
    }

    protected override render() {
        return html`
            <section class="panel wizard" aria-labelledby="wizard-title">
                <header><h2 id="wizard-title">${say('wizard')}</h2></header>
                <p class="quiet">${say('wizardMeaning')}</p>
                <form @submit=${this.reckon}>
                    <div class="choice" role="group" aria-label=${say('knownAs')}>
                        <button type="button" aria-pressed=${!this.exact} @click=${() => (this.exact = false)}>${say('byTexture')}</button>
                        <button type="button" aria-pressed=${this.exact} @click=${() => (this.exact = true)}>${say('bySandAndClay')}</button>
                    </div>
                    ${this.exact
                        ? html`${percentField('sand', say('sand'), 40)} ${percentField('clay', say('clay'), 20)}`
                        : html`<div class="field"><label for="wizard-texture">${say('texture')}</label><select id="wizard-texture" name="texture" required>${this.textures.map((texture) => html`<option value=${texture} ?selected=${texture === 'loam'}>${textureName(texture)}</option>`)}</select></div>`}
                    ${percentField('organic', say('organic'), 2)}
                    <div class="field"><label for="wizard-crop">${say('crop')}</label><select id="wizard-crop" name="crop"><option value="">${say('notSet')}</option>${this.crops.map(({ id, name }) => html`<option value=${id}>${cropLabel({ id, name })}</option>`)}</select></div>
                    ${measureField({ name: 'roots', label: say('rootDepth'), measure: 'soilDepth', value: USUAL_ROOTS_CENTIMETRES, least: 5, most: 400, required: true })}
                    ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing}
                    <button class="primary">${say('reckon')}</button>
                </form>
                ${this.found ? this.result(this.found) : nothing}
            </section>
        `;
    }

    private result(found: Estimate) {
        const share = (value: number) => `${fixed(value * PERCENT, 1)} %`;
        return html`
            <div role="status" class="wizard-result">
                <h3>${textureName(found.texture)}</h3>
                <dl class="facts figures">
                    <div><dt>${say('fieldCapacity')}</dt><dd>${share(found.fieldCapacity)}</dd></div>
                    <div><dt>${say('refillLine')}</dt><dd>${share(found.refillWaterContent)} (${measured('waterDepth', found.refillMillimetres)})</dd></div>
                    <div><dt>${say('wiltingPoint')}</dt><dd>${share(found.wiltingPoint)}</dd></div>
                    <div><dt>${say('saturation')}</dt><dd>${share(found.saturation)}</dd></div>
                    <div><dt>${say('available')}</dt><dd>${measured('waterDepth', found.totalAvailableMillimetres)}</dd></div>
                    <div><dt>${say('intake')}</dt><dd>${measured('waterRate', found.intakeMillimetresPerHour)}</dd></div>
                </dl>
                <p class="source quiet">${found.source}</p>
                <form @submit=${this.keepSoil}>
                    <div class="field"><label for="wizard-name">${say('soilName')}</label><input id="wizard-name" name="name" type="text" required value=${textureName(found.texture)} /></div>
                    <button class="primary">${say('keepSoil')}</button>
                </form>
            </div>
        `;
    }

    private readonly reckon = async (event: SubmitEvent): Promise<void> => {
        event.preventDefault();
        const answers = new FormData(event.target as HTMLFormElement);
        const figure = (name: string) => (answers.get(name) == null ? null : Number(answers.get(name)));
        this.rootsMillimetres = (measureIn(answers, 'roots', 'soilDepth') ?? USUAL_ROOTS_CENTIMETRES) * MILLIMETRES_PER_CENTIMETRE;
        try {
            this.found = await estimate({
                texture: this.exact ? null : String(answers.get('texture')),
                sandPercent: figure('sand'),
                clayPercent: figure('clay'),
                organicMatterPercent: figure('organic') ?? 0,
                cropId: String(answers.get('crop') ?? '') || null,
                rootDepthMillimetres: this.rootsMillimetres,
            });
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    };

    private readonly keepSoil = async (event: SubmitEvent): Promise<void> => {
        event.preventDefault();
        const name = String(new FormData(event.target as HTMLFormElement).get('name')).trim();
        const { found } = this;
        if (!found) {
            return;
        }
        const { sandPercent, clayPercent, organicMatterPercent, fieldCapacity, wiltingPoint, saturation, intakeMillimetresPerHour, readilyEvaporableMillimetres } = found;
        try {
            await keep('soils', slug(name), { name, layers: [{ bottomMillimetres: Math.max(DEEPEST_MILLIMETRES, this.rootsMillimetres), sandPercent, clayPercent, organicMatterPercent, fieldCapacity, wiltingPoint, saturation, origin: 'texture' }], intakeMillimetresPerHour, readilyEvaporableMillimetres });
            this.dispatchEvent(new Event('kept', { bubbles: true }));
            tell(say('soilKept', { name }));
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    };
}
customElements.define('mw-soil-wizard', SoilWizard);

function percentField(name: string, label: string, value: number) {
    return html`<div class="field"><label for=${`wizard-${name}`}>${label} <span class="quiet">(%)</span></label><input id=${`wizard-${name}`} name=${name} type="number" step="any" min="0" max="100" required value=${value} /></div>`;
}
