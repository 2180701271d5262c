import type { Alarm } from '../alarm/alarm';
import type { AlarmStore } from '../alarm/alarm-store';
import type { Health } from '../connection/connection-banner';
import type { LiveClient } from '../live/live-client';
import type { Session } from '../session/session';

export interface PageLink {
    readonly name: string;
    readonly address: string;
    /** Where the pages below it begin, when that is not its own address. */
    readonly below?: string;
}

/** What a console gives its shell; fires `change` when `health` or `version` do. */
export interface ConsoleContext extends EventTarget {
    readonly product: string;
    readonly session: Session;
    readonly live: LiveClient;
    readonly alarms: AlarmStore;
    readonly health: Health | undefined;
    readonly version: string;
    readonly links: readonly PageLink[];
    readonly alarmListAddress: string;
    readonly figuresAddress: string;
    /** Why the person who is signed in cannot acknowledge; empty when it is allowed. */
    readonly acknowledgeRefusal: string;
    acknowledge(alarm: Alarm, comment: string): Promise<void>;
}
