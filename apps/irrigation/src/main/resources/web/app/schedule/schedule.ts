import { get, send } from '../../kit/http/api';
import type { Reason } from '../reason/reason';
import type { EmergencyStop } from '../stop/emergency-stop';

export type RunState = 'planned' | 'running' | 'done' | 'cancelled' | 'failed' | 'stopped';

/** One opening of a valve within a run; between two of them the water soaks in. */
export interface Cycle {
    readonly startAt: string;
    readonly seconds: number;
    readonly state: RunState;
}

export interface Run {
    readonly id: number;
    readonly zoneId: string;
    readonly zoneName: string;
    readonly valveId: string;
    readonly sourceId: string | null;
    readonly origin: 'recommendation' | 'manual' | 'schedule';
    readonly recommendationId: number | null;
    readonly state: RunState;
    readonly plannedStart: string;
    readonly plannedSeconds: number;
    readonly plannedMillimetres: number | null;
    readonly cycles: readonly Cycle[];
    readonly startedAt: string | null;
    readonly endedAt: string | null;
    readonly openSeconds: number | null;
    readonly meteredCubicMetres: number | null;
    readonly appliedMillimetres: number | null;
    readonly endCause: string | null;
    readonly reason: Reason | null;
    readonly createdBy: string | null;
}

export const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When nothing may run from one source: on these days, from one clock time to another, which may be past midnight. */
export interface Blackout {
    readonly id: number;
    readonly sourceId: string;
    readonly days: readonly Weekday[];
    readonly from: string;
    readonly to: string;
    readonly reason: string;
}

export const SOURCE_KINDS = ['well', 'mains', 'pond', 'canal', 'river'] as const;

export interface Source {
    readonly id: string;
    readonly siteId: string;
    readonly name: string;
    readonly kind: string;
    readonly maximumFlowCubicMetresPerHour: number;
    readonly maximumCubicMetresPerNight: number | null;
    /** A well that runs dry rests after its longest run. */
    readonly longestRunMinutes: number | null;
    readonly restMinutes: number | null;
    readonly costPerCubicMetre: number | null;
    readonly pump: { readonly maximumFlowCubicMetresPerHour: number; readonly powerKilowatts: number; readonly costPerKilowattHour: number } | null;
    readonly allocation: { readonly from: string; readonly to: string; readonly cubicMetres: number } | null;
    readonly usedCubicMetres: number | null;
}

export interface Schedule {
    readonly runs: readonly Run[];
    readonly blackouts: readonly Blackout[];
    readonly sources: readonly Source[];
    readonly emergencyStop: EmergencyStop | null;
}

/** Water by hand; exactly one of the three amounts. The server works out the end, so that it always stops by itself. */
export interface ManualRun {
    readonly zoneId: string;
    readonly minutes?: number;
    readonly millimetres?: number;
    readonly cubicMetres?: number;
    readonly cycles?: { readonly soakMinutes: number; readonly maximumCycleMinutes: number };
}

export interface AuditEntry {
    readonly id: number;
    readonly at: string;
    readonly by: string;
    readonly action: string;
    readonly subject: string;
    readonly detail: Readonly<Record<string, unknown>> | null;
}

export function fetchSchedule(fromMillis: number, toMillis: number): Promise<Schedule> {
    return get<Schedule>(`/api/schedule?${new URLSearchParams({ from: new Date(fromMillis).toISOString(), to: new Date(toMillis).toISOString() })}`);
}

export const startRun = (run: ManualRun) => send<Run>('POST', '/api/runs', { body: run });
export const cancelRun = (id: number, reason: string) => send<Run>('POST', `/api/runs/${id}/cancel`, { body: { reason } });
export const addBlackout = (blackout: Omit<Blackout, 'id'>) => send<Blackout>('POST', '/api/blackouts', { body: blackout });
export const removeBlackout = (id: number) => send<void>('DELETE', `/api/blackouts/${id}`);
export const fetchAudit = (before?: number) => get<readonly AuditEntry[]>(`/api/audit?limit=100${before === undefined ? '' : `&before=${before}`}`);
