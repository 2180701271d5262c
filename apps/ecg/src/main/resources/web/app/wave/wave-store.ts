import { LiveTrace } from './live-trace';
import type { WaveBlock } from './live-trace';

/** How much of a patient the server sends. */
export type Watch = 'samples' | 'numerics';

/** The traces that arrive, and what the pages want to hear of. Fires `wanted` when that changes. */
export class WaveStore extends EventTarget {
    private readonly traces = new Map<string, LiveTrace>();
    private readonly wishes = new Map<symbol, { readonly patientId: string; readonly watch: Watch }>();
    private announced = false;

    traceOf(patientId: string, channel: number): LiveTrace {
        const key = `${channel} ${patientId}`;
        const trace = this.traces.get(key) ?? new LiveTrace();
        this.traces.set(key, trace);
        return trace;
    }

    add(patientId: string, channel: number, block: WaveBlock): void {
        this.traceOf(patientId, channel).add(block, performance.now());
    }

    /** Wishes to hear of a patient, until the returned function is called. */
    watch(patientId: string, watch: Watch): () => void {
        const wish = Symbol(patientId);
        this.wishes.set(wish, { patientId, watch });
        this.announce();
        return () => {
            this.wishes.delete(wish);
            this.announce();
        };
    }

    /** What is wanted of each patient; samples bring the numerics with them. */
    get wanted(): Readonly<Record<string, Watch>> {
        const wanted: Record<string, Watch> = {};
        this.wishes.forEach(({ patientId, watch }) => {
            wanted[patientId] = wanted[patientId] === 'samples' ? 'samples' : watch;
        });
        return wanted;
    }

    /** A page that goes and one that comes change the wishes together; the server hears of the result only. */
    private announce(): void {
        if (!this.announced) {
            this.announced = true;
            queueMicrotask(() => {
                this.announced = false;
                this.dispatchEvent(new Event('wanted'));
            });
        }
    }
}
