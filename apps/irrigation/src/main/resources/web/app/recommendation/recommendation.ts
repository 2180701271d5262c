import type { Reason } from '../reason/reason';

export type Decision = 'open' | 'accepted' | 'changed' | 'rejected' | 'expired';

/** What the server would do about one zone, and why. */
export interface Recommendation {
    readonly id: number;
    readonly zoneId: string;
    readonly madeAt: string;
    readonly forDay: string;
    readonly action: 'irrigate' | 'wait' | 'blocked';
    /** What the root zone gets; the gross depth is what has to be applied for it. */
    readonly netMillimetres: number | null;
    readonly grossMillimetres: number | null;
    readonly cubicMetres: number | null;
    readonly durationSeconds: number | null;
    readonly startAt: string | null;
    readonly cycles: readonly { readonly startAt: string; readonly seconds: number }[];
    readonly reasons: readonly Reason[];
    readonly inputs: Inputs | null;
    readonly cost: { readonly amount: number; readonly currency: string } | null;
    readonly decision: Decision;
    readonly decidedBy: string | null;
    readonly decidedAt: string | null;
    readonly decisionReason: string | null;
    readonly decidedMillimetres: number | null;
    readonly runIds: readonly number[];
    readonly outcome: Outcome | null;
    readonly sentence: string;
}

/** The figures that the recommendation rests on. */
export interface Inputs {
    readonly depletionMillimetres: number | null;
    readonly spreadMillimetres: number | null;
    readonly refillMillimetres: number | null;
    readonly cropUseMillimetresPerDay: number | null;
    readonly expectedRainMillimetres: number | null;
    readonly rainProbability: number | null;
    readonly dataAgeHours: number | null;
}

/** What happened afterwards. */
export interface Outcome {
    readonly appliedMillimetres: number | null;
    readonly appliedCubicMetres: number | null;
    readonly metered: boolean;
    readonly depletionBeforeMillimetres: number | null;
    readonly depletionAfterMillimetres: number | null;
    readonly probeRose: boolean | null;
    readonly drainageMillimetres: number | null;
    readonly reasons: readonly Reason[];
}
