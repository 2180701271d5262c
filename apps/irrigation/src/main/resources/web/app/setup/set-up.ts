import { ApiProblem, get, send } from '../../kit/http/api';
import type { Reason } from '../reason/reason';
import type { Outline } from '../zone/zone';

export interface SiteSettings {
    readonly id: string;
    readonly name: string;
    readonly timeZone: string;
    readonly latitudeDegrees: number;
    readonly longitudeDegrees: number;
    readonly elevationMetres: number;
    readonly currency: string;
}

export interface FieldSettings {
    readonly id: string;
    readonly siteId: string;
    readonly name: string;
    readonly outline: Outline | null;
}

export interface ZoneSettings {
    readonly fieldId: string;
    readonly name: string;
    readonly outline: Outline | null;
    readonly areaHectares: number | null;
    readonly soilId: string | null;
    readonly cropId: string | null;
    readonly plantedOn: string | null;
    readonly system: string;
    readonly flowCubicMetresPerHour: number;
    readonly efficiency: number | null;
    readonly wettedFraction: number | null;
    readonly depletedFraction: number | null;
    readonly leaveRoomMillimetres: number | null;
    /** Of a season, beyond the refill line, to save water. */
    readonly acceptedStressDays: number | null;
    readonly maximumRootDepthMillimetres: number | null;
    readonly autoAccept: boolean | null;
}

export interface Soil {
    readonly id: string;
    readonly name: string;
    readonly layers: readonly SettableLayer[];
}

/** A layer as it is entered: limits are measured, or guessed from sand and clay. */
export interface SettableLayer {
    readonly bottomMillimetres: number;
    readonly sandPercent: number | null;
    readonly clayPercent: number | null;
    readonly organicMatterPercent: number | null;
    readonly fieldCapacity: number | null;
    readonly wiltingPoint: number | null;
    readonly saturation: number | null;
    readonly origin: string | null;
}

export interface Crop {
    readonly id: string;
    readonly name: string;
}

/** What a soil of this texture is like: how much it holds, and where the refill line of a crop lies in it. */
export interface Estimate {
    readonly texture: string;
    readonly sandPercent: number;
    readonly clayPercent: number;
    readonly organicMatterPercent: number;
    readonly fieldCapacity: number;
    readonly wiltingPoint: number;
    readonly saturation: number;
    readonly intakeMillimetresPerHour: number;
    readonly readilyEvaporableMillimetres: number;
    readonly availableMillimetresPerMetre: number;
    readonly totalAvailableMillimetres: number;
    readonly refillMillimetres: number;
    readonly refillWaterContent: number;
    readonly source: string;
}

export interface WizardQuestion {
    readonly texture: string | null;
    readonly sandPercent: number | null;
    readonly clayPercent: number | null;
    readonly organicMatterPercent: number;
    readonly cropId: string | null;
    readonly rootDepthMillimetres: number;
}

export interface OutlineImport {
    readonly fields: number;
    readonly zones: number;
    readonly refused: readonly { readonly name: string; readonly reason: Reason }[];
}

export const FILE_KINDS = ['auto', 'station-csv', 'uscrn', 'ismn', 'pyfao56-wth', 'pyfao56-irr', 'pyfao56-sol', 'openagri'] as const;

export interface FileImport {
    readonly id: number;
    readonly name: string;
    readonly kind: string;
    readonly rows: number;
    readonly accepted: number;
    readonly flagged: number;
    readonly repeated: number;
    readonly days: { readonly from: string; readonly to: string } | null;
    readonly problems: readonly { readonly line: number | null; readonly reason: Reason }[];
    readonly at: string;
    readonly by: string;
}

/** Things that are set up one by one under an id. */
export type Kind = 'sites' | 'fields' | 'zones' | 'soils' | 'probes' | 'valves' | 'sources';

const path = (kind: Kind, id: string) => `/api/${kind}/${encodeURIComponent(id)}`;

export const keep = (kind: Kind, id: string, body: unknown) => send<unknown>('PUT', kind === 'zones' ? `${path(kind, id)}/settings` : path(kind, id), { body });
export const remove = (kind: Kind, id: string) => send<void>('DELETE', path(kind, id));
export const fetchSites = () => get<readonly SiteSettings[]>('/api/sites');
export const fetchFields = () => get<readonly FieldSettings[]>('/api/fields');
export const fetchZoneSettings = (id: string) => get<ZoneSettings>(`${path('zones', id)}/settings`);
export const fetchSoils = () => get<readonly Soil[]>('/api/soils');
export const fetchTextures = async () => (await get<readonly { readonly texture: string }[]>('/api/soils/textures')).map(({ texture }) => texture);
export const fetchCrops = () => get<readonly Crop[]>('/api/crops');
export const estimate = (question: WizardQuestion) => send<Estimate>('POST', '/api/soils/wizard', { body: question });
export const importOutlines = (collection: unknown, dryRun: boolean) => send<OutlineImport>('POST', `/api/fields/import?dryRun=${dryRun}`, { body: collection });
export const fetchImports = () => get<readonly FileImport[]>('/api/imports');

/** Sends the text of a file as it is; the server finds out what it holds. */
export async function importFile(file: File, kind: string, siteId: string, zoneId: string): Promise<FileImport> {
    const query = new URLSearchParams({ kind, site: siteId, file: file.name, ...(zoneId ? { zone: zoneId } : {}) });
    const response = await fetch(`/api/imports?${query}`, { method: 'POST', body: await file.text(), headers: { 'Content-Type': 'text/plain', Accept: 'application/json' }, credentials: 'same-origin' });
    const answer = (await response.json()) as FileImport & { readonly detail?: string; readonly code?: string };
    if (!response.ok) {
        throw new ApiProblem(response.status, answer.code ?? 'unknown', answer.detail ?? response.statusText);
    }
    return answer;
}

/** An id from a name, as the server wants them: small letters, digits and hyphens. */
export function slug(name: string): string {
    return name
        .normalize('NFD')
        .replace(/[\u0300-\u036f]/g, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '');
}
