import { get } from '../../kit/http/api';

export const GROUPINGS = ['zone', 'source', 'month'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface WaterRow {
    readonly id: string | null;
    readonly name: string | null;
    readonly cubicMetres: number;
    readonly millimetres: number | null;
    readonly runs: number | null;
    /** How much of it a flow meter counted, 0…1; the rest follows from the opening times. */
    readonly meteredShare: number | null;
    readonly cost: number | null;
    /** Of the pumps; null where none is known. */
    readonly energyKilowattHours: number | null;
    readonly percentOfAllocation: number | null;
}

export interface WaterUse {
    readonly rows: readonly WaterRow[];
    readonly total: WaterRow;
    readonly currency: string | null;
}

/** @param kind empty for the figures themselves, else a file of them */
export function waterAddress(from: string, to: string, by: Grouping, kind: '' | '.csv' | '.pdf' = ''): string {
    return `/api/water${kind}?${new URLSearchParams({ from, to, by })}`;
}

export const fetchWater = (from: string, to: string, by: Grouping) => get<WaterUse>(waterAddress(from, to, by));
