import { timeText } from '../../kit/format/time';
import { DAY_MILLIS } from '../day';
import type { Blackout, Weekday } from './schedule';
import { WEEKDAYS } from './schedule';

/** From noon to noon: a night with the evening before and the morning after. */
export interface Night {
    readonly fromMillis: number;
    readonly toMillis: number;
}

export interface Span {
    readonly fromMillis: number;
    readonly toMillis: number;
}

const MORNING_HOUR = 8;
const HOUR_MILLIS = 3_600_000;
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

/** The night that is on at `atMillis` by the farm's clock, in the day the one to come; `later` nights after it. */
export function nightAt(atMillis: number, later = 0): Night {
    const clock = clockMillis(atMillis);
    const fromMillis = atMillis - clock + (clock >= MORNING_HOUR * HOUR_MILLIS ? 12 : -12) * HOUR_MILLIS + later * DAY_MILLIS;
    return { fromMillis, toMillis: fromMillis + DAY_MILLIS };
}

/** Where something stands in the night, in percent of its width; nothing when it lies outside. */
export function placed({ fromMillis, toMillis }: Span, night: Night): { readonly left: number; readonly width: number } | undefined {
    const [from, to] = [Math.max(fromMillis, night.fromMillis), Math.min(toMillis, night.toMillis)];
    return to > from ? { left: (100 * (from - night.fromMillis)) / DAY_MILLIS, width: (100 * (to - from)) / DAY_MILLIS } : undefined;
}

/** When a blackout falls into the night; one past midnight belongs to the day it begins on. */
export function blackoutSpans({ days, from, to }: Blackout, night: Night): readonly Span[] {
    const midnight = night.fromMillis - clockMillis(night.fromMillis);
    return [-1, 0, 1].flatMap((day) => {
        const start = midnight + day * DAY_MILLIS;
        const [begin, end] = [start + millisOf(from), start + millisOf(to) + (millisOf(to) <= millisOf(from) ? DAY_MILLIS : 0)];
        const span = { fromMillis: begin, toMillis: end };
        return days.includes(weekday(start + 12 * HOUR_MILLIS)) && placed(span, night) ? [span] : [];
    });
}

/** Hours and minutes of a clock time; a server may add seconds. */
export function clockOf(clock: string): string {
    return clock.slice(0, 5);
}

function millisOf(clock: string): number {
    const [hours = 0, minutes = 0] = clock.split(':').map(Number);
    return (hours * 60 + minutes) * 60_000;
}

function clockMillis(atMillis: number): number {
    return millisOf(timeText(atMillis, { ...CLOCK, numberingSystem: 'latn' })) + (atMillis % 60_000);
}

/** Noon of a farm's day has the same date in UTC wherever farms are, give or take twelve hours. */
function weekday(noonMillis: number): Weekday {
    return WEEKDAYS[(new Date(noonMillis).getUTCDay() + 6) % 7] ?? 'MONDAY';
}
