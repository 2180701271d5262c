import type { Level } from '../limits/limits';
import type { Beat } from '../review/label';
import type { Trace } from '../wave/recording';

/** What a person said about an episode. */
export interface EpisodeVerdict {
    readonly verdict: 'confirmed' | 'rejected';
    readonly label: string | null;
    readonly by: string;
    readonly at: string;
    readonly version: number;
}

/** A rhythm or technical episode with a beginning and, once it is over, an end. */
export interface Episode {
    readonly id: number | string;
    readonly patientId: string;
    readonly nodeId: number | string | null;
    readonly eventClass: number;
    readonly label: string;
    /** In the words of the field: “Ventricular tachycardia”. */
    readonly words: string;
    readonly level: Level;
    readonly technical: boolean;
    readonly onsetAt: string;
    readonly endAt: string | null;
    /** Arrived long after it happened, from the node's store. */
    readonly late: boolean;
    /** The node's clock was stepped near it. */
    readonly clockSuspect: boolean;
    readonly heartRate: number | null;
    readonly beats: number | null;
    readonly durationMillis: number | null;
    readonly probability: number | null;
    readonly verdict: EpisodeVerdict | null;
}

/** Samples, beats and marks of a short span. */
export interface Strip {
    readonly patientId: string;
    readonly from: string;
    readonly to: string;
    readonly truncated: boolean;
    readonly traces: readonly Trace[];
    readonly beats: readonly Beat[];
    readonly marks: readonly { readonly t: number; readonly label: string; readonly onset: boolean }[];
}
