import type { Alarm } from '../kit/alarm/alarm';
import type { AlarmQuestion } from '../kit/alarm/alarm-query';
import { AlarmStore } from '../kit/alarm/alarm-store';
import { serverClock } from '../kit/clock/server-clock';
import type { Health } from '../kit/connection/connection-banner';
import { LiveClient } from '../kit/live/live-client';
import { LiveCollection } from '../kit/live/live-collection';
import { addressOf } from '../kit/routing/hash-router';
import { Session } from '../kit/session/session';
import type { ConsoleContext } from '../kit/shell/console-context';
import type { Machine } from './machine/machine';
import type { Feature, MachineAlarm } from './server';
import { acknowledgeAlarm, fetchAlarms, fetchMachines, fromServer } from './server';

export interface LivePoint extends Readonly<Partial<Record<Feature, number>>> {
    readonly machineId: string;
    readonly t: number;
}

type Message =
    | { readonly type: 'hello'; readonly serverTime: string; readonly version: string }
    | ({ readonly type: 'status' } & Health)
    | { readonly type: 'machine'; readonly machine: Machine }
    | { readonly type: 'alarm'; readonly alarm: MachineAlarm }
    | ({ readonly type: 'point' } & LivePoint)
    | { readonly type: 'capture'; readonly machineId: string; readonly capturedAt: string };

/** The role that may change things. */
export const TECHNICIAN = 'technician';
const RELOAD_AFTER_FAILURE_MILLIS = 5000;

/**
 * Everything this page knows about the plant, kept current. Fires `change` for health, version and load failures,
 * `point` and `capture` with the message as detail, and `reloaded` when the lists were fetched again after a lost link.
 */
export class Plant extends EventTarget implements ConsoleContext {
    readonly product = 'Milliwatt maintenance';
    readonly links = [
        { name: 'Machines', address: '#/', below: '#/machines' },
        { name: 'Alarms', address: '#/alarms' },
    ];
    readonly alarmListAddress = addressOf(['alarms']);
    readonly figuresAddress = addressOf(['figures']);
    readonly session = new Session();
    readonly machines = new LiveCollection<Machine>();
    readonly alarms = new AlarmStore();
    readonly live = new LiveClient('/api/live', () => this.sessionHolds());
    health: Health | undefined;
    version = '';
    /** Why the lists could not be fetched; empty while all is well. */
    mistake = '';

    constructor() {
        super();
        this.live.addEventListener('message', (event) => this.receive((event as MessageEvent<Message>).data));
        this.session.addEventListener('change', () => (this.session.state === 'signed-in' ? this.live.start() : this.live.stop()));
    }

    get acknowledgeRefusal(): string {
        return this.session.has(TECHNICIAN)
            ? ''
            : 'Only technicians acknowledge alarms, and you are signed in as a viewer. Sign in with a technician’s account to do so.';
    }

    async acknowledge(alarm: Alarm, comment: string): Promise<void> {
        this.alarms.apply(await acknowledgeAlarm(alarm, comment));
    }

    /** The question whose answer is a list of alarms; an empty id asks for those of all machines. */
    alarmsOf(machineId: string, state: 'open' | 'all'): AlarmQuestion {
        return { known: this.alarms, reloads: this, sourceId: machineId, state, fetch: fetchAlarms };
    }

    private async sessionHolds(): Promise<boolean> {
        await this.session.check();
        return this.session.state === 'signed-in';
    }

    private receive(message: Message): void {
        switch (message.type) {
            case 'hello':
                serverClock.synchronize(message.serverTime);
                this.version = message.version;
                void this.reload();
                break;
            case 'status':
                this.health = message;
                this.dispatchEvent(new Event('change'));
                break;
            case 'machine':
                this.machines.apply(message.machine);
                break;
            case 'alarm':
                this.alarms.apply(fromServer(message.alarm));
                break;
            case 'point':
            case 'capture':
                this.dispatchEvent(new CustomEvent(message.type, { detail: message }));
                break;
        }
    }

    /** Fetches both lists again: whatever happened while there was no link is in them. */
    private async reload(): Promise<void> {
        try {
            await Promise.all([
                this.machines.load(fetchMachines()),
                this.alarms.load(fetchAlarms('open', '')),
            ]);
            this.mistake = '';
            this.dispatchEvent(new Event('reloaded'));
        } catch (problem) {
            this.mistake = problem instanceof Error ? problem.message : String(problem);
            window.setTimeout(() => this.live.link.kind === 'open' && void this.reload(), RELOAD_AFTER_FAILURE_MILLIS);
        }
        this.dispatchEvent(new Event('change'));
    }
}
