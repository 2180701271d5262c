import type { Alarm } from '../kit/alarm/alarm';
import { get, send } from '../kit/http/api';
import { addressOf } from '../kit/routing/hash-router';

/** An alarm as this app's server sends it; its source is a zone, a valve or a probe's node. */
export interface ZoneAlarm extends Omit<Alarm, 'source'> {
    readonly sourceId: string;
    readonly sourceName: string;
    readonly zoneId?: string;
}

const ALARMS_AT_MOST = 1000;

export function fromServer({ sourceId, sourceName, zoneId, ...alarm }: ZoneAlarm): Alarm {
    const address = zoneId ? addressOf(['zones', zoneId]) : addressOf([]);
    return { ...alarm, id: String(alarm.id), source: { id: sourceId, name: sourceName, address } };
}

/** @param sourceId empty for all */
export async function fetchAlarms(state: 'open' | 'all', sourceId: string): Promise<readonly Alarm[]> {
    const query = new URLSearchParams({ state, limit: String(ALARMS_AT_MOST), ...(sourceId ? { source: sourceId } : {}) });
    return (await get<readonly ZoneAlarm[]>(`/api/alarms?${query}`)).map(fromServer);
}

export async function acknowledgeAlarm(alarm: Alarm, comment: string): Promise<Alarm> {
    const body = comment ? { comment } : {};
    return fromServer(await send<ZoneAlarm>('POST', `/api/alarms/${encodeURIComponent(alarm.id)}/acknowledge`, { body }));
}
