import type { Alarm } from '../kit/alarm/alarm';
import type { LiveMessage } from '../kit/live/live-client';
import { LiveConsole } from '../kit/shell/live-console';
import type { ZoneAlarm } from './server';
import { acknowledgeAlarm, fetchAlarms, fromServer } from './server';

type Message = { readonly type: 'alarm'; readonly alarm: ZoneAlarm };

/** Everything this page knows about the farm. */
export class Farm extends LiveConsole {
    readonly product = 'Milliwatt irrigation';
    readonly invitation = 'Sign in to see your zones.';
    readonly links = [{ name: 'Zones', address: '#/', below: '#/zones' }];

    protected override fetchAlarms(state: 'open' | 'all', sourceId: string): Promise<readonly Alarm[]> {
        return fetchAlarms(state, sourceId);
    }

    protected override sendAcknowledgement(alarm: Alarm, comment: string): Promise<Alarm> {
        return acknowledgeAlarm(alarm, comment);
    }

    protected override loadLists(): Promise<unknown> {
        return Promise.resolve();
    }

    protected override receiveOwn(said: LiveMessage): void {
        const message = said as Message;
        if (message.type === 'alarm') {
            this.alarms.apply(fromServer(message.alarm));
        }
    }
}
