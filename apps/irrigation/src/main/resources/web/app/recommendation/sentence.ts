import { serverClock } from '../../kit/clock/server-clock';
import { timeText } from '../../kit/format/time';
import { speaker } from '../../kit/language/words';
import { measured } from '../../kit/units/measure';
import { reasonText } from '../reason/reason';
import type { Recommendation } from './recommendation';
import words from './words.json';

const say = speaker(words);
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const DAY = { dateStyle: 'short' } as const;
const WEEKDAY_AND_CLOCK = { weekday: 'short', day: 'numeric', month: 'short', ...CLOCK } as const;
const EVENING_HOUR = 18;
const DAY_MILLIS = 86_400_000;
const NARROW_SPACE = '\u202f';

/** “2 h 40 min”. */
export function durationText(seconds: number): string {
    const minutes = Math.round(seconds / 60);
    const hours = Math.floor(minutes / 60);
    return [hours > 0 ? `${hours}${NARROW_SPACE}h` : '', minutes % 60 > 0 || hours === 0 ? `${minutes % 60}${NARROW_SPACE}min` : ''].filter(Boolean).join(' ');
}

/** “tonight 22:00”, “tomorrow 05:00”; further away with its day. */
export function whenText(at: string): string {
    const now = serverClock.nowMillis();
    const clock = timeText(at, CLOCK);
    const hour = Number(timeText(at, { hour: '2-digit', hourCycle: 'h23' }).slice(0, 2));
    if (timeText(at, DAY) === timeText(now, DAY)) {
        return say(hour >= EVENING_HOUR ? 'tonight' : 'today', { clock });
    }
    return timeText(at, DAY) === timeText(now + DAY_MILLIS, DAY) ? say('tomorrow', { clock }) : timeText(at, WEEKDAY_AND_CLOCK);
}

/** What to do, how much, how long and when, without the reasons. */
export function adviceText({ action, netMillimetres, durationSeconds, startAt }: Recommendation): string {
    switch (action) {
        case 'wait':
            return say('wait');
        case 'blocked':
            return say('blocked');
        case 'irrigate':
            return say('irrigate', {
                depth: measured('waterDepth', netMillimetres),
                duration: durationSeconds === null ? say('noDuration') : durationText(durationSeconds),
                when: startAt === null ? '' : whenText(startAt),
            }).trim();
    }
}

/** The whole recommendation as one sentence. */
export function sentenceText(recommendation: Recommendation): string {
    const reasons = recommendation.reasons.map(reasonText);
    return reasons.length === 0 ? `${adviceText(recommendation)}.` : `${say('because', { advice: adviceText(recommendation), reasons: reasons.join('; ') })}.`;
}
