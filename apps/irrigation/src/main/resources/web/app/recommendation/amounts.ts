import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fixed, percent } from '../../kit/format/number';
import { timeText } from '../../kit/format/time';
import { locale } from '../../kit/language/language';
import { speaker } from '../../kit/language/words';
import { measured } from '../../kit/units/measure';
import type { Recommendation } from './recommendation';
import { durationText } from '../reason/duration';
import { whenText } from './sentence';
import words from './words.json';

const say = speaker(words);
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;

export function money({ amount, currency }: { readonly amount: number; readonly currency: string }): string {
    return new Intl.NumberFormat(locale(), { style: 'currency', currency }).format(amount);
}

/** What the recommendation takes: depths, water, time, cost. */
export function amounts(recommendation: Recommendation): TemplateResult | typeof nothing {
    const { action, netMillimetres, grossMillimetres, cubicMetres, durationSeconds, startAt, cycles, cost } = recommendation;
    if (action !== 'irrigate') {
        return nothing;
    }
    return html`
        <dl class="facts figures">
            ${fact('net', measured('waterDepth', netMillimetres))} ${fact('gross', measured('waterDepth', grossMillimetres))} ${fact('volume', measured('volume', cubicMetres))}
            ${startAt ? fact('start', `${whenText(startAt)}${durationSeconds == null ? '' : `, ${durationText(durationSeconds)}`}`) : nothing}
            ${cycles.length > 1 ? fact('pieces', cycles.map((cycle) => `${timeText(cycle.startAt, CLOCK)} ${durationText(cycle.seconds)}`).join(' · ')) : nothing}
            ${cost ? fact('cost', money(cost)) : nothing}
        </dl>
    `;
}

/** The figures it rests on, each with its doubt. */
export function inputs({ inputs: rests }: Recommendation): TemplateResult | typeof nothing {
    if (!rests) {
        return nothing;
    }
    const spread = rests.spreadMillimetres == null ? '' : ` (${say('spread', { spread: measured('waterDepth', rests.spreadMillimetres) })})`;
    const likely = rests.rainProbability == null ? '' : ` (${percent(rests.rainProbability)})`;
    return html`
        <dl class="facts figures">
            ${fact('depletion', `${measured('waterDepth', rests.depletionMillimetres)}${spread}`)} ${fact('refillLine', measured('waterDepth', rests.refillMillimetres))}
            ${fact('cropUse', measured('waterPerDay', rests.cropUseMillimetresPerDay))} ${fact('expectedRain', `${measured('waterDepth', rests.expectedRainMillimetres)}${likely}`)}
            ${fact('dataAge', rests.dataAgeHours == null ? '–' : say('ageHours', { hours: fixed(rests.dataAgeHours, 1) }))}
        </dl>
    `;
}

function fact(key: Parameters<typeof say>[0], value: string): TemplateResult {
    return html`<div><dt>${say(key)}</dt><dd>${value}</dd></div>`;
}
