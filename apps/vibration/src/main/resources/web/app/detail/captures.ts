import type { Spectrum } from '../../kit/chart/spectrum-chart';
import type { Waveform } from '../../kit/chart/waveform-chart';
import { sentenceOf } from '../../kit/http/sentence';
import { TECHNICIAN } from '../../kit/shell/live-console';
import type { Plant } from '../plant';
import type { Captured, Envelope } from '../server';
import { fetchEnvelope, fetchSpectrum, fetchWaveform, requestCapture } from '../server';

/** The last capture of one machine in its three forms. Fires `change`. */
export class Captures extends EventTarget {
    waveform: (Waveform & Captured) | undefined;
    spectrum: (Spectrum & Captured) | undefined;
    envelope: Envelope | undefined;
    /** Why there is no waveform, as a sentence; empty while fetching and when all is well. */
    absence = '';
    /** Why its spectra are missing: a constant signal has none. */
    spectraAbsence = '';
    /** What came of asking for a new waveform, as a sentence; empty when nobody asked. */
    request = '';
    private isHeld = false;

    constructor(
        private readonly plant: Plant,
        private readonly machineId: string,
    ) {
        super();
    }

    /** While held, new captures do not replace the one that somebody is reading. */
    get held(): boolean {
        return this.isHeld;
    }

    set held(held: boolean) {
        this.isHeld = held;
        this.dispatchEvent(new Event('change'));
        if (!held) {
            void this.fetch();
        }
    }

    /** Why no capture can be asked for; empty when it can. */
    get requestRefusal(): string {
        return this.plant.session.has(TECHNICIAN) ? '' : 'Only technicians ask nodes for waveforms, and you are signed in as a viewer.';
    }

    /** Asks the node for a new waveform; what comes of it is said in `request`. */
    async requestNew(): Promise<void> {
        try {
            await requestCapture(this.machineId);
            this.request = 'The node was asked for a waveform. It appears here when it has arrived.';
        } catch (problem) {
            this.request = sentenceOf(problem);
        }
        this.dispatchEvent(new Event('change'));
    }

    open(): void {
        this.plant.addEventListener('capture', this.arrive);
        this.plant.addEventListener('reloaded', this.fetch);
        void this.fetch();
    }

    close(): void {
        this.plant.removeEventListener('capture', this.arrive);
        this.plant.removeEventListener('reloaded', this.fetch);
    }

    private readonly arrive = (event: Event): void => {
        if ((event as CustomEvent<{ machineId: string }>).detail.machineId === this.machineId) {
            this.request = '';
            void this.fetch();
        }
    };

    private readonly fetch = async (): Promise<void> => {
        if (this.isHeld) {
            return;
        }
        const [waveform, spectrum, envelope] = await Promise.allSettled([
            fetchWaveform(this.machineId),
            fetchSpectrum(this.machineId),
            fetchEnvelope(this.machineId),
        ]);
        this.waveform = valueOf(waveform) ?? this.waveform;
        this.absence = waveform.status === 'rejected' ? sentenceOf(waveform.reason) : '';
        this.spectrum = valueOf(spectrum);
        this.envelope = valueOf(envelope);
        this.spectraAbsence = [spectrum, envelope].flatMap((answer) => (answer.status === 'rejected' ? [sentenceOf(answer.reason)] : []))[0] ?? '';
        this.dispatchEvent(new Event('change'));
    };
}

function valueOf<T>(answer: PromiseSettledResult<T>): T | undefined {
    return answer.status === 'fulfilled' ? answer.value : undefined;
}
