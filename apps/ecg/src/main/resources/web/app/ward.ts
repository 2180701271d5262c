import { html, nothing } from 'lit';
import type { Alarm, Priority } from '../kit/alarm/alarm';
import { LiveCollection } from '../kit/live/live-collection';
import type { LiveMessage } from '../kit/live/live-client';
import { LiveConsole } from '../kit/shell/live-console';
import { AlarmSounder } from './alarm/alarm-sounder';
import './alarm/pause-bar';
import type { EpisodeList } from './detail/episode-list';
import { pauseShortcuts } from './alarm/pause-shortcuts';
import type { Episode } from './episode/episode';
import type { EventClass, LimitRange } from './limits/limits';
import type { Numerics, Patient } from './patient/patient';
import type { Beat, Label } from './review/label';
import type { PatientAlarm } from './server';
import { acknowledgeAlarm, fetchAlarms, fetchEventClasses, fetchLimitRanges, fetchPatients, fromServer } from './server';
import type { WaveBlock } from './wave/live-trace';
import { sweepLoop } from './wave/sweep-loop';
import { WaveStore } from './wave/wave-store';

/** One second of figures of one patient. */
export interface NumericsPoint {
    readonly patientId: string;
    readonly numerics: Numerics;
}

type Message =
    | { readonly type: 'patient'; readonly patient: Patient }
    | { readonly type: 'gone'; readonly patientId: string }
    | { readonly type: 'alarm'; readonly alarm: PatientAlarm }
    | { readonly type: 'event'; readonly event: Episode }
    | { readonly type: 'label'; readonly label: Label }
    | { readonly type: 'beats'; readonly patientId: string; readonly beats: readonly Beat[] }
    | ({ readonly type: 'numerics' } & NumericsPoint)
    | ({ readonly type: 'wave'; readonly patientId: string; readonly channel: number } & WaveBlock);

const URGENCY: readonly Priority[] = ['high', 'medium', 'low'];
/** Who may acknowledge, pause, admit and judge. */
const CARERS = ['clinician', 'technician', 'administrator'];
/** Who may set limits and discharge. */
const CLINICIANS = ['clinician', 'administrator'];

function stepEvents(direction: 1 | -1): void {
    document.querySelector<EpisodeList>('mw-episode-list')?.step(direction);
}

/**
 * Everything this page knows about the ward. Fires also `point`, `event`, `label` and `beats` with the message as detail.
 */
export class Ward extends LiveConsole {
    readonly product = 'Milliwatt monitoring';
    readonly invitation = 'Sign in to see your patients.';
    override readonly intendedUse =
        'Research and engineering system, designed after IEC 60601-1-8, IEC 60601-2-27/-47 and EC57; not a certified medical device. ' +
        'Do not rely on it for the care of patients.';
    readonly links = [
        { name: 'Wall', address: '#/', below: '#/patients' },
        { name: 'Alarms', address: '#/alarms' },
        { name: 'Alarm log', address: '#/log' },
        { name: 'Admit', address: '#/admit' },
    ];
    readonly patients = new LiveCollection<Patient>();
    readonly waves = new WaveStore();
    readonly sounder = new AlarmSounder();
    classes: readonly EventClass[] = [];
    limitRanges: readonly LimitRange[] = [];
    override readonly shortcuts = [
        ...pauseShortcuts(this),
        { key: 'j', does: 'Next event of the patient shown, with its strip', run: () => stepEvents(1) },
        { key: 'k', does: 'Event before it', run: () => stepEvents(-1) },
        { key: 'f', does: 'Freeze the live traces, or let them go on', run: () => (sweepLoop.frozen = !sweepLoop.frozen) },
    ];

    constructor() {
        super();
        this.waves.addEventListener('wanted', () => this.live.ask({ type: 'watch', patients: this.waves.wanted } as LiveMessage));
        const sound = (): void => this.sounder.sound(this.priorityToSound, this.soundsTechnical);
        this.patients.addEventListener('change', sound);
        this.live.addEventListener('link', sound);
    }

    /** Why the person who is signed in may not change anything about patients; empty when he may. */
    get refusal(): string {
        return CARERS.some((role) => this.session.has(role))
            ? ''
            : 'You are signed in as a viewer, who changes nothing. Sign in with a clinician’s or a technician’s account to do so.';
    }

    /** Why the person who is signed in may neither set limits nor discharge; empty when he may. */
    get clinicalRefusal(): string {
        return CLINICIANS.some((role) => this.session.has(role))
            ? ''
            : 'Only clinicians set limits and discharge patients. Sign in with a clinician’s account to do so.';
    }

    override get acknowledgeRefusal(): string {
        return this.refusal;
    }

    override underAlarmBar() {
        return this.patients.loaded ? html`<mw-pause-bar .ward=${this}></mw-pause-bar>` : nothing;
    }

    protected override fetchAlarms(state: 'open' | 'all', patientId: string): Promise<readonly Alarm[]> {
        return fetchAlarms(state, patientId);
    }

    protected override sendAcknowledgement(alarm: Alarm, comment: string): Promise<Alarm> {
        return acknowledgeAlarm(alarm, comment);
    }

    protected override async loadLists(): Promise<void> {
        const [classes, ranges] = await Promise.all([fetchEventClasses(), fetchLimitRanges(), this.patients.load(fetchPatients())]);
        this.classes = classes;
        this.limitRanges = ranges;
    }

    protected override receiveOwn(said: LiveMessage): void {
        const message = said as Message;
        switch (message.type) {
            case 'wave':
                this.waves.add(message.patientId, message.channel, message);
                break;
            case 'patient':
                this.patients.apply(message.patient);
                break;
            case 'gone':
                this.patients.remove(message.patientId);
                break;
            case 'alarm':
                this.alarms.apply(fromServer(message.alarm));
                break;
            case 'numerics':
                this.takeUp(message);
                break;
            case 'event':
            case 'label':
            case 'beats':
                this.dispatchEvent(new CustomEvent(message.type, { detail: message }));
                break;
        }
    }

    private takeUp(point: NumericsPoint): void {
        const patient = this.patients.find(point.patientId);
        if (patient) {
            this.patients.apply({ ...patient, numerics: point.numerics });
        }
        this.dispatchEvent(new CustomEvent('point', { detail: point }));
    }

    /** A lost link is an alarm of its own, of low priority: nobody is watched by this screen any more. */
    private get priorityToSound(): Priority | 'none' {
        const { kind } = this.live.link;
        if (kind === 'closed') {
            return 'none';
        }
        return (
            URGENCY.find((priority) => this.patients.all.some(({ alarms }) => alarms.sound === priority)) ??
            (kind === 'lost' ? 'low' : 'none')
        );
    }

    /** Whether only technical alarms are behind the most urgent sound. */
    private get soundsTechnical(): boolean {
        const loudest = this.priorityToSound;
        return this.patients.all.every(({ alarms }) => alarms.sound !== loudest || alarms.technicalOnly);
    }
}
