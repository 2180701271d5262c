import { get, send } from '../../kit/http/api';
import type { Reason } from '../reason/reason';

type Column = readonly (number | null)[];

export interface Weather {
    readonly day: readonly string[];
    readonly minimumCelsius: Column;
    readonly maximumCelsius: Column;
    readonly rainMillimetres: Column;
    readonly windMetresPerSecond: Column;
    readonly humidityPercent: Column;
    readonly referenceEvapotranspirationMillimetres: Column;
    readonly missing: readonly (readonly string[])[];
    readonly forecast: {
        readonly source: string;
        readonly statedBecause: Reason | null;
        /** How the weather service does that the installation names; null where it names none. */
        readonly service: { readonly troubles: readonly Reason[] } | null;
        readonly day: readonly string[];
        readonly minimumCelsius: Column;
        readonly maximumCelsius: Column;
        readonly rainMillimetres: Column;
        readonly rainProbability: Column;
        readonly referenceEvapotranspirationMillimetres: Column;
    } | null;
    readonly excluded: readonly { readonly at: string; readonly quantity: string; readonly value: number | null; readonly reason: Reason }[];
}

export interface Hours {
    readonly t: readonly number[];
    readonly temperatureCelsius: Column;
    readonly dewPointCelsius: Column;
    readonly wetBulbCelsius: Column;
}

export interface Frost {
    readonly level: 'none' | 'possible' | 'likely' | 'now';
    readonly lowestCelsius: number | null;
    readonly at: string | null;
    readonly dewPointCelsius: number | null;
    readonly wetBulbCelsius: number | null;
    readonly reasons: readonly Reason[];
    /** Whether the air of now is that at the nodes, since no station tells it. */
    readonly byNodes: boolean;
}

export interface DegreeDays {
    readonly model: string;
    readonly biofix: string;
    readonly day: readonly string[];
    readonly total: Column;
    /** Days without a temperature, which count as the mean of the others. */
    readonly missingDays: number;
    /** Days whose temperatures the zone's own node told, since the station did not. */
    readonly nodeDays: number;
    readonly insects: readonly { readonly name: string; readonly total: number; readonly milestones: readonly Milestone[] }[];
}

export interface Milestone {
    readonly event: string;
    readonly degreeDays: number;
    readonly reachedOn: string | null;
    readonly expectedOn: string | null;
}

export type Risk = 'none' | 'low' | 'moderate' | 'high';

export interface DiseaseRisk {
    readonly disease: string;
    readonly model: string;
    readonly risk: Risk;
    readonly days: readonly { readonly day: string; readonly risk: Risk; readonly value: number | null }[];
    readonly reasons: readonly Reason[];
    readonly lastSpray: Spray | null;
    readonly coveredUntil: string | null;
    readonly covered: boolean;
}

export interface Spray {
    readonly id: number;
    readonly on: string;
    readonly product: string;
    readonly target: string;
    readonly residualDays: number;
}

const zonePath = (id: string) => `/api/zones/${encodeURIComponent(id)}`;

export const fetchWeather = (from: string, to: string) => get<Weather>(`/api/weather?from=${from}&to=${to}`);
export const fetchFrost = () => get<Frost>('/api/frost');
export const fetchDegreeDays = (zoneId: string) => get<DegreeDays>(`${zonePath(zoneId)}/degree-days`);
export const fetchDisease = (zoneId: string) => get<readonly DiseaseRisk[]>(`${zonePath(zoneId)}/disease`);
export const fetchSprays = (zoneId: string) => get<readonly Spray[]>(`${zonePath(zoneId)}/sprays`);
export const addSpray = (zoneId: string, spray: Omit<Spray, 'id'>) => send<unknown>('POST', `${zonePath(zoneId)}/sprays`, { body: spray });
export const removeSpray = (zoneId: string, id: number) => send<void>('DELETE', `${zonePath(zoneId)}/sprays/${id}`);

export function fetchHours(fromMillis: number, toMillis: number): Promise<Hours> {
    return get<Hours>(`/api/weather/hours?${new URLSearchParams({ from: new Date(fromMillis).toISOString(), to: new Date(toMillis).toISOString() })}`);
}
