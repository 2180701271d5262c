import type { Priority } from '../../kit/alarm/alarm';

/** One pulse of an auditory alarm signal. */
export interface Pulse {
    /** After the beginning of the burst. */
    readonly atSeconds: number;
    readonly durationSeconds: number;
    readonly frequencyHz: number;
}

/** A burst, and the silence after it until it is heard again. */
export interface Burst {
    readonly pulses: readonly Pulse[];
    readonly silenceSeconds: number;
}

/** Notes of the equal-tempered scale at A4 = 440 Hz; all lie in the 150 Hz to 1000 Hz that the standard asks for. */
const NOTES_HZ = { c: 261.63, e: 329.63, g: 392, C: 523.25 } as const;
type Note = keyof typeof NOTES_HZ;

interface Timing {
    readonly durationSeconds: number;
    /** Silence before each pulse but the first. */
    readonly spacingsSeconds: readonly number[];
    readonly silenceSeconds: number;
}

/** x, y and t_d of IEC 60601-1-8, table 4, chosen inside its ranges: x 50…125 ms, y 125…250 ms, t_d 75…200 and 125…250 ms. */
const HIGH_SPACING = 0.1;
const HIGH_PULSE = 0.15;
const LONG_SPACING = 2 * HIGH_SPACING + HIGH_PULSE;
const FIVE = [HIGH_SPACING, HIGH_SPACING, LONG_SPACING, HIGH_SPACING];
const BETWEEN_FIVES = 0.5;

const TIMINGS: Readonly<Record<Priority, Timing>> = {
    high: { durationSeconds: HIGH_PULSE, spacingsSeconds: [...FIVE, BETWEEN_FIVES, ...FIVE], silenceSeconds: 5 },
    medium: { durationSeconds: 0.2, spacingsSeconds: [0.2, 0.2], silenceSeconds: 10 },
    low: { durationSeconds: 0.2, spacingsSeconds: [0.2], silenceSeconds: 20 },
};

/** The melodies of the standard's table F.1: “cardiac” for the patient, “general” for the equipment. */
const CARDIAC: Readonly<Record<Priority, readonly Note[]>> = {
    high: ['c', 'e', 'g', 'g', 'C', 'c', 'e', 'g', 'g', 'C'],
    medium: ['c', 'e', 'g'],
    low: ['e', 'c'],
};
const GENERAL: Readonly<Record<Priority, readonly Note[]>> = {
    high: Array.from({ length: 10 }, () => 'c' as const),
    medium: ['c', 'c', 'c'],
    low: ['e', 'c'],
};

/** High: ten pulses as five and five; medium: three; low: two. @param technical about the equipment, not the patient */
export function burstOf(priority: Priority, technical: boolean): Burst {
    const { durationSeconds, spacingsSeconds, silenceSeconds } = TIMINGS[priority];
    let atSeconds = 0;
    const pulses = (technical ? GENERAL : CARDIAC)[priority].map((note, index) => {
        atSeconds += index === 0 ? 0 : durationSeconds + (spacingsSeconds[index - 1] ?? 0);
        return { atSeconds, durationSeconds, frequencyHz: NOTES_HZ[note] };
    });
    return { pulses, silenceSeconds };
}

/** From the beginning of the first pulse to the end of the last. */
export function lengthSeconds({ pulses }: Burst): number {
    const last = pulses.at(-1);
    return last ? last.atSeconds + last.durationSeconds : 0;
}
