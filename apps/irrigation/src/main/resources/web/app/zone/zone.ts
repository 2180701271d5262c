import type { Reason } from '../reason/reason';
import type { Recommendation } from '../recommendation/recommendation';

/** A GeoJSON geometry; only areas are drawn. */
export type Outline =
    | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
    | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };
export type Ring = readonly (readonly number[])[];

/** Against the zone's own lines, the most urgent first. */
export const STATUSES = ['stressed', 'refill-now', 'refill-soon', 'ok', 'too-wet', 'unknown', 'no-soil'] as const;
export type ZoneStatus = (typeof STATUSES)[number];

export type Balance = 'probe-corrected' | 'measured' | 'weather-only' | 'forecast' | 'none';
export type SensorHealth = 'good' | 'watch' | 'bad' | 'none';

export interface Zone {
    readonly id: string;
    readonly name: string;
    readonly fieldId: string;
    readonly fieldName: string;
    readonly outline: Outline | null;
    readonly areaHectares: number | null;
    readonly crop: string | null;
    readonly stage: string | null;
    readonly rootDepthMillimetres: number | null;
    readonly status: ZoneStatus;
    readonly needsActionToday: boolean;
    readonly depletionMillimetres: number | null;
    /** One standard deviation. */
    readonly depletionSpreadMillimetres: number | null;
    readonly refillMillimetres: number | null;
    readonly totalAvailableMillimetres: number | null;
    readonly daysToRefill: number | null;
    readonly daysToRefillLow: number | null;
    readonly daysToRefillHigh: number | null;
    readonly balance: Balance;
    readonly balanceReason: Reason | null;
    readonly recommendation: Recommendation | null;
    readonly running: boolean;
    readonly openAlarms: number;
    readonly sensorHealth: SensorHealth;
    readonly lastReadingAt: string | null;
}

/** The shortest time to refill first; zones whose time is not known stand behind those that need water and before those that do not. */
export function byDaysToRefill(left: Zone, right: Zone): number {
    return urgency(left) - urgency(right) || left.name.localeCompare(right.name);
}

const UNKNOWN_STANDS_AT_DAYS = 2;

function urgency({ status, daysToRefill }: Zone): number {
    return status === 'stressed' ? -1 : (daysToRefill ?? (isWell(status) ? Number.MAX_VALUE : UNKNOWN_STANDS_AT_DAYS));
}

/** With enough water; then no time to refill means that it lies beyond what is looked ahead. */
export function isWell(status: ZoneStatus): boolean {
    return status === 'ok' || status === 'too-wet';
}
