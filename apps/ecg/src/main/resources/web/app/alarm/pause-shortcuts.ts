import { sentenceOf } from '../../kit/http/sentence';
import type { Shortcut } from '../../kit/keyboard/shortcuts';
import { say } from '../../kit/notice/notice-area';
import type { Patient } from '../patient/patient';
import { pauseAudioOfAll, pausePatient, resumeAll, resumePatient } from '../server';
import type { Ward } from '../ward';
import type { PauseKind } from './pause';
import { PAUSE_SECONDS, PAUSE_WORDS } from './pause';

export function pauseShortcuts(ward: Ward): readonly Shortcut[] {
    return [{ key: 'p', does: 'Pause the sound of all beds for two minutes, or end that pause', run: () => void toggleAudioPause(ward) }];
}

/** Pauses the sound of all beds; ends the pause where there is one. */
export async function toggleAudioPause(ward: Ward): Promise<void> {
    const paused = ward.patients.all.some(({ pause }) => pause?.kind === 'audio-paused');
    await orSay(ward, async () => {
        await (paused ? resumeAll() : pauseAudioOfAll(PAUSE_SECONDS));
        say(paused ? 'Sound is on again for all beds.' : 'Sound is paused for all beds for two minutes.');
    });
}

export async function endPause(ward: Ward, patients: readonly Patient[]): Promise<void> {
    await orSay(ward, async () => {
        const changed = await Promise.all(patients.map(({ id }) => resumePatient(id)));
        changed.forEach((patient) => ward.patients.apply(patient));
    });
}

export async function pauseOne(ward: Ward, { id, bed }: Patient, kind: PauseKind): Promise<void> {
    await orSay(ward, async () => {
        ward.patients.apply(await pausePatient(id, kind, kind.endsWith('paused') ? PAUSE_SECONDS : 0));
        say(`${PAUSE_WORDS[kind]}: bed ${bed}.`);
    });
}

async function orSay(ward: Ward, run: () => Promise<void>): Promise<void> {
    if (ward.refusal) {
        say(ward.refusal);
        return;
    }
    try {
        await run();
    } catch (problem) {
        say(sentenceOf(problem));
    }
}
