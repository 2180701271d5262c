import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import { fixed } from '../../kit/format/number';
import { speaker } from '../../kit/language/words';
import words from './words.json';
import type { Balance, SensorHealth, Zone, ZoneStatus } from './zone';
import { isWell } from './zone';

const say = speaker(words);

/** In a box of 16 by 16: a shape for each status, so that colour is never needed to tell them apart. */
export const STATUS_SHAPES: Readonly<Record<ZoneStatus, string>> = {
    stressed: 'M8 1.5 15 14.5H1Z',
    'refill-now': 'M8 .8 15.2 8 8 15.2.8 8Z',
    'refill-soon': 'M8 1C8 1 2.5 7.5 2.5 10.5a5.5 5 0 0 0 11 0C13.5 7.5 8 1 8 1Z',
    ok: 'M8 1.6a6.4 6.4 0 1 0 0 12.8a6.4 6.4 0 1 0 0-12.8Z',
    'too-wet': 'M1 3h14v10H1Z',
    unknown: 'M3 4.2 4.2 3 8 6.8 11.8 3 13 4.2 9.2 8l3.8 3.8-1.2 1.2L8 9.2 4.2 13 3 11.8 6.8 8Z',
    'no-soil': 'M1 6.5h14v3H1Z',
};

export function statusWord(status: ZoneStatus): string {
    return say(status);
}

export function statusMark(status: ZoneStatus): TemplateResult {
    return html`<span class="status" data-status=${status}><svg viewBox="0 0 16 16" aria-hidden="true">${svg`<path d=${STATUS_SHAPES[status]} />`}</svg>${say(status)}</span>`;
}

/** “in 4.1 days”, “now”: when the refill line is met if it stays dry. */
export function refillText({ daysToRefill, status }: Pick<Zone, 'daysToRefill' | 'status'>): string {
    if (daysToRefill == null) {
        return say(isWell(status) ? 'notSoon' : 'notKnown');
    }
    return daysToRefill < 0.5 ? say('now') : say('days', { n: fixed(daysToRefill, daysToRefill < 10 ? 1 : 0) });
}

/** The band of the days, where it is wider than the figure tells. */
export function refillBand({ daysToRefillLow, daysToRefillHigh }: Pick<Zone, 'daysToRefillLow' | 'daysToRefillHigh'>): string {
    return daysToRefillLow == null || daysToRefillHigh == null || daysToRefillHigh - daysToRefillLow < 0.2
        ? ''
        : say('band', { low: fixed(daysToRefillLow, 1), high: fixed(daysToRefillHigh, 1) });
}

const BALANCE_WORDS = { 'probe-corrected': 'balanceProbe', measured: 'balanceHand', 'weather-only': 'balanceWeather', forecast: 'balanceForecast', none: 'balanceNone' } as const;

export function balanceWord(balance: Balance): string {
    return say(BALANCE_WORDS[balance]);
}

const HEALTH_WORDS = { good: 'sensorsGood', watch: 'sensorsWatch', bad: 'sensorsBad', none: 'sensorsNone' } as const;

export function sensorWord(health: SensorHealth): string {
    return say(HEALTH_WORDS[health]);
}

const STAGES = ['initial', 'development', 'mid-season', 'late-season'] as const;

export function stageWord(stage: string): string {
    const known = STAGES.find((name) => name === stage);
    return known ? say(known) : stage;
}
