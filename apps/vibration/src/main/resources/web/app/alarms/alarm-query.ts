import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Alarm } from '../../kit/alarm/alarm';
import { byUrgency, isOpen } from '../../kit/alarm/alarm';
import type { Plant } from '../plant';
import { fetchAlarms } from '../server';

export interface AlarmQuestion {
    readonly plant: Plant;
    /** Empty for all machines. */
    readonly machineId: string;
    readonly state: 'open' | 'all';
}

const AT_MOST = '200';

/** Keeps a list of alarms current for its host: fetched with the question, after a lost link and when it changes; live in between. */
export class AlarmQuery implements ReactiveController {
    fetched = false;
    mistake = '';
    private asked = '';
    private stored: readonly Alarm[] = [];
    private plant: Plant | undefined;

    constructor(
        private readonly host: ReactiveControllerHost,
        private readonly question: () => AlarmQuestion,
    ) {
        host.addController(this);
    }

    /** What was fetched, with the newer knowledge of the live link laid over it. */
    get result(): readonly Alarm[] {
        const { plant, machineId, state } = this.question();
        const merged = new Map([...this.stored, ...plant.alarms.all].map((alarm) => [alarm.id, plant.alarms.find(alarm.id) ?? alarm]));
        return [...merged.values()]
            .filter((alarm) => (!machineId || alarm.source.id === machineId) && (state === 'all' || isOpen(alarm)))
            .sort(byUrgency);
    }

    hostConnected(): void {
        this.plant = this.question().plant;
        this.plant.addEventListener('reloaded', this.fetch);
        this.plant.alarms.addEventListener('change', this.show);
    }

    hostDisconnected(): void {
        this.plant?.removeEventListener('reloaded', this.fetch);
        this.plant?.alarms.removeEventListener('change', this.show);
    }

    hostUpdate(): void {
        const { machineId, state } = this.question();
        if (this.asked !== `${state} ${machineId}`) {
            this.asked = `${state} ${machineId}`;
            this.fetched = false;
            this.stored = [];
            void this.fetch();
        }
    }

    private readonly show = (): void => this.host.requestUpdate();

    private readonly fetch = async (): Promise<void> => {
        const { machineId, state } = this.question();
        const asked = this.asked;
        try {
            const found = await fetchAlarms({ state, limit: AT_MOST, ...(machineId ? { machine: machineId } : {}) });
            if (asked === this.asked) {
                this.stored = found;
                this.fetched = true;
                this.mistake = '';
            }
        } catch (problem) {
            this.mistake = problem instanceof Error ? problem.message : String(problem);
        }
        this.show();
    };
}
