import { get } from '../../kit/http/api';
import type { Source } from '../schedule/schedule';
import type { Probe } from '../sensors/probe';
import { fetchProbes } from '../sensors/probe';
import type { Valve } from '../sensors/valve';
import { fetchValves } from '../sensors/valve';
import type { Crop, FieldSettings, SiteSettings, Soil } from './set-up';
import { fetchCrops, fetchFields, fetchSites, fetchSoils } from './set-up';

/** What has been set up so far. */
export interface Inventory {
    readonly sites: readonly SiteSettings[];
    readonly fields: readonly FieldSettings[];
    readonly soils: readonly Soil[];
    readonly crops: readonly Crop[];
    readonly probes: readonly Probe[];
    readonly valves: readonly Valve[];
    readonly sources: readonly Source[];
}

export async function fetchInventory(): Promise<Inventory> {
    const [sites, fields, soils, crops, probes, valves, sources] = await Promise.all([fetchSites(), fetchFields(), fetchSoils(), fetchCrops(), fetchProbes(), fetchValves(), get<readonly Source[]>('/api/sources')]);
    return { sites, fields, soils, crops, probes, valves, sources };
}
