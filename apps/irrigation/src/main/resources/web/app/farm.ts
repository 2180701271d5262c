import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Alarm } from '../kit/alarm/alarm';
import { showTimesOf } from '../kit/format/time';
import { speaker } from '../kit/language/words';
import type { LiveMessage } from '../kit/live/live-client';
import { LiveCollection } from '../kit/live/live-collection';
import { LiveConsole } from '../kit/shell/live-console';
import { acknowledgeAlarm, fetchAlarms, fromServer } from './alarms/alarm-server';
import type { ZoneAlarm } from './alarms/alarm-server';
import type { Overview } from './overview/overview';
import { fetchOverview } from './overview/overview';
import type { Recommendation } from './recommendation/recommendation';
import { KeepReading } from './preferences/keep-reading';
import type { Run } from './schedule/schedule';
import type { Probe } from './sensors/probe';
import type { Valve } from './sensors/valve';
import type { EmergencyStop } from './stop/emergency-stop';
import './stop/stop-bar';
import words from './words.json';
import type { Zone } from './zone/zone';

const say = speaker(words);

type Message =
    | { readonly type: 'alarm'; readonly alarm: ZoneAlarm }
    | { readonly type: 'zone'; readonly zone: Zone }
    | { readonly type: 'valve'; readonly valve: Valve }
    | { readonly type: 'probe'; readonly probe: Probe }
    | { readonly type: 'run'; readonly run: Run }
    | { readonly type: 'recommendation'; readonly recommendation: Recommendation }
    | { readonly type: 'emergency'; readonly stop: EmergencyStop | null };

/** The role that may decide and change. */
const AGRONOMIST = 'agronomist';
const ADMINISTRATOR = 'administrator';

/**
 * Everything this page knows about the farm. Fires `stop` when an emergency stop is made or released, and `valve`, `probe`, `run` and
 * `recommendation` with the thing as detail.
 */
export class Farm extends LiveConsole {
    readonly zones = new LiveCollection<Zone>();
    private readonly reading = new KeepReading();
    overview: Overview | undefined;
    stop: EmergencyStop | null = null;

    get product(): string {
        return say('product');
    }

    get invitation(): string {
        return say('invitation');
    }

    get links() {
        return [
            { name: say('zones'), address: '#/', below: '#/zones' },
            { name: say('schedule'), address: '#/schedule' },
            { name: say('sensors'), address: '#/sensors' },
            { name: say('weather'), address: '#/weather' },
            { name: say('water'), address: '#/water' },
            { name: say('alarms'), address: '#/alarms' },
            { name: say('setup'), address: '#/setup' },
        ];
    }

    get mayDecide(): boolean {
        return this.session.has(AGRONOMIST) || this.session.has(ADMINISTRATOR);
    }

    override get acknowledgeRefusal(): string {
        return this.mayDecide ? '' : say('viewersLook');
    }

    /** Why whoever is signed in cannot change anything; empty when it is allowed. */
    get refusal(): string {
        return this.mayDecide ? '' : say('viewersLook');
    }

    override underAlarmBar(): TemplateResult {
        return html`<mw-stop-bar .farm=${this}></mw-stop-bar>`;
    }

    become(stop: EmergencyStop | null): void {
        this.stop = stop;
        this.dispatchEvent(new Event('stop'));
    }

    protected override fetchAlarms(state: 'open' | 'all', sourceId: string): Promise<readonly Alarm[]> {
        return fetchAlarms(state, sourceId);
    }

    protected override sendAcknowledgement(alarm: Alarm, comment: string): Promise<Alarm> {
        return acknowledgeAlarm(alarm, comment);
    }

    protected override async loadLists(): Promise<void> {
        const fetched = fetchOverview();
        await this.zones.load(fetched.then(({ zones }) => zones));
        this.overview = await fetched;
        showTimesOf(this.overview.site?.timeZone);
        this.become(this.overview.emergencyStop);
        void this.reading.adopt().catch(() => undefined); // Only a comfort: the page goes on with what this computer knows.
    }

    protected override receiveOwn(said: LiveMessage): void {
        const message = said as Message;
        switch (message.type) {
            case 'alarm':
                this.alarms.apply(fromServer(message.alarm));
                break;
            case 'zone':
                this.zones.apply(message.zone);
                break;
            case 'emergency':
                this.become(message.stop);
                break;
            case 'recommendation':
                this.takeUp(message.recommendation);
                this.dispatchEvent(new CustomEvent('recommendation', { detail: message.recommendation }));
                break;
            case 'valve':
                this.dispatchEvent(new CustomEvent('valve', { detail: message.valve }));
                break;
            case 'probe':
                this.dispatchEvent(new CustomEvent('probe', { detail: message.probe }));
                break;
            case 'run':
                this.dispatchEvent(new CustomEvent('run', { detail: message.run }));
                break;
        }
    }

    /** Lays a decided or newer recommendation over the one that its zone holds. */
    takeUp(recommendation: Recommendation): void {
        const zone = this.zones.find(recommendation.zoneId);
        if (zone && (zone.recommendation?.id ?? 0) <= recommendation.id) {
            this.zones.apply({ ...zone, recommendation });
        }
    }
}
