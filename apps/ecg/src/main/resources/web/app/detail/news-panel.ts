import { html, nothing } from 'lit';
import { fixed } from '../../kit/format/number';
import { age } from '../../kit/format/time';
import { PageElement } from '../../kit/page-element';
import type { LimitSettings } from '../limits/limits';
import type { EarlyWarningScore, ScorePart } from '../patient/patient';

const PART_WORDS: Readonly<Record<string, string>> = {
    respirationRate: 'Respiration rate',
    spo2: 'Oxygen saturation',
    supplementalOxygen: 'Air or oxygen',
    systolic: 'Systolic pressure',
    heartRate: 'Pulse',
    consciousness: 'Consciousness',
    temperature: 'Temperature',
};

/** What the Royal College of Physicians (2017) asks for at each band. */
const ADVICE: Readonly<Record<EarlyWarningScore['band'], string>> = {
    low: 'Low: go on with routine monitoring.',
    'low-medium': 'One part alone has 3 points: urgent review on the ward.',
    medium: 'Medium (5 or 6): urgent response by a clinician who treats acute illness.',
    high: 'High (7 or more): emergency response.',
};

/** The aggregate score with the points of each of its seven parts. */
export class NewsPanel extends PageElement {
    static override properties = { news: { attribute: false }, settings: { attribute: false } };
    declare news: EarlyWarningScore | null;
    declare settings: LimitSettings;

    protected override render() {
        return html`
            <section class="panel" aria-labelledby="news-title">
                <header><h2 id="news-title">NEWS2</h2>${this.news ? html`<span class="age">${age(this.news.at)}</span>` : nothing}</header>
                ${this.news ? this.score(this.news) : html`<p>There is no score yet. It appears when a sensor or a person has told at least one of its parts.</p>`}
            </section>
        `;
    }

    private score({ score, band, complete, missing, parts }: EarlyWarningScore) {
        return html`
            <p class="headline"><span class="score figures" data-band=${band}>${complete ? '' : '≥ '}${score}</span></p>
            <p>${ADVICE[band]}</p>
            ${complete ? nothing : html`<p class="quiet">Not known: ${missing.map((name) => wordsOf(name).toLowerCase()).join(', ')}. The true score may be higher.</p>`}
            ${parts ? this.table(parts) : nothing}
            <p class="source quiet">Royal College of Physicians 2017, SpO₂ scale ${this.settings.spo2Scale}.</p>
        `;
    }

    private table(parts: readonly ScorePart[]) {
        return html`
            <table class="sheet parts">
                <caption class="visually-hidden">Parts of the score</caption>
                <tbody>
                    ${parts.map(
                        ({ name, value, unit, points }) => html`
                            <tr data-points=${points ?? 'missing'}>
                                <th scope="row">${wordsOf(name)}</th>
                                <td class="number">${valueText(name, value, unit)}</td>
                                <td class="number"><strong>${points ?? '?'}</strong></td>
                            </tr>
                        `,
                    )}
                </tbody>
            </table>
        `;
    }
}
customElements.define('mw-news-panel', NewsPanel);

function wordsOf(name: string): string {
    return PART_WORDS[name] ?? name.replaceAll('-', ' ');
}

function valueText(name: string, value: ScorePart['value'], unit: string | null): string {
    if (value === null) {
        return 'not known';
    }
    if (typeof value === 'boolean') {
        return value ? 'oxygen' : 'air';
    }
    return typeof value === 'number' ? `${fixed(value, name === 'temperature' ? 1 : 0)} ${unit ?? ''}` : value;
}
