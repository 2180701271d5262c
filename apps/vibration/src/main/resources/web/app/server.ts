import type { Alarm, AlarmStep } from '../kit/alarm/alarm';
import type { Trend } from '../kit/chart/live-trend';
import type { Spectrum } from '../kit/chart/spectrum-chart';
import type { Waveform } from '../kit/chart/waveform-chart';
import { get, send } from '../kit/http/api';
import { addressOf } from '../kit/routing/hash-router';
import type { FaultLine } from './machine/fault-lines';
import type { Machine, MachineDetail } from './machine/machine';

export type Feature = 'velocityRms' | 'kurtosis' | 'crestFactor';

export interface Captured {
    readonly capturedAt: string;
}

export interface Envelope extends Spectrum, Captured {
    readonly shaftSpeedRpm: number;
    readonly lines: readonly FaultLine[];
}

/** What the machine's node spends; an estimate, never a measurement. */
export interface Energy {
    readonly board: string;
    /** What the estimate rests on, in words. */
    readonly basis: string;
    readonly counted: boolean;
    readonly schedule: string;
    readonly plan: string;
    readonly damageToldIn: string;
    readonly totalMillijoulesPerDay: number;
    readonly meanMilliwatts: number;
    readonly batteryYears: number;
    readonly leastBatteryYears: number;
    readonly mostBatteryYears: number;
    readonly parts: readonly { readonly name: string; readonly millijoulesPerDay: number; readonly share: number }[];
    readonly constants: readonly { readonly name: string; readonly value: number; readonly unit: string; readonly source: string }[];
}

/** An alarm as this app's server sends it; its source is a machine. */
export interface MachineAlarm extends Omit<Alarm, 'source'> {
    readonly machineId: string;
    readonly machineName: string;
}

const ALARMS_AT_MOST = 1000;

export function machineAddress(id: string): string {
    return addressOf(['machines', id]);
}

export function fromServer({ machineId, machineName, ...alarm }: MachineAlarm): Alarm {
    return { ...alarm, id: String(alarm.id), source: { id: machineId, name: machineName, address: machineAddress(machineId) } };
}

const machinePath = (id: string) => `/api/machines/${encodeURIComponent(id)}`;

export const fetchMachines = () => get<readonly Machine[]>('/api/machines');
export const fetchMachine = (id: string) => get<MachineDetail>(machinePath(id));
export const fetchEnergy = (id: string) => get<Energy>(`${machinePath(id)}/energy`);
export const fetchWaveform = (id: string) => get<Waveform & Captured>(`${machinePath(id)}/waveform`);
export const fetchSpectrum = (id: string) => get<Spectrum & Captured>(`${machinePath(id)}/spectrum`);
export const fetchEnvelope = (id: string) => get<Envelope>(`${machinePath(id)}/envelope`);

export function fetchTrend(id: string, feature: Feature, fromMillis: number, toMillis: number, points: number): Promise<Trend> {
    const query = new URLSearchParams({
        feature,
        from: new Date(fromMillis).toISOString(),
        to: new Date(toMillis).toISOString(),
        points: String(points),
    });
    return get<Trend>(`${machinePath(id)}/trend?${query}`);
}

/** Asks the node for a waveform now; the live link tells when it has arrived. */
export const requestCapture = (id: string) => send<void>('POST', `${machinePath(id)}/capture`);
export const learnBaselineAnew = (id: string) => send<void>('POST', `${machinePath(id)}/baseline/learn-anew`);
export const freezeBaseline = (id: string) => send<void>('POST', `${machinePath(id)}/baseline/freeze`);

/** @param machineId empty for all machines */
export async function fetchAlarms(state: 'open' | 'all', machineId: string): Promise<readonly Alarm[]> {
    const query = new URLSearchParams({ state, limit: String(ALARMS_AT_MOST), ...(machineId ? { machine: machineId } : {}) });
    return (await get<readonly MachineAlarm[]>(`/api/alarms?${query}`)).map(fromServer);
}

export const fetchAlarmHistory = (alarm: Alarm) => get<readonly AlarmStep[]>(`/api/alarms/${encodeURIComponent(alarm.id)}/history`);

export async function acknowledgeAlarm(alarm: Alarm, comment: string): Promise<Alarm> {
    const body = comment ? { comment } : {};
    return fromServer(await send<MachineAlarm>('POST', `/api/alarms/${encodeURIComponent(alarm.id)}/acknowledge`, { body }));
}
