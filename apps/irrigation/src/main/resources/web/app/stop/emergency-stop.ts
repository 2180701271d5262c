import { send } from '../../kit/http/api';

/** While it holds, nothing opens. */
export interface EmergencyStop {
    readonly since: string;
    readonly by: string;
    readonly why: string;
}

export const stopEverything = (reason: string) => send<EmergencyStop>('POST', '/api/emergency-stop', { body: { reason } });
export const releaseStop = (reason: string) => send<void>('POST', '/api/emergency-stop/release', { body: { reason } });
