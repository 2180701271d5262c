import { html, nothing } from 'lit';
import { NO_FIGURE, fixed } from '../../kit/format/number';
import { age } from '../../kit/format/time';
import { PageElement } from '../../kit/page-element';
import type { LimitSettings } from '../limits/limits';
import { respirationOf } from '../patient/patient';
import type { EarlyWarningScore, Patient, ScorePart } from '../patient/patient';

const PART_WORDS: Readonly<Record<ScorePart['name'], string>> = {
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
    static override properties = { patient: { attribute: false }, settings: { attribute: false } };
    declare patient: Patient;
    declare settings: LimitSettings;

    protected override render() {
        const { news } = this.patient;
        return html`
            <section class="panel" aria-labelledby="news-title">
                <header><h2 id="news-title">NEWS2</h2>${news ? html`<span class="age">${age(news.at)}</span>` : nothing}</header>
                ${news ? this.score(news) : html`<p>There is no score yet. It appears when a sensor has told at least one of its parts.</p>`}
            </section>
        `;
    }

    private score({ score, band, complete, missing, parts }: EarlyWarningScore) {
        return html`
            <p class="headline"><span class="score figures" data-band=${band}>${complete ? '' : '≥ '}${score}</span></p>
            <p>${ADVICE[band]}</p>
            ${complete ? nothing : html`<p class="quiet">Not known: ${missing.map((name) => PART_WORDS[name].toLowerCase()).join(', ')}. The true score may be higher.</p>`}
            ${this.table(parts)}
            <p class="source quiet">Royal College of Physicians 2017, SpO₂ scale ${this.settings.spo2Scale}.</p>
        `;
    }

    private table(parts: readonly ScorePart[]) {
        return html`
            <table class="sheet parts">
                <caption class="visually-hidden">Parts of the score</caption>
                <tbody>
                    ${parts.map(
                        ({ name, unit, points }) => html`
                            <tr data-points=${points ?? 'missing'}>
                                <th scope="row">${PART_WORDS[name]}</th>
                                <td class="number">${points === null ? 'not known' : `${this.figureOf(name)} ${unit}`}</td>
                                <td class="number"><strong>${points ?? '?'}</strong></td>
                            </tr>
                        `,
                    )}
                </tbody>
            </table>
        `;
    }

    /** As it is known now; the points are as old as the score. */
    private figureOf(name: ScorePart['name']): string {
        const { vitals, numerics } = this.patient;
        switch (name) {
            case 'respirationRate':
                return fixed(respirationOf(this.patient), 0);
            case 'heartRate':
                return fixed(numerics?.heartRate, 0);
            case 'temperature':
                return fixed(vitals?.temperature, 1);
            case 'spo2':
            case 'systolic':
                return fixed(vitals?.[name], 0);
            case 'consciousness':
                return vitals?.consciousness ?? NO_FIGURE;
            case 'supplementalOxygen':
                return vitals?.supplementalOxygen ? 'oxygen' : 'air';
        }
    }
}
customElements.define('mw-news-panel', NewsPanel);
