import { serverClock } from '../../kit/clock/server-clock';
import { timeText } from '../../kit/format/time';
import { percent } from '../../kit/format/number';
import { speaker } from '../../kit/language/words';
import { amount, measured } from '../../kit/units/measure';
import { durationText } from '../reason/duration';
import type { Inputs, Recommendation } from './recommendation';
import words from './words.json';

const say = speaker(words);
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const DAY = { dateStyle: 'short' } as const;
const WEEKDAY_AND_CLOCK = { weekday: 'short', day: 'numeric', month: 'short', ...CLOCK } as const;
const EVENING_HOUR = 18;
const DAY_MILLIS = 86_400_000;

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
                duration: durationSeconds == null ? say('noDuration') : durationText(durationSeconds),
                when: startAt == null ? '' : whenText(startAt),
            }).trim();
    }
}

/** The whole recommendation as one sentence: what, and the figures that it rests on. */
export function sentenceText(recommendation: Recommendation): string {
    const { inputs } = recommendation;
    const advice = adviceText(recommendation);
    return inputs == null || inputs.depletionMillimetres == null ? `${advice}.` : `${say('because', { advice, figures: figuresText(inputs) })}.`;
}

/** “depletion is 31 of 34 mm, crop use 6.1 mm/d, 2 mm rain likely (30 %)”. */
export function figuresText({ depletionMillimetres, refillMillimetres, cropUseMillimetresPerDay, expectedRainMillimetres, rainProbability }: Inputs): string {
    const rain = rainProbability == null ? say('noRainForecast') : say('rainLikely', { rain: measured('waterDepth', expectedRainMillimetres), probability: percent(rainProbability) });
    return say('figures', { depletion: amount('waterDepth', depletionMillimetres), refill: measured('waterDepth', refillMillimetres), use: measured('waterPerDay', cropUseMillimetresPerDay), rain });
}
