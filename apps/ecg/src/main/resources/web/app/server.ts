import type { Alarm, AlarmStep, Priority } from '../kit/alarm/alarm';
import type { Trend } from '../kit/chart/live-trend';
import { get, send } from '../kit/http/api';
import { inOneCourse } from '../kit/chart/trend-series';
import { addressOf } from '../kit/routing/hash-router';
import type { PauseKind } from './alarm/pause';
import type { Episode, Strip } from './episode/episode';
import type { EventClass, LimitRange, LimitSettings, LimitWishes } from './limits/limits';
import type { Identity, Patient, PatientDetail } from './patient/patient';
import type { Beat, BeatLabel, Label } from './review/label';
import type { Summary } from './report/summary';
import type { Variability } from './report/variability';
import type { Envelope } from './wave/recording';

/** An alarm as this app's server sends it; its source is a patient, or a node that is on nobody. */
export interface PatientAlarm extends Omit<Alarm, 'source' | 'tags'> {
    readonly patientId: string | null;
    readonly bed: string | null;
    readonly nodeId: number | string | null;
    readonly technical: boolean;
    readonly rank: number;
    readonly late: boolean;
}

/** One line of the alarm system's log. */
export interface LogLine {
    readonly at: string;
    readonly patientId: string | null;
    readonly kind: string;
    /** The state an alarm went to. */
    readonly to: string | null;
    readonly text: string;
    readonly by: string | null;
}

/** How often alarms come, and how many of those judged were false. */
export interface AlarmBurden {
    readonly patientHours: number;
    readonly alarms: number;
    readonly perPatientHour: number | null;
    readonly byPriority: Readonly<Partial<Record<Priority, number>>>;
    readonly byClass: readonly { readonly label: string; readonly alarms: number; readonly confirmed: number; readonly rejected: number }[];
    readonly judged: number;
    readonly rejected: number;
    readonly rejectedShare: number | null;
}

/** A look at a name, or a change of one. */
export interface IdentityAccess {
    readonly at: string;
    readonly user: string;
    readonly patientId: string;
    readonly action: 'read' | 'write';
}

/** A stretch of a patient's monitoring that somebody took away. */
export interface ExportAccess {
    readonly at: string;
    readonly user: string;
    readonly patientId: string;
    readonly format: string;
    readonly from: string;
    readonly to: string;
}

export interface Admission {
    readonly bed: string;
    readonly ward: string;
    /** Null while no node is put on. */
    readonly nodeId: number | null;
    readonly identity: Identity | null;
    /** The pseudonym of one who comes back; null for a new one. */
    readonly patientId: string | null;
}

export type Quantity =
    'heartRate' | 'respirationRate' | 'signalQuality' | 'ventricularShare' | 'spo2' | 'temperature' | 'systolic' | 'diastolic' | 'news';

const ALARMS_AT_MOST = 500;

export function patientAddress(id: string, ...below: readonly string[]): string {
    return addressOf(['patients', id, ...below]);
}

/** The sentence of an alarm here tells value and limit already. */
export function fromServer({ patientId, bed, nodeId, ...alarm }: PatientAlarm): Alarm {
    const tags = [...(alarm.technical ? ['technical'] : []), ...(alarm.late ? ['late'] : [])];
    const source =
        patientId === null
            ? { id: `node ${nodeId}`, name: `Node ${nodeId}`, address: addressOf(['admit']) }
            : { id: patientId, name: bed === null ? patientId : `Bed ${bed}`, address: patientAddress(patientId) };
    return { ...alarm, id: String(alarm.id), value: null, limit: null, tags, source };
}

const patientPath = (id: string) => `/api/patients/${encodeURIComponent(id)}`;
const eventPath = (id: number | string) => `/api/events/${encodeURIComponent(id)}`;

/** The query of a span of time; further parameters may follow. */
function spanQuery(fromMillis: number, toMillis: number, further: Readonly<Record<string, string>> = {}): string {
    return new URLSearchParams({ from: new Date(fromMillis).toISOString(), to: new Date(toMillis).toISOString(), ...further }).toString();
}

export const fetchPatients = () => get<readonly Patient[]>('/api/patients');
export async function fetchPatient(id: string): Promise<PatientDetail> {
    const { patient, ...detail } = await get<Omit<PatientDetail, keyof Patient> & { readonly patient: Patient }>(patientPath(id));
    return { ...patient, ...detail };
}
export const fetchIdentity = (id: string) => get<Identity>(`${patientPath(id)}/identity`);
export const fetchUnassignedNodes = () =>
    get<readonly { readonly nodeId: number | string; readonly lastSeenAt: string | null }[]>('/api/nodes/unassigned');
export const admit = (admission: Admission) => send<Patient>('POST', '/api/patients', { body: admission });
export const putNodeOn = (id: string, nodeId: string) => send<Patient>('PUT', `${patientPath(id)}/nodes/${encodeURIComponent(nodeId)}`, { body: {} });
export const takeNodeOff = (id: string, nodeId: number | string) =>
    send<Patient>('DELETE', `${patientPath(id)}/nodes/${encodeURIComponent(nodeId)}`);
export const moveToBed = (id: string, ward: string, bed: string) => send<Patient>('PUT', `${patientPath(id)}/bed`, { body: { ward, bed } });
export const discharge = (id: string) => send<Patient>('POST', `${patientPath(id)}/discharge`, { body: {} });

