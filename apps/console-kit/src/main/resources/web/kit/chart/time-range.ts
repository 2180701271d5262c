import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { setQuery } from '../routing/hash-router';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);

export interface TimeRange {
    /** As it stands in the address. */
    readonly key: string;
    readonly name: string;
    readonly millis: number;
}

const MINUTE_MILLIS = 60_000;
const HOUR_MILLIS = 60 * MINUTE_MILLIS;
const DAY_MILLIS = 24 * HOUR_MILLIS;

export const TEN_MINUTES: TimeRange = { key: '10m', name: '10 min', millis: 10 * MINUTE_MILLIS };
export const ONE_HOUR: TimeRange = { key: '1h', name: '1 h', millis: HOUR_MILLIS };
export const EIGHT_HOURS: TimeRange = { key: '8h', name: '8 h', millis: 8 * HOUR_MILLIS };
export const ONE_DAY: TimeRange = { key: '1d', name: '24 h', millis: DAY_MILLIS };
export const ONE_WEEK: TimeRange = { key: '7d', name: '7 d', millis: 7 * DAY_MILLIS };
export const THREE_MONTHS: TimeRange = { key: '90d', name: '90 d', millis: 90 * DAY_MILLIS };
export const ONE_YEAR: TimeRange = { key: '1y', name: '1 y', millis: 365 * DAY_MILLIS };

/** The range that the key names; the first one for a key that none has. */
export function rangeOf(ranges: readonly [TimeRange, ...TimeRange[]], key: string): TimeRange {
    return ranges.find((range) => range.key === key) ?? ranges[0];
}

/** Buttons that put the time shown into the address as `range`. */
export function rangeChoice(ranges: readonly TimeRange[], chosen: TimeRange): TemplateResult {
    return html`
        <div class="choice" role="group" aria-label=${say('timeShown')}>
            ${ranges.map(({ key, name }) => html`<button aria-pressed=${key === chosen.key} @click=${() => setQuery('range', key)}>${name}</button>`)}
        </div>
    `;
}
