import type { TemplateResult, nothing } from 'lit';
import type { Alarm } from '../alarm/alarm';
import type { AlarmStore } from '../alarm/alarm-store';
import type { Health } from '../connection/connection-banner';
import type { Shortcut } from '../keyboard/shortcuts';
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
    /** Stands under the product's name while nobody is signed in: “Sign in to see …”. */
    readonly invitation: string;
    /** What the product may be used for, in the footer of every page; empty for none. */
    readonly intendedUse: string;
    /** Keys of this console beside those that every console has. */
    readonly shortcuts: readonly Shortcut[];
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
    /** What stays in sight under the alarm bar on every page. */
    underAlarmBar(): TemplateResult | typeof nothing;
}
