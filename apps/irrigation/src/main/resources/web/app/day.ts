import { timeText } from '../kit/format/time';

const DAY = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
const DAY_AND_YEAR = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
export const DAY_MILLIS = 86_400_000;

/** Noon of a calendar day such as 2026-06-12 in milliseconds: a place on a time axis that no time zone moves to another day. */
export function noon(day: string): number {
    return Date.parse(`${day}T12:00:00Z`);
}

export function dayText(day: string): string {
    return timeText(`${day.slice(0, 10)}T12:00:00Z`, DAY);
}

export function dayAndYearText(day: string): string {
    return timeText(`${day.slice(0, 10)}T12:00:00Z`, DAY_AND_YEAR);
}

/** As `2026-06-12`, for the server and for date fields. */
export function isoDay(millis: number): string {
    return new Date(millis).toISOString().slice(0, 10);
}
