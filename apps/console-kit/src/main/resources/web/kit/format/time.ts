import { serverClock } from '../clock/server-clock';

const LOCALE = 'en-GB';
const clockTime = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const dayAndTime = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit' });
const everything = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full', timeStyle: 'long' });

/** The time of day in the reader's time zone, with the day when it is not today. */
export function moment(at: string | number): string {
    const date = new Date(at);
    const today = new Date(serverClock.nowMillis()).toDateString() === date.toDateString();
    return (today ? clockTime : dayAndTime).format(date);
}

/** Day, time and zone, for tooltips and print. */
export function fullMoment(at: string | number): string {
    return everything.format(new Date(at));
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
    return length < 2 * DAY ? `${Math.floor(length / HOUR)} h` : `${Math.floor(length / DAY)} d`;
}

/** How old something is by the server's clock: “8 s ago”. */
export function age(at: string | number): string {
    return `${span(serverClock.nowMillis() - new Date(at).getTime())} ago`;
}
