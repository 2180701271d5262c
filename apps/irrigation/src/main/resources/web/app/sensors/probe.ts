import { get, send } from '../../kit/http/api';
import type { Reason } from '../reason/reason';

export const VERDICTS = ['ok', 'flat', 'dead', 'frozen', 'drifting', 'spiking', 'out-of-range', 'saturated', 'disagrees', 'moved', 'battery-low', 'gap', 'stepped', 'broken', 'silent'] as const;

export interface DepthState {
    readonly depthMillimetres: number;
    /** A fraction, m³/m³. */
    readonly waterContent: number | null;
    readonly temperatureCelsius: number | null;
    readonly at: string | null;
    readonly flags: readonly string[];
    readonly verdict: string;
}

/** What the node was told last, so that it can judge by itself. */
export interface Briefing {
    readonly lines?: {
        readonly toldAt: string;
        readonly tries: number;
        readonly confirmedAt?: string | null;
        /** Fractions, m³/m³. */
        readonly perSensor: readonly { readonly refill: number; readonly full: number }[];
    } | null;
    readonly rain?: { readonly toldAt: string; readonly firstDay: string; readonly millimetres: readonly number[] } | null;
}

export interface Probe {
    readonly id: string;
    readonly name: string;
    readonly zoneId: string | null;
    readonly nodeId: number;
    readonly depthsMillimetres: readonly number[];
    readonly installedAt: string | null;
    readonly latitudeDegrees: number | null;
    readonly longitudeDegrees: number | null;
    readonly calibration: 'factory' | 'soil-specific' | 'none';
    readonly health: 'good' | 'watch' | 'bad' | 'silent';
    readonly verdict: string;
    readonly reasons: readonly Reason[];
    readonly batteryMillivolts: number | null;
    readonly batteryDaysLeft?: number | null;
    readonly lastHeardAt: string | null;
    readonly usedInBalance: boolean;
    readonly briefing?: Briefing | null;
    readonly perDepth: readonly DepthState[];
    /** When its week and its months were looked over last. */
    readonly judgedAt?: string | null;
    readonly readingsLast24h?: number | null;
    readonly excludedLast24h?: number | null;
    readonly moves?: readonly { readonly on: string; readonly depthsMillimetres: readonly number[] }[];
}

export interface ExcludedReading {
    readonly at: string;
    /** What was read, such as a depth's water content. */
    readonly quantity: string;
    readonly value: number | null;
    readonly reason: Reason;
}

export interface Battery {
    readonly t: readonly number[];
    readonly millivolts: readonly (number | null)[];
}

/** A soil sample's water content (a fraction) beside what the sensor told in per cent. */
export interface CalibrationPoint {
    readonly readingPercent: number;
    readonly waterContent: number;
}

export interface CalibrationFit {
    readonly equation: string;
    readonly coefficients: readonly number[];
    readonly rmseBefore: number | null;
    readonly rmseAfter: number;
    /** Of each sample predicted without it: what to expect of new readings. */
    readonly rmseExpected: number;
    readonly points: number;
    readonly adopted: boolean;
}

const path = (id: string) => `/api/probes/${encodeURIComponent(id)}`;

export const fetchProbes = () => get<readonly Probe[]>('/api/probes');
export const fetchProbe = (id: string) => get<Probe>(path(id));
export const fetchExcluded = (id: string) => get<readonly ExcludedReading[]>(`${path(id)}/excluded?limit=50`);
/** Of one sensor; the uppermost has channel 0. */
export interface Samples {
    readonly channel: number;
    readonly points: readonly CalibrationPoint[];
}

export const fitCalibration = (id: string, samples: Samples) => send<CalibrationFit>('POST', `${path(id)}/calibration`, { body: samples });
export const adoptCalibration = (id: string, samples: Samples) => send<CalibrationFit>('POST', `${path(id)}/calibration/adopt`, { body: samples });

export function fetchBattery(id: string, fromMillis: number, toMillis: number): Promise<Battery> {
    return get<Battery>(`${path(id)}/battery?${new URLSearchParams({ from: new Date(fromMillis).toISOString(), to: new Date(toMillis).toISOString() })}`);
}
