import { get, send } from '../../kit/http/api';
import type { Language } from '../../kit/language/language';
import type { Units } from '../../kit/units/units';

/** What one person chose; quiet hours by the farm's clock. */
export interface Preferences {
    readonly units: Units | null;
    readonly language: Language | null;
    readonly quietFrom: string | null;
    readonly quietTo: string | null;
}

export const fetchPreferences = () => get<Preferences>('/api/preferences');
export const keepPreferences = (preferences: Preferences) => send<Preferences>('PUT', '/api/preferences', { body: preferences });
