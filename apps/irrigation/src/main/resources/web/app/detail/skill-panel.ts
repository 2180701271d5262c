import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { fixed } from '../../kit/format/number';
import { get } from '../../kit/http/api';
import { sentenceOf } from '../../kit/http/sentence';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { measured } from '../../kit/units/measure';
import words from './skill/words.json';

const say = speaker(words);
const PERCENT = 100;
const MILLIMETRES_PER_CENTIMETRE = 10;

interface Horizon {
    readonly days: number;
    readonly pairs: number;
    readonly watered: number;
    readonly enough: boolean;
    readonly rootMeanSquareError: number | null;
    readonly persistenceError: number | null;
    readonly belowPersistencePercent: number | null;
}

interface ForecastSkill {
    /** Below so many nothing is told but their number. */
    readonly leastPairs: number;
    readonly nodes: readonly { readonly probeId: string; readonly depthMillimetres: number; readonly horizons: readonly Horizon[] }[];
    readonly account: readonly Horizon[];
}

type Written = (value: number) => string;
const asContent: Written = (value) => `${fixed(value * PERCENT, 1)} %`;
const asDepth: Written = (value) => measured('waterDepth', value);

/** How good the forecasts were: said then, against what came, beside the forecast that nothing changes. */
export class SkillPanel extends PageElement {
    static override properties = { zoneId: { type: String }, skill: { state: true }, mistake: { state: true } };
    declare zoneId: string;
    declare skill: ForecastSkill | undefined;
    declare mistake: string;

    constructor() {
        super();
        this.mistake = '';
    }

    protected override willUpdate(changed: PropertyValues): void {
        if (changed.has('zoneId')) {
            this.skill = undefined;
            void this.fetch();
        }
    }

    protected override render() {
        return html`
            <section class="panel skill" aria-labelledby="skill-title">
                <header><h2 id="skill-title">${say('title')}</h2></header>
                ${this.skill ? this.table(this.skill) : html`<p class="quiet">${this.mistake || say('fetching')}</p>`}
            </section>
        `;
    }

    private table(skill: ForecastSkill) {
        return html`
            <div class="scroll" tabindex="0" role="region" aria-label=${say('title')}>
                <table class="sheet" role="table">
                    <caption class="quiet">${say('caption', { n: skill.leastPairs })}</caption>
                    <thead><tr><th scope="col">${say('ahead')}</th><th scope="col" class="number">${say('error')}</th><th scope="col" class="number">${say('persistence')}</th><th scope="col">${say('verdict')}</th><th scope="col" class="number">${say('forecasts')}</th></tr></thead>
                    ${this.forecast(say('account'), skill.account, asDepth)}
                    ${skill.nodes.map(({ depthMillimetres, horizons }) => this.forecast(say('node', { depth: measured('soilDepth', depthMillimetres / MILLIMETRES_PER_CENTIMETRE) }), horizons, asContent))}
                </table>
                ${skill.account.concat(skill.nodes.flatMap(({ horizons }) => horizons)).some(({ enough, watered }) => enough && watered > 0) ? html`<p class="quiet">${say('watered')}</p>` : nothing}
            </div>
        `;
    }

    /** A forecast with its days ahead; one line where too little was said of any of them. */
    private forecast(what: string, horizons: readonly Horizon[], written: Written) {
        const told = horizons.filter(({ enough }) => enough);
        return html`<tbody>
            <tr><th scope="rowgroup" colspan="5">${what}${told.length === 0 ? html` <span class="quiet">${say('notEnough', { n: Math.max(0, ...horizons.map(({ pairs }) => pairs)) })}</span>` : nothing}</th></tr>
            ${told.map((horizon) => this.row(horizon, written))}
        </tbody>`;
    }

    private row({ days, pairs, watered, rootMeanSquareError, persistenceError, belowPersistencePercent }: Horizon, written: Written) {
        return html`<tr>
            <th scope="row">${say('days', { n: days })}</th>
            <td class="number">${rootMeanSquareError == null ? '–' : written(rootMeanSquareError)}</td>
            <td class="number">${persistenceError == null ? '–' : written(persistenceError)}</td>
            <td>${belowPersistencePercent == null ? '–' : say(belowPersistencePercent >= 0 ? 'better' : 'worse', { percent: fixed(Math.abs(belowPersistencePercent), 0) })}</td>
            <td class="number">${pairs}${watered > 0 ? ` (+${watered})` : ''}</td>
        </tr>`;
    }

    private async fetch(): Promise<void> {
        const { zoneId } = this;
        try {
            const skill = await get<ForecastSkill>(`/api/zones/${encodeURIComponent(zoneId)}/forecast-skill`);
            if (zoneId === this.zoneId) {
                this.skill = skill;
                this.mistake = '';
            }
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }
}
customElements.define('mw-skill-panel', SkillPanel);
