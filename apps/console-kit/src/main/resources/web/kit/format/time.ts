import { serverClock } from '../clock/server-clock';
import { locale } from '../language/language';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);
const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit' } as const;
const DAY_AND_CLOCK = { day: 'numeric', month: 'short', ...CLOCK } as const;
const EVERYTHING = { dateStyle: 'full', timeStyle: 'long' } as const;

const formats = new Map<string, Intl.DateTimeFormat>();
let zone: string | undefined;

/** Where clocks are read: an IANA time zone such as that of a farm; nothing for the reader's own. */
export function showTimesOf(timeZone: string | undefined): void {
    zone = timeZone;
}

/** A point in time in the reader's language and the zone of the console. */
export function timeText(at: string | number | Date, options: Intl.DateTimeFormatOptions): string {
    const key = `${locale()} ${zone} ${JSON.stringify(options)}`;
    let format = formats.get(key);
    if (!format) {
        format = new Intl.DateTimeFormat(locale(), { ...options, ...(zone && !options.timeZone ? { timeZone: zone } : {}) });
        formats.set(key, format);
    }
    return format.format(new Date(at));
}

/** The time of day, with the day when it is not today. */
export function moment(at: string | number): string {
    const day = { dateStyle: 'short' } as const;
    const today = timeText(serverClock.nowMillis(), day) === timeText(at, day);
    return timeText(at, today ? CLOCK : DAY_AND_CLOCK);
}

/** Day, time and zone, for tooltips and print. */
export function fullMoment(at: string | number): string {
    return timeText(at, EVERYTHING);
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span in its largest unit: “8 s”, “3 min”, “5 h”, “2 d”. Never negative. */
export function span(millis: number): string {
    const length = Math.max(0, millis);
    if (length < MINUTE) {
        return `${Math.floor(length / SECOND)} s`;
    }
    if (length < HOUR) {
        return `${Math.floor(length / MINUTE)} min`;
    }
    return length < 2 * DAY ? `${Math.floor(length / HOUR)} h` : say('days', { n: Math.floor(length / DAY) });
}

/** How old something is by the server's clock: “8 s ago”. */
export function age(at: string | number): string {
    return say('ago', { span: span(serverClock.nowMillis() - new Date(at).getTime()) });
}
