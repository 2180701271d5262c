import type { Priority } from '../../kit/alarm/alarm';
import type { Pause } from '../alarm/pause';
import type { LimitSettings } from '../limits/limits';

export type Consciousness = 'alert' | 'confusion' | 'voice' | 'pain' | 'unresponsive';
type Highest = Priority | 'none';

/** One of the seven parts of the score; points are null while the value is missing or too old. */
export interface ScorePart {
    readonly name: 'respirationRate' | 'spo2' | 'supplementalOxygen' | 'systolic' | 'heartRate' | 'consciousness' | 'temperature';
    readonly unit: string;
    readonly points: number | null;
}

/** The National Early Warning Score 2 of the Royal College of Physicians (2017). */
export interface EarlyWarningScore {
    readonly at: string;
    readonly score: number;
    readonly band: 'low' | 'low-medium' | 'medium' | 'high';
    /** Whether a single part alone has three points. */
    readonly singleThree: boolean;
    readonly complete: boolean;
    readonly missing: readonly ScorePart['name'][];
    readonly parts: readonly ScorePart[];
}

/** What the node tells every second. */
export interface Numerics {
    readonly at: string;
    readonly heartRate: number | null;
    readonly respirationRate: number | null;
    /** 0…100. */
    readonly signalQuality: number | null;
    readonly atrialFibrillation: 'no' | 'yes' | 'unknown';
    /** 0…1 of the last 64 beats. */
    readonly ventricularShare: number | null;
    readonly leadOff: boolean;
    readonly cannotTell: boolean;
    readonly clipped: boolean;
    readonly warmingUp: boolean;
}

/** What further sensors told last. */
export interface Vitals {
    readonly at: string;
    readonly spo2: number | null;
    readonly temperature: number | null;
    readonly systolic: number | null;
    readonly diastolic: number | null;
    readonly consciousness: Consciousness | null;
    readonly respirationRate: number | null;
    readonly supplementalOxygen: boolean | null;
}

export interface PatientNode {
    readonly nodeId: number | string;
    readonly lastSeenAt: string | null;
    readonly batteryMillivolts: number | null;
    readonly heldFrames: number | null;
    readonly modelVersion: number | null;
    /** Whether the node has said that it watches for this stay, with the pacemaker setting that holds. */
    readonly patientConfirmed: boolean;
}

export interface AlarmSummary {
    readonly open: number;
    readonly unacknowledged: number;
    readonly highest: Highest;
    readonly technicalOnly: boolean;
    /** What must be heard now; none while acknowledged or paused. */
    readonly sound: Highest;
    /** The most urgent one in two or three words. */
    readonly words: string;
    /** The same as a sentence. */
    readonly message: string | null;
    /** Alarms whose condition is over and that nobody acknowledged. */
    readonly latched: number;
}

/** A patient as the wall shows him; without a name, which lives in a place of its own. */
export interface Patient {
    /** The pseudonym. */
    readonly id: string;
    readonly bed: string;
    readonly ward: string;
    readonly admittedAt: string;
    readonly dischargedAt: string | null;
    readonly hasPacemaker: boolean;
    readonly nodes: readonly PatientNode[];
    readonly numerics: Numerics | null;
    readonly vitals: Vitals | null;
    readonly news: EarlyWarningScore | null;
    readonly alarms: AlarmSummary;
    readonly pause: Pause | null;
}

/** A patient with what only his own page needs. */
export interface PatientDetail extends Patient {
    readonly settings: LimitSettings;
    readonly assignments: readonly { readonly nodeId: number | string; readonly from: string; readonly to: string | null }[];
}

/** Who the pseudonym stands for. */
export interface Identity {
    readonly name: string;
    readonly birthDate: string | null;
    readonly hospitalNumber: string | null;
}

/** Data older than this are not the patient's present state. */
const STALE_AFTER_MILLIS = 10_000;

/** When anything was last heard of the patient; nothing while nothing was. */
export function lastHeardOf({ nodes, numerics }: Patient): string | undefined {
    return [numerics?.at, ...nodes.map((node) => node.lastSeenAt)]
        .filter((at) => typeof at === 'string')
        .sort()
        .at(-1);
}

/** Whether a node on the patient has not yet said that it knows whose heart it watches. */
export function isUnconfirmed({ nodes }: Patient): boolean {
    return nodes.some((node) => !node.patientConfirmed);
}

export function isStale(patient: Patient, nowMillis: number): boolean {
    const at = patient.numerics?.at;
    return at === undefined || nowMillis - Date.parse(at) > STALE_AFTER_MILLIS;
}

/** The breathing rate that a sensor of its own measured, else the one from the ECG. */
export function respirationOf({ vitals, numerics }: Patient): number | null {
    return vitals?.respirationRate ?? numerics?.respirationRate ?? null;
}

/** Beds keep their places on the wall: in the order of their names, numbers by value. */
export function byBed(left: Patient, right: Patient): number {
    return left.bed.localeCompare(right.bed, 'en-GB', { numeric: true }) || left.id.localeCompare(right.id);
}