export const fetchEventClasses = () => get<readonly EventClass[]>('/api/settings/classes');
export const fetchLimitRanges = () => get<readonly LimitRange[]>('/api/settings/limits');
export const changeSettings = (id: string, wishes: LimitWishes) =>
    send<LimitSettings>('PUT', `${patientPath(id)}/settings`, { body: wishes });
export const restoreSettings = (id: string) => send<LimitSettings>('DELETE', `${patientPath(id)}/settings`);

export const fetchEnvelope = (id: string, channel: number, fromMillis: number, toMillis: number, points: number) =>
    get<Envelope>(`${patientPath(id)}/waveform?${spanQuery(fromMillis, toMillis, { channel: String(channel), points: String(points) })}`);

export const fetchStrip = (id: string, fromMillis: number, toMillis: number) =>
    get<Strip>(`${patientPath(id)}/strip?${spanQuery(fromMillis, toMillis)}`);
export const fetchEpisodes = (id: string, fromMillis: number, toMillis: number, limit: number) =>
    get<readonly Episode[]>(`${patientPath(id)}/events?${spanQuery(fromMillis, toMillis, { limit: String(limit) })}`);

export const fetchEpisodeStrip = (id: number | string) => get<Strip>(`${eventPath(id)}/strip`);

export const judgeEpisode = (id: number | string, verdict: 'confirmed' | 'rejected', eventClass: number | null) =>
    send<Label>('POST', `${eventPath(id)}/verdict`, { body: { verdict, eventClass, comment: null } });

export const labelBeat = (id: string, { nodeId, t }: Beat, label: BeatLabel) =>
    send<Label>('POST', `${patientPath(id)}/beat-labels`, { body: { nodeId, t, class: label, comment: null } });

export const fetchVariability = (id: string, fromMillis: number, toMillis: number) =>
    get<readonly Variability[]>(`${patientPath(id)}/variability?${spanQuery(fromMillis, toMillis)}`);

/** What a span of a day at most comes to, by hours. */
export const fetchSummary = (id: string, fromMillis: number, toMillis: number) =>
    get<Summary>(`${patientPath(id)}/summary?${spanQuery(fromMillis, toMillis)}`);

export const fetchLabels = (id: string, fromMillis: number, toMillis: number) =>
    get<readonly Label[]>(`/api/labels?${spanQuery(fromMillis, toMillis, { patient: id })}`);

/** The course over all nodes that the patient wore. */
export async function fetchTrend(id: string, quantity: Quantity, fromMillis: number, toMillis: number, points: number): Promise<Trend> {
    const query = spanQuery(fromMillis, toMillis, { quantity, points: String(points) });
    const { unit, traces } = await get<{ readonly unit: string; readonly traces: readonly Pick<Trend, 'series'>[] }>(
        `${patientPath(id)}/trend?${query}`,
    );
    return { unit, series: inOneCourse(traces.map(({ series }) => series)) };
}

/** @param patientId empty for all patients */
export async function fetchAlarms(state: 'open' | 'all', patientId: string): Promise<readonly Alarm[]> {
    const query = new URLSearchParams({ state, limit: String(ALARMS_AT_MOST), ...(patientId ? { patient: patientId } : {}) });
    return (await get<readonly PatientAlarm[]>(`/api/alarms?${query}`)).map(fromServer);
}

export const fetchAlarmHistory = (alarm: Alarm) => get<readonly AlarmStep[]>(`/api/alarms/${encodeURIComponent(alarm.id)}/history`);

export async function acknowledgeAlarm(alarm: Alarm, comment: string): Promise<Alarm> {
    return fromServer(
        await send<PatientAlarm>('POST', `/api/alarms/${encodeURIComponent(alarm.id)}/acknowledge`, { body: { comment: comment || null } }),
    );
}

export const acknowledgeAllOf = (id: string) => send<readonly PatientAlarm[]>('POST', `${patientPath(id)}/acknowledge`, { body: {} });

/** @param seconds 0 for “off”, which has no end */
export const pausePatient = (id: string, kind: PauseKind, seconds: number) =>
    send<Patient>('PUT', `${patientPath(id)}/pause`, { body: seconds > 0 ? { kind, seconds } : { kind } });
export const resumePatient = (id: string) => send<Patient>('DELETE', `${patientPath(id)}/pause`);
export const pauseAudioOfAll = (seconds: number) => send<unknown>('PUT', '/api/pause', { body: { kind: 'audio-paused', seconds } });
export const resumeAll = () => send<unknown>('DELETE', '/api/pause');

export const fetchAlarmLog = (patientId: string, limit: number) =>
    get<readonly LogLine[]>(
        `/api/alarm-log?${new URLSearchParams({ limit: String(limit), ...(patientId ? { patient: patientId } : {}) })}`,
    );
/** @param patientId empty for all patients */
export const fetchAlarmBurden = (patientId: string, fromMillis: number, toMillis: number) =>
    get<AlarmBurden>(`/api/alarm-burden?${spanQuery(fromMillis, toMillis, patientId ? { patient: patientId } : {})}`);

export const fetchIdentityAccesses = () => get<readonly IdentityAccess[]>('/api/identity-access');
export const fetchExportAccesses = () => get<readonly ExportAccess[]>('/api/export-access');

/** Where a browser fetches an export. */
export const exportAddress = (id: string, format: string, fromMillis: number, toMillis: number) =>
    `${patientPath(id)}/export/${format}?${spanQuery(fromMillis, toMillis)}`;
