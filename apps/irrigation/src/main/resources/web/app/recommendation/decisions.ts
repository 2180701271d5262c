import { get, send } from '../../kit/http/api';
import type { Recommendation } from './recommendation';

const path = (id: number) => `/api/recommendations/${id}`;

export const accept = (id: number) => send<Recommendation>('POST', `${path(id)}/accept`, { body: {} });
export const change = (id: number, netMillimetres: number, startAt: string | null, reason: string) => send<Recommendation>('POST', `${path(id)}/change`, { body: { netMillimetres, startAt, reason } });
export const reject = (id: number, reason: string) => send<Recommendation>('POST', `${path(id)}/reject`, { body: { reason } });
export const computeAnew = (zoneId: string) => send<Recommendation>('POST', `/api/zones/${encodeURIComponent(zoneId)}/recommendation/refresh`);
export const fetchNewest = (zoneId: string) => get<Recommendation>(`/api/zones/${encodeURIComponent(zoneId)}/recommendation`);
