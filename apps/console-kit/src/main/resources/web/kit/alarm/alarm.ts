import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);

export type Priority = 'high' | 'medium' | 'low';

/** ISA-18.2 (2016) figure 2: an alarm that nobody acknowledged stays in the list after its condition is over. */
export type AlarmState = 'active-unacknowledged' | 'active-acknowledged' | 'returned-unacknowledged' | 'normal';

export interface Alarm {
    readonly id: string;
    readonly priority: Priority;
    readonly state: AlarmState;
    /** What it is about, in the words of the domain: a machine, a patient, a field; and where that is shown. */
    readonly source: { readonly id: string; readonly name: string; readonly address: string };
    readonly rule: string;
    readonly message: string;
    readonly value: number | null;
    readonly limit: number | null;
    readonly unit: string | null;
    readonly raisedAt: string;
    readonly returnedAt: string | null;
    readonly acknowledgedAt: string | null;
    readonly acknowledgedBy: string | null;
    /** A finer order than the priority's, less is more urgent; where it is missing the priority alone counts. */
    readonly rank?: number;
    /** Words that set it apart, such as “late”. */
    readonly tags?: readonly string[];
}

/** One step in the life of an alarm. */
export interface AlarmStep {
    readonly at: string;
    readonly from: AlarmState | null;
    readonly to: AlarmState;
    readonly by: string | null;
    readonly comment: string | null;
    readonly value: number | null;
}

export function stateWords(state: AlarmState): string {
    return say(state);
}

const RANK: Readonly<Record<Priority, number>> = { high: 0, medium: 1, low: 2 };

export function isOpen(alarm: Alarm): boolean {
    return alarm.state !== 'normal';
}

export function waitsForAcknowledgement(alarm: Alarm): boolean {
    return alarm.state === 'active-unacknowledged' || alarm.state === 'returned-unacknowledged';
}

/** Unacknowledged first, then open ones, by priority and then the newest first. */
export function byUrgency(left: Alarm, right: Alarm): number {
    return (
        Number(waitsForAcknowledgement(right)) - Number(waitsForAcknowledgement(left)) ||
        Number(isOpen(right)) - Number(isOpen(left)) ||
        RANK[left.priority] - RANK[right.priority] ||
        (left.rank ?? 0) - (right.rank ?? 0) ||
        right.raisedAt.localeCompare(left.raisedAt)
    );
}
