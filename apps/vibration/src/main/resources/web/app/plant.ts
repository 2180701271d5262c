import type { Alarm } from '../kit/alarm/alarm';
import { LiveCollection } from '../kit/live/live-collection';
import type { LiveMessage } from '../kit/live/live-client';
import { LiveConsole } from '../kit/shell/live-console';
import type { Machine } from './machine/machine';
import type { Feature, MachineAlarm } from './server';
import { acknowledgeAlarm, fetchAlarms, fetchMachines, fromServer } from './server';

export interface LivePoint extends Readonly<Partial<Record<Feature, number>>> {
    readonly machineId: string;
    readonly t: number;
}

type Message =
    | { readonly type: 'machine'; readonly machine: Machine }
    | { readonly type: 'alarm'; readonly alarm: MachineAlarm }
    | ({ readonly type: 'point' } & LivePoint)
    | { readonly type: 'capture'; readonly machineId: string; readonly capturedAt: string };

/** Everything this page knows about the plant. Fires also `point` and `capture` with the message as detail. */
export class Plant extends LiveConsole {
    readonly product = 'Milliwatt maintenance';
    readonly invitation = 'Sign in to see your machines.';
    readonly links = [
        { name: 'Machines', address: '#/', below: '#/machines' },
        { name: 'Alarms', address: '#/alarms' },
    ];
    readonly machines = new LiveCollection<Machine>();

    protected override fetchAlarms(state: 'open' | 'all', machineId: string): Promise<readonly Alarm[]> {
        return fetchAlarms(state, machineId);
    }

    protected override sendAcknowledgement(alarm: Alarm, comment: string): Promise<Alarm> {
        return acknowledgeAlarm(alarm, comment);
    }

    protected override loadLists(): Promise<unknown> {
        return this.machines.load(fetchMachines());
    }

    protected override receiveOwn(said: LiveMessage): void {
        const message = said as Message;
        switch (message.type) {
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
}
