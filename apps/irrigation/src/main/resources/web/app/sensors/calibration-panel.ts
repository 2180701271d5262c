import { html, nothing } from 'lit';
import { fixed } from '../../kit/format/number';
import { sentenceOf } from '../../kit/http/sentence';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { measured } from '../../kit/units/measure';
import type { CalibrationFit, Samples } from './probe';
import { adoptCalibration, fitCalibration } from './probe';
import words from './words.json';

const say = speaker(words);
const FEWEST_POINTS = 3;
const PERCENT = 100;

/** Fits a probe to its own soil from samples that were dried and weighed; says how much is won before it is taken up. */
export class CalibrationPanel extends PageElement {
    static override properties = { probeId: { type: String }, depthsMillimetres: { attribute: false }, rows: { state: true }, found: { state: true }, mistake: { state: true } };
    declare probeId: string;
    /** From the uppermost down; a sensor is calibrated by itself. */
    declare depthsMillimetres: readonly number[];
    declare rows: number;
    declare found: CalibrationFit | undefined;
    declare mistake: string;
    private samples: Samples = { channel: 0, points: [] };

    constructor() {
        super();
        this.rows = FEWEST_POINTS;
        this.mistake = '';
    }

    protected override render() {
        return html`
            <section class="panel" aria-labelledby="calibration-title">
                <header><h2 id="calibration-title">${say('calibrate')}</h2></header>
                <p class="quiet">${say('calibrateMeaning')}</p>
                <form class="points" @submit=${this.fit}>
                    <div class="field"><label for="calibration-depth">${say('depth')}</label><select id="calibration-depth" name="channel">${this.depthsMillimetres.map((depth, channel) => html`<option value=${channel}>${measured('soilDepth', depth / 10)}</option>`)}</select></div>
                    ${Array.from(
                        { length: this.rows },
                        (_, row) => html`<div class="pair">
                            <div class="field"><label for=${`counts-${row}`}>${say('counts-label')} ${row + 1}</label><input id=${`counts-${row}`} name="counts" type="number" step="any" inputmode="decimal" /></div>
                            <div class="field"><label for=${`content-${row}`}>${say('content-label')} ${row + 1}</label><input id=${`content-${row}`} name="content" type="number" step="any" min="0" max="100" inputmode="decimal" /></div>
                        </div>`,
                    )}
                    ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing}
                    <div class="actions"><button type="button" @click=${() => (this.rows += 1)}>${say('addPoint')}</button><button class="primary">${say('fit')}</button></div>
                </form>
                ${this.found ? this.result(this.found) : nothing}
            </section>
        `;
    }

    private result({ rmseBefore, rmseAfter, rmseExpected, adopted }: CalibrationFit) {
        const inPercent = (value: number | null) => (value == null ? '–' : `${fixed(value * PERCENT, 1)} %`);
        return html`
            <p role="status">${say('fitted', { after: inPercent(rmseAfter), before: inPercent(rmseBefore), expected: inPercent(rmseExpected) })}</p>
            ${adopted ? html`<p>${say('adopted')}</p>` : html`<button @click=${this.adopt}>${say('adopt')}</button>`}
        `;
    }

    private readonly fit = async (event: SubmitEvent): Promise<void> => {
        event.preventDefault();
        const answers = new FormData(event.target as HTMLFormElement);
        const [counts, contents] = [answers.getAll('counts'), answers.getAll('content')];
        const points = counts.flatMap((count, row) => (String(count) === '' || String(contents[row] ?? '') === '' ? [] : [{ readingPercent: Number(count), waterContent: Number(contents[row]) / PERCENT }]));
        if (points.length < FEWEST_POINTS) {
            this.mistake = say('tooFewPoints');
            return;
        }
        await this.attempt(async () => {
            this.samples = { channel: Number(answers.get('channel')), points };
            this.found = await fitCalibration(this.probeId, this.samples);
        });
    };

    private readonly adopt = (): Promise<void> =>
        this.attempt(async () => {
            this.found = await adoptCalibration(this.probeId, this.samples);
        });

    private async attempt(what: () => Promise<void>): Promise<void> {
        try {
            await what();
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }
}
customElements.define('mw-calibration-panel', CalibrationPanel);
