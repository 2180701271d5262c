import type { Alarm, AlarmStep } from '../../kit/alarm/alarm';
import { get, send } from '../../kit/http/api';
import { knows, speaker } from '../../kit/language/words';
import { addressOf } from '../../kit/routing/hash-router';
import type { Measure } from '../../kit/units/measure';
import { inReadersUnit, unitOf } from '../../kit/units/measure';
import { reasonText } from '../reason/reason';
import type { Reason } from '../reason/reason';
import words from './rules/words.json';

/** An alarm as this app's server sends it; its source is a zone, a valve, a probe or the whole site. */
export interface ZoneAlarm extends Omit<Alarm, 'source'> {
    readonly sourceId: string;
    readonly sourceName: string;
    readonly zoneId?: string | null;
    /** Why it was raised, with numbers; empty where its rule says all. */
    readonly reasons?: readonly Reason[];
    /** Raised within quiet hours and not urgent. */
    readonly quiet?: boolean;
}

const say = speaker(words);
const ALARMS_AT_MOST = 1000;
const MEASURES: Readonly<Record<string, Measure>> = { mm: 'waterDepth', '°C': 'temperature', 'm3/h': 'flow', 'm³/h': 'flow', m3: 'volume', 'm³': 'volume', 'm/s': 'windSpeed' };

/** Message, value, limit and unit are read anew each time, since the reader may change language and units. */
export function fromServer({ sourceId, sourceName, zoneId, quiet, reasons = [], ...alarm }: ZoneAlarm): Alarm {
    const measure = MEASURES[alarm.unit ?? ''];
    const converted = (value: number | null) => (value == null || measure === undefined ? value : inReadersUnit(measure, value));
    return {
        ...alarm,
        id: String(alarm.id),
        source: { id: sourceId, name: sourceName, address: addressFor(sourceId, zoneId ?? null) },
        get message() {
            if (reasons.length > 0) {
                return reasons.map(reasonText).join(' ');
            }
            return knows(words, alarm.rule) ? say(alarm.rule) : alarm.message;
        },
        get value() {
            return converted(alarm.value);
        },
        get limit() {
            return converted(alarm.limit);
        },
        get unit() {
            return measure === undefined ? alarm.unit : unitOf(measure);
        },
        get tags() {
            return quiet ? [say('quietHours')] : [];
        },
    };
}

function addressFor(sourceId: string, zoneId: string | null): string {
    if (sourceId.startsWith('probe:')) {
        return addressOf(['sensors', sourceId.slice('probe:'.length)]);
    }
    return zoneId ? addressOf(['zones', zoneId]) : addressOf([]);
}

/** @param sourceId empty for all */
export async function fetchAlarms(state: 'open' | 'all', sourceId: string): Promise<readonly Alarm[]> {
    const query = new URLSearchParams({ state, limit: String(ALARMS_AT_MOST), ...(sourceId ? { source: sourceId } : {}) });
    return (await get<readonly ZoneAlarm[]>(`/api/alarms?${query}`)).map(fromServer);
}

export const fetchAlarmHistory = (alarm: Alarm) => get<readonly AlarmStep[]>(`/api/alarms/${encodeURIComponent(alarm.id)}/history`);

export async function acknowledgeAlarm(alarm: Alarm, comment: string): Promise<Alarm> {
    const body = comment ? { comment } : {};
    return fromServer(await send<ZoneAlarm>('POST', `/api/alarms/${encodeURIComponent(alarm.id)}/acknowledge`, { body }));
}
