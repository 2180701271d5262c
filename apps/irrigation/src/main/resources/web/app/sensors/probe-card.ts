import { html, nothing } from 'lit';
import { SecondTick } from '../../kit/clock/second-tick';
import { fixed } from '../../kit/format/number';
import { age } from '../../kit/format/time';
import { knows, speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { addressOf } from '../../kit/routing/hash-router';
import { measured } from '../../kit/units/measure';
import { reasonText } from '../reason/reason';
import type { Probe } from './probe';
import words from './words.json';

const say = speaker(words);
const PERCENT = 100;
const MILLIVOLTS = 1000;

/** One probe in plain words: what is the matter with it, what that means for the balance, what to do. */
export class ProbeCard extends PageElement {
    static override properties = { probe: { attribute: false }, zoneName: { type: String }, linked: { type: Boolean } };
    declare probe: Probe;
    declare zoneName: string;
    /** Whether its name leads to its own page. */
    declare linked: boolean;

    constructor() {
        super();
        this.zoneName = '';
        this.linked = false;
        new SecondTick(this);
    }

    protected override render() {
        const { probe } = this;
        return html`
            <section class="panel probe" aria-label=${probe.name} data-probe-id=${probe.id} data-health=${probe.health} data-verdict=${probe.verdict}>
                <header>
                    <h2>${this.linked ? html`<a href=${addressOf(['sensors', probe.id])}>${probe.name}</a>` : probe.name}</h2>
                    ${healthMark(probe)}
                </header>
                ${this.zoneName ? html`<p class="quiet">${this.zoneName}</p>` : nothing}
                <p>${verdictText(probe.verdict, 'meaning')} ${say(probe.usedInBalance ? 'used' : 'notUsed')}</p>
                ${probe.reasons.length > 0 ? html`<ul class="reasons">${probe.reasons.map((reason) => html`<li>${reasonText(reason)}</li>`)}</ul>` : nothing}
                ${verdictText(probe.verdict, 'remedy') ? html`<p><strong>${say('toDo')}</strong> ${verdictText(probe.verdict, 'remedy')}</p>` : nothing}
                ${this.depths(probe)} ${this.facts(probe)}
            </section>
        `;
    }

    private depths(probe: Probe) {
        return html`
            <table class="sheet" role="table">
                <caption class="visually-hidden">${say('depths')}</caption>
                <thead><tr><th scope="col">${say('depth')}</th><th scope="col" class="number">${say('waterContent')}</th><th scope="col" class="number">${say('soilTemperature')}</th><th scope="col">${say('verdict')}</th></tr></thead>
                <tbody>
                    ${probe.perDepth.map(
                        (depth) => html`<tr>
                            <th scope="row" class="figures">${measured('soilDepth', depth.depthMillimetres / 10)}</th>
                            <td class="number">${depth.waterContent == null ? '–' : `${fixed(depth.waterContent * PERCENT, 1)} %`}</td>
                            <td class="number">${measured('temperature', depth.temperatureCelsius)}</td>
                            <td>${verdictText(depth.verdict, 'word')}</td>
                        </tr>`,
                    )}
                </tbody>
            </table>
        `;
    }

    private facts(probe: Probe) {
        return html`
            <dl class="facts figures">
                <div><dt>${say('lastHeard')}</dt><dd class="age">${probe.lastHeardAt ? age(probe.lastHeardAt) : say('never')}</dd></div>
                ${probe.readingsLast24h == null ? nothing : html`<div><dt>${say('readings')}</dt><dd>${say('readingsText', { all: probe.readingsLast24h, excluded: probe.excludedLast24h ?? 0 })}</dd></div>`}
                ${probe.judgedAt ? html`<div><dt>${say('judged')}</dt><dd class="age">${age(probe.judgedAt)}</dd></div>` : nothing}
                <div><dt>${say('battery')}</dt><dd>${probe.batteryMillivolts == null ? '–' : `${fixed(probe.batteryMillivolts / MILLIVOLTS, 2)} V`}${probe.batteryDaysLeft == null ? nothing : `, ${say('batteryLeft', { n: probe.batteryDaysLeft })}`}</dd></div>
                <div><dt>${say('calibration')}</dt><dd>${say(`calibration-${probe.calibration}`)}</dd></div>
            </dl>
        `;
    }
}
customElements.define('mw-probe-card', ProbeCard);

const SHAPES = { good: '○', watch: '◆', bad: '▲', silent: '✕' } as const;

function healthMark({ health, verdict }: Probe) {
    return html`<span class="probe-health" data-health=${health}><span aria-hidden="true">${SHAPES[health]}</span> ${verdictText(verdict, 'word')}</span>`;
}

/** A verdict as a word, as what it means, or as what to do about it; nothing where nothing needs doing. */
export function verdictText(verdict: string, how: 'word' | 'meaning' | 'remedy'): string {
    const key = `${how}-${verdict}`;
    return knows(words, key) ? say(key) : how === 'word' ? verdict : '';
}
