import type { BeatClass } from '../review/label';

/** What one stretch of monitoring comes to; null where there is nothing to tell from. */
export interface Stretch {
    readonly from: string;
    readonly to: string;
    /** Without those the node was not sure of. */
    readonly beats: Readonly<Record<BeatClass, number>>;
    readonly unsure: number;
    /** Behind a pacing spike, whatever their class. */
    readonly paced: number;
    readonly heartRate: { readonly least: number; readonly mean: number; readonly greatest: number } | null;
    readonly analysedMillis: number;
    readonly inFibrillationMillis: number;
    /** 0…1 of what was analysed. */
    readonly fibrillationShare: number | null;
    readonly sdnnMillis: number | null;
    readonly rmssdMillis: number | null;
}

/** A span as a whole and by hours of the clock. */
export interface Summary {
    readonly whole: Stretch;
    readonly hours: readonly Stretch[];
}
