import type { Priority } from '../../kit/alarm/alarm';
import { burstOf, lengthSeconds } from './pulse-pattern';
import type { Burst, Pulse } from './pulse-pattern';

/** Amplitudes of the fundamental and its harmonics: at least four of them carry, so that small loudspeakers and old ears hear the pulse. */
const HARMONICS = [0, 1, 0.7, 0.55, 0.45, 0.35];
const VOLUME = 0.25;
/** The standard wants a rise of 10 to 20 % of the pulse. */
const RISE_SHARE = 0.15;
const START_SECONDS = 0.05;

/** Lets the loudspeaker say what the most urgent alarm is. Fires `change` when the browser lets it speak or keeps it silent. */
export class AlarmSounder extends EventTarget {
    private context: AudioContext | undefined;
    private wave: PeriodicWave | undefined;
    private current = '';
    private timer = 0;
    private playing: OscillatorNode[] = [];

    constructor() {
        super();
        for (const touch of ['pointerdown', 'keydown']) {
            window.addEventListener(touch, () => void this.unlock(), { capture: true });
        }
    }

    /** Whether the browser keeps this page silent: it does until somebody has touched it. */
    get isBlocked(): boolean {
        return this.context?.state !== 'running';
    }

    /** What is sounding: the priority, or nothing. */
    get sounding(): string {
        return this.current;
    }

    /** Repeats the signal of this priority until told otherwise. */
    sound(priority: Priority | 'none', technical: boolean): void {
        const wanted = priority === 'none' ? '' : `${priority}${technical ? ' technical' : ''}`;
        if (wanted === this.current) {
            return;
        }
        this.current = wanted;
        this.hush();
        if (priority !== 'none') {
            this.repeat(burstOf(priority, technical));
        }
        this.dispatchEvent(new Event('change'));
    }

    /** Plays one burst of a priority, to hear that the loudspeaker works. */
    async test(priority: Priority): Promise<void> {
        await this.unlock();
        this.play(burstOf(priority, false));
    }

    /** Asks the browser for its loudspeaker; it agrees after a click or a key. */
    async unlock(): Promise<void> {
        this.context ??= this.listenedTo(new AudioContext());
        if (this.context.state !== 'running') {
            await this.context.resume();
        }
    }

    /** A browser may also take the loudspeaker away again, as a telephone does for a call. */
    private listenedTo(context: AudioContext): AudioContext {
        context.addEventListener('statechange', () => this.dispatchEvent(new Event('change')));
        return context;
    }

    private repeat(burst: Burst): void {
        if (this.context?.state === 'running') {
            this.play(burst);
        }
        this.timer = window.setTimeout(() => this.repeat(burst), (lengthSeconds(burst) + burst.silenceSeconds) * 1000);
    }

    private play(burst: Burst): void {
        burst.pulses.forEach((pulse) => this.pulse(pulse));
    }

    private pulse({ atSeconds, durationSeconds, frequencyHz }: Pulse): void {
        const { context } = this;
        if (!context) {
            return;
        }
        this.wave ??= context.createPeriodicWave(
            Float32Array.from(HARMONICS, () => 0),
            Float32Array.from(HARMONICS),
        );
        const oscillator = new OscillatorNode(context, { frequency: frequencyHz, type: 'custom', periodicWave: this.wave });
        const volume = new GainNode(context, { gain: 0 });
        const begin = context.currentTime + START_SECONDS + atSeconds;
        const slope = durationSeconds * RISE_SHARE;
        volume.gain.setValueAtTime(0, begin);
        volume.gain.linearRampToValueAtTime(VOLUME, begin + slope);
        volume.gain.setValueAtTime(VOLUME, begin + durationSeconds - slope);
        volume.gain.linearRampToValueAtTime(0, begin + durationSeconds);
        oscillator.connect(volume).connect(context.destination);
        oscillator.addEventListener('ended', () => (this.playing = this.playing.filter((other) => other !== oscillator)));
        oscillator.start(begin);
        oscillator.stop(begin + durationSeconds);
        this.playing.push(oscillator);
    }

    private hush(): void {
        window.clearTimeout(this.timer);
        this.playing.forEach((oscillator) => oscillator.stop());
        this.playing = [];
    }
}
