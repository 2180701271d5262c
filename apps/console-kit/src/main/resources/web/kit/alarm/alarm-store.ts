import { LiveCollection } from '../live/live-collection';
import type { Alarm, Priority } from './alarm';
import { byUrgency, isOpen, waitsForAcknowledgement } from './alarm';

/** The alarms this page knows. Fires also `raised`, with the alarm as detail, when one appears that was not active before. */
export class AlarmStore extends LiveCollection<Alarm> {
    get open(): readonly Alarm[] {
        return this.all.filter(isOpen).sort(byUrgency);
    }

    get waiting(): readonly Alarm[] {
        return this.open.filter(waitsForAcknowledgement);
    }

    waitingByPriority(priority: Priority): number {
        return this.waiting.filter((alarm) => alarm.priority === priority).length;
    }

    override apply(alarm: Alarm): void {
        const before = this.find(alarm.id)?.state;
        super.apply(alarm);
        if (alarm.state === 'active-unacknowledged' && before !== 'active-unacknowledged') {
            this.dispatchEvent(new CustomEvent('raised', { detail: alarm }));
        }
    }
}
