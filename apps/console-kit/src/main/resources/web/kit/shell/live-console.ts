import { nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Alarm } from '../alarm/alarm';
import type { AlarmQuestion } from '../alarm/alarm-query';
import { AlarmStore } from '../alarm/alarm-store';
import { serverClock } from '../clock/server-clock';
import type { Health } from '../connection/connection-banner';
import { sentenceOf } from '../http/sentence';
import type { Shortcut } from '../keyboard/shortcuts';
import { LiveClient } from '../live/live-client';
import type { LiveMessage } from '../live/live-client';
import { addressOf } from '../routing/hash-router';
import { Session } from '../session/session';
import type { ConsoleContext, PageLink } from './console-context';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);

/** What the server of every console says; an app adds messages of its own. */
type SharedMessage =
    | { readonly type: 'hello'; readonly serverTime: string; readonly version: string }
    | ({ readonly type: 'status' } & Health);

/** The role that may change things. */
export const TECHNICIAN = 'technician';
const RELOAD_AFTER_FAILURE_MILLIS = 5000;

/**
 * What the pages of one console know, kept current: session, link, alarms, health. An app adds its own lists. Fires `change`
 * for health, version and load failures, and `reloaded` when the lists were fetched again after a lost link.
 */
export abstract class LiveConsole extends EventTarget implements ConsoleContext {
    abstract readonly product: string;
    abstract readonly invitation: string;
    abstract readonly links: readonly PageLink[];
    readonly intendedUse: string = '';
    readonly shortcuts: readonly Shortcut[] = [];
    readonly alarmListAddress = addressOf(['alarms']);
    readonly figuresAddress = addressOf(['figures']);
    readonly session = new Session();
    readonly alarms = new AlarmStore();
    readonly live = new LiveClient('/api/live', () => this.sessionHolds());
    health: Health | undefined;
    version = '';
    /** Why the lists could not be fetched; empty while all is well. */
    mistake = '';

    constructor() {
        super();
        this.live.addEventListener('message', (event) => this.receive((event as MessageEvent<LiveMessage>).data));
        this.session.addEventListener('change', () => (this.session.state === 'signed-in' ? this.live.start() : this.live.stop()));
    }

    get acknowledgeRefusal(): string {
        return this.session.has(TECHNICIAN)
            ? ''
            : say('viewersDoNotAcknowledge');
    }

    underAlarmBar(): TemplateResult | typeof nothing {
        return nothing;
    }

    async acknowledge(alarm: Alarm, comment: string): Promise<void> {
        this.alarms.apply(await this.sendAcknowledgement(alarm, comment));
    }

    /** The question whose answer is a list of alarms; an empty id asks for those of all sources. */
    alarmsOf(sourceId: string, state: 'open' | 'all'): AlarmQuestion {
        return { known: this.alarms, reloads: this, sourceId, state, fetch: (wanted, source) => this.fetchAlarms(wanted, source) };
    }

    protected abstract fetchAlarms(state: 'open' | 'all', sourceId: string): Promise<readonly Alarm[]>;

    protected abstract sendAcknowledgement(alarm: Alarm, comment: string): Promise<Alarm>;

    /** Fetches the app's own lists; whatever happened while there was no link is in them. */
    protected abstract loadLists(): Promise<unknown>;

    /** Takes up what only this app's server says. */
    protected abstract receiveOwn(message: LiveMessage): void;

    private async sessionHolds(): Promise<boolean> {
        await this.session.check();
        return this.session.state === 'signed-in';
    }

    private receive(said: LiveMessage): void {
        const message = said as SharedMessage;
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
            default:
                this.receiveOwn(said);
        }
    }

    private async reload(): Promise<void> {
        try {
            await Promise.all([this.loadLists(), this.alarms.load(this.fetchAlarms('open', ''))]);
            this.mistake = '';
            this.dispatchEvent(new Event('reloaded'));
        } catch (problem) {
            this.mistake = sentenceOf(problem);
            window.setTimeout(() => this.live.link.kind === 'open' && void this.reload(), RELOAD_AFTER_FAILURE_MILLIS);
        }
        this.dispatchEvent(new Event('change'));
    }
}
