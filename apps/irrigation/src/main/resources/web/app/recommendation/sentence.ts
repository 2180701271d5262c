import { serverClock } from '../../kit/clock/server-clock';
import { timeText } from '../../kit/format/time';
import { percent } from '../../kit/format/number';
import { speaker } from '../../kit/language/words';
import { amount, measured } from '../../kit/units/measure';
import { durationText } from '../reason/duration';
import { reasonText } from '../reason/reason';
import type { Reason } from '../reason/reason';
import type { Inputs, Recommendation } from './recommendation';
import words from './words.json';

const say = speaker(words);
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const DAY = { dateStyle: 'short' } as const;
const WEEKDAY_AND_CLOCK = { weekday: 'short', day: 'numeric', month: 'short', ...CLOCK } as const;
const EVENING_HOUR = 18;
const DAY_MILLIS = 86_400_000;
const IN_THE_SENTENCE: ReadonlySet<string> = new Set(['depletion-near-refill', 'depletion-beyond-refill', 'crop-use', 'rain-expected', 'no-forecast']);

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

/** The whole recommendation as one sentence: what, and the figures that it rests on or the reasons that stand against it. */
export function sentenceText(recommendation: Recommendation): string {
    const because = becauseText(recommendation);
    return because ? `${adviceText(recommendation)}, ${because}` : [`${adviceText(recommendation)}.`, ...recommendation.reasons.map(reasonText)].join(' ');
}

/**
 * The second half of that sentence, for where the first stands above it. Empty where the figures are not the cause: for what is blocked, and
 * where nothing is done although the refill line is passed; then the reasons are.
 */
export function becauseText(recommendation: Recommendation): string {
    const { action, inputs } = recommendation;
    const cause = inputs != null && inputs.depletionMillimetres != null && (action === 'irrigate' || (action === 'wait' && !isBeyond(inputs)));
    return cause ? `${say('because', { figures: figuresText(inputs) })}.` : '';
}

function isBeyond({ depletionMillimetres, refillMillimetres }: Inputs): boolean {
    return (depletionMillimetres ?? 0) >= (refillMillimetres ?? Infinity);
}

/** “depletion is 31 of 34 mm, crop use 6.1 mm/d, 2 mm rain likely (30 %)”. */
function figuresText(inputs: Inputs): string {
    const { depletionMillimetres, refillMillimetres, cropUseMillimetresPerDay, expectedRainMillimetres, rainProbability } = inputs;
    const rain = rainProbability == null ? say('noRainForecast') : say('rainLikely', { rain: measured('waterDepth', expectedRainMillimetres), probability: percent(rainProbability) });
    const beyond = isBeyond(inputs);
    const depletion = beyond ? measured('waterDepth', depletionMillimetres) : amount('waterDepth', depletionMillimetres);
    return say(beyond ? 'beyond' : 'within', { depletion, refill: measured('waterDepth', refillMillimetres), use: measured('waterPerDay', cropUseMillimetresPerDay), rain });
}

/** Reasons that the sentence does not tell already. */
export function furtherReasons(recommendation: Recommendation): readonly Reason[] {
    const { reasons } = recommendation;
    return becauseText(recommendation) === '' ? reasons : reasons.filter(({ code }) => !IN_THE_SENTENCE.has(code));
}
