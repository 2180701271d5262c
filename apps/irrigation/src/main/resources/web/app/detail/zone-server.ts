import { get, send } from '../../kit/http/api';
import type { Recommendation } from '../recommendation/recommendation';
import type { Reason } from '../reason/reason';
import type { Probe } from '../sensors/probe';
import type { Balance, Zone } from '../zone/zone';

export interface SoilLayer {
    readonly topMillimetres: number;
    readonly bottomMillimetres: number;
    readonly texture: string | null;
    readonly fieldCapacity: number;
    readonly wiltingPoint: number;
    readonly saturation: number;
    readonly origin?: string;
}

/** Where drainage was seen to end, beside the texture's figure. */
export interface Plateau {
    readonly depthMillimetres: number;
    readonly fieldCapacity: number;
    readonly observedPlateau: number;
    readonly events: number;
    readonly spread: number;
    readonly offered: boolean;
}

export interface Stage {
    readonly name: string;
    readonly from: string;
    readonly to: string;
    readonly basalCoefficientFrom: number;
    readonly basalCoefficientTo: number;
    readonly rootDepthFromMillimetres: number;
    readonly rootDepthToMillimetres: number;
}

/** What the zone's season is planned to bring; water is gross, as it is let in. */
export interface SeasonPlan {
    readonly madeOn: string;
    readonly lastCropDay: string;
    readonly yearsOfPast: number;
    readonly savingStages: readonly string[];
    readonly fillPercent: number;
    readonly lastWateringOn: string | null;
    readonly expectedMillimetres: number;
    readonly allocationLeftMillimetres: number | null;
    readonly allocationIsShort: boolean;
    readonly expectedStressDays: number;
    readonly stressDaysBefore: number;
    readonly acceptedStressDays: number;
    readonly expectedYieldPercent: number;
}

export interface ZoneDetail extends Zone {
    readonly soil: { readonly id: string; readonly name: string; readonly layers: readonly SoilLayer[]; readonly plateaus: readonly Plateau[] } | null;
    readonly cropPlan: { readonly cropId: string; readonly plantedOn: string; readonly stage: string; readonly dayOfSeason: number; readonly stages: readonly Stage[] } | null;
    readonly seasonPlan: SeasonPlan | null;
    readonly irrigation: { readonly system: string; readonly applicationRateMillimetresPerHour: number | null; readonly efficiency: number; readonly sourceId: string | null; readonly valveIds: readonly string[] } | null;
    readonly probes: readonly Probe[];
}

type Column = readonly (number | null)[];

/** Days as columns; the lines are the zone's own of each day. */
export interface Course {
    readonly day: readonly string[];
    readonly storageMillimetres: Column;
    readonly lowMillimetres: Column;
    readonly highMillimetres: Column;
    readonly fullMillimetres: Column;
    readonly refillMillimetres: Column;
    readonly wiltingMillimetres: Column;
    readonly rainMillimetres: Column;
    readonly irrigationMillimetres: Column;
    readonly cropUseMillimetres: Column;
    readonly balance: readonly Balance[];
    /** Where each day's weather is from. */
    readonly weather: readonly string[];
}

export interface RootZone {
    readonly past: Course;
    readonly forecast: Course;
}

const EMPTY: Course = { day: [], storageMillimetres: [], lowMillimetres: [], highMillimetres: [], fullMillimetres: [], refillMillimetres: [], wiltingMillimetres: [], rainMillimetres: [], irrigationMillimetres: [], cropUseMillimetres: [], balance: [], weather: [] };
export const NO_COURSE: RootZone = { past: EMPTY, forecast: EMPTY };

export interface DepthSeries {
    readonly depthMillimetres: number;
    readonly probeId: string;
    readonly t: readonly number[];
    readonly waterContent: Column;
    readonly excluded: { readonly t: readonly number[]; readonly waterContent: Column; readonly flag: readonly string[] };
}

export interface LedgerDay {
    readonly day: string;
    readonly openingMillimetres: number;
    readonly closingMillimetres: number;
    readonly spreadMillimetres: number | null;
    /** Depletion: what is positive makes the soil drier. */
    readonly entries: readonly { readonly kind: string; readonly millimetres: number }[];
    readonly balance: Balance;
    readonly reason: Reason | null;
    readonly expectedRainMillimetres: number | null;
    readonly gaugeRainMillimetres: number | null;
}

const path = (id: string) => `/api/zones/${encodeURIComponent(id)}`;
const dayOf = (millis: number) => new Date(millis).toISOString().slice(0, 10);
const POINTS = 600;

export const fetchZone = (id: string) => get<ZoneDetail>(path(id));

export function fetchRootZone(id: string, fromMillis: number, toMillis: number): Promise<RootZone> {
    return get<RootZone>(`${path(id)}/root-zone?from=${dayOf(fromMillis)}&to=${dayOf(toMillis)}`);
}

export function fetchDepths(id: string, fromMillis: number, toMillis: number): Promise<readonly DepthSeries[]> {
    const query = new URLSearchParams({ from: new Date(fromMillis).toISOString(), to: new Date(toMillis).toISOString(), points: String(POINTS) });
    return get<readonly DepthSeries[]>(`${path(id)}/depths?${query}`);
}

export function fetchLedger(id: string, fromMillis: number, toMillis: number): Promise<readonly LedgerDay[]> {
    return get<readonly LedgerDay[]>(`${path(id)}/ledger?from=${dayOf(fromMillis)}&to=${dayOf(toMillis)}`);
}

export function correctDepletion(id: string, depletionMillimetres: number, spreadMillimetres: number, note: string): Promise<readonly LedgerDay[]> {
    return send<readonly LedgerDay[]>('POST', `${path(id)}/correction`, { body: { depletionMillimetres, spreadMillimetres, note } });
}

export const adoptPlateau = (soilId: string, zoneId: string) => send<void>('POST', `/api/soils/${encodeURIComponent(soilId)}/adopt-plateau`, { body: { zoneId } });
export const fetchDecisions = (zoneId: string) => get<readonly Recommendation[]>(`/api/recommendations?${new URLSearchParams({ zone: zoneId, state: 'decided', limit: '12' })}`);
