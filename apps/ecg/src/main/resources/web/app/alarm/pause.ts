import type { Patient } from '../patient/patient';

/** The states in which alarm signals are held back (IEC 60601-1-8, 6.8). */
export type PauseKind = 'audio-paused' | 'alarm-paused' | 'audio-off' | 'alarm-off';

export interface Pause {
    readonly kind: PauseKind;
    readonly since: string;
    /** Null for “off”, which has no end. */
    readonly until: string | null;
    readonly by: string;
}

export const PAUSE_WORDS: Readonly<Record<PauseKind, string>> = {
    'audio-paused': 'Audio paused',
    'alarm-paused': 'Alarms paused',
    'audio-off': 'Audio off',
    'alarm-off': 'Alarms off',
};

/** What each state holds back, for the person who is about to choose it. */
export const PAUSE_MEANING: Readonly<Record<PauseKind, string>> = {
    'audio-paused': 'No sound for two minutes; everything stays in sight. A new alarm of higher priority ends the pause.',
    'alarm-paused': 'No alarm is raised for two minutes, but for one of higher priority, which ends the pause.',
    'audio-off': 'No sound until somebody switches it on again; everything stays in sight.',
    'alarm-off':
        'No alarm until somebody switches alarms on again, but for asystole, ventricular fibrillation and ventricular tachycardia.',
};

export const PAUSE_SECONDS = 120;

/** The same pause on one bed or on several. */
export interface SharedPause {
    readonly pause: Pause;
    readonly patients: readonly Patient[];
}

/** Pauses of the same kind and end are told in one line. */
export function pausesOf(patients: readonly Patient[]): readonly SharedPause[] {
    const shared = new Map<string, { pause: Pause; patients: Patient[] }>();
    for (const patient of patients) {
        const { pause } = patient;
        if (pause) {
            const key = `${pause.kind} ${pause.until?.slice(0, 19) ?? ''}`;
            const known = shared.get(key) ?? { pause, patients: [] };
            known.patients.push(patient);
            shared.set(key, known);
        }
    }
    return [...shared.values()].sort((left, right) => (left.pause.until ?? '~').localeCompare(right.pause.until ?? '~'));
}

/** What is left of a pause as minutes and seconds, “1:43”; “no end” for one without. */
export function remaining({ until }: Pause, nowMillis: number): string {
    if (until === null) {
        return 'no end';
    }
    const seconds = Math.max(0, Math.ceil((Date.parse(until) - nowMillis) / 1000));
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
