import { get, send } from '../../kit/http/api';
import type { Reason } from '../reason/reason';

export type ValveState = 'closed' | 'opening' | 'open' | 'closing' | 'unknown';

export interface ValveEvent {
    readonly at: string;
    readonly opened: boolean;
    readonly cause: string;
    readonly openSeconds: number | null;
    readonly litres: number | null;
    readonly by?: string | null;
}

export interface Valve {
    readonly id: string;
    readonly name: string;
    readonly zoneId: string | null;
    readonly nodeId: number;
    readonly output: number;
    readonly sourceId: string | null;
    readonly nominalFlowCubicMetresPerHour: number | null;
    readonly maximumOpenSeconds: number;
    /** What one pulse of its flow meter stands for; nothing without a meter. */
    readonly litresPerPulse?: number | null;
    readonly state: ValveState;
    readonly stateSince: string | null;
    readonly openUntil: string | null;
    readonly lastCause: string | null;
    readonly flowCubicMetresPerHour: number | null;
    /** What keeps it closed now. */
    readonly interlocks: readonly Reason[];
    readonly lastHeardAt: string | null;
    readonly link: 'good' | 'lost';
}

export const fetchValves = () => get<readonly Valve[]>('/api/valves');
export const fetchValveEvents = (id: string) => get<readonly ValveEvent[]>(`/api/valves/${encodeURIComponent(id)}/events?limit=5`);
export const closeValve = (id: string) => send<void>('POST', `/api/valves/${encodeURIComponent(id)}/close`, { body: {} });
export const tellLookedAfter = (id: string, reason: string) => send<Valve>('POST', `/api/valves/${encodeURIComponent(id)}/looked-after`, { body: { reason } });
