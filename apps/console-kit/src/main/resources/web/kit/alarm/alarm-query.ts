import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { sentenceOf } from '../http/sentence';
import type { Alarm } from './alarm';
import { byUrgency, isOpen } from './alarm';
import type { AlarmStore } from './alarm-store';

export interface AlarmQuestion {
    readonly known: AlarmStore;
    /** Fires `reloaded` when everything has to be fetched again. */
    readonly reloads: EventTarget;
    /** Empty for all sources. */
    readonly sourceId: string;
    readonly state: 'open' | 'all';
    fetch(state: 'open' | 'all', sourceId: string): Promise<readonly Alarm[]>;
}

/** Keeps a list of alarms current for its host: fetched with the question, after a lost link and when it changes; live in between. */
export class AlarmQuery implements ReactiveController {
    fetched = false;
    mistake = '';
    private asked = '';
    private stored: readonly Alarm[] = [];
    private followed: AlarmQuestion | undefined;

    constructor(
        private readonly host: ReactiveControllerHost,
        private readonly question: () => AlarmQuestion,
    ) {
        host.addController(this);
    }

    /** What was fetched, with the newer knowledge of the live link laid over it. */
    get result(): readonly Alarm[] {
        const { known, sourceId, state } = this.question();
        const merged = new Map([...this.stored, ...known.all].map((alarm) => [alarm.id, known.find(alarm.id) ?? alarm]));
        return [...merged.values()]
            .filter((alarm) => (!sourceId || alarm.source.id === sourceId) && (state === 'all' || isOpen(alarm)))
            .sort(byUrgency);
    }

    hostConnected(): void {
        this.followed = this.question();
        this.followed.reloads.addEventListener('reloaded', this.fetch);
        this.followed.known.addEventListener('change', this.show);
    }

    hostDisconnected(): void {
        this.followed?.reloads.removeEventListener('reloaded', this.fetch);
        this.followed?.known.removeEventListener('change', this.show);
    }

    hostUpdate(): void {
        const { sourceId, state } = this.question();
        if (this.asked !== `${state} ${sourceId}`) {
            this.asked = `${state} ${sourceId}`;
            this.fetched = false;
            this.stored = [];
            void this.fetch();
        }
    }

    private readonly show = (): void => this.host.requestUpdate();

    private readonly fetch = async (): Promise<void> => {
        const question = this.question();
        const asked = this.asked;
        try {
            const found = await question.fetch(question.state, question.sourceId);
            if (asked === this.asked) {
                this.stored = found;
                this.fetched = true;
                this.mistake = '';
            }
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
        this.show();
    };
}
