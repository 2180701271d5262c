export type BeatClass = 'N' | 'S' | 'V' | 'F' | 'Q';

export const BEAT_CLASSES: readonly BeatClass[] = ['N', 'S', 'V', 'F', 'Q'];

/** The five classes of ANSI/AAMI EC57. */
export const BEAT_WORDS: Readonly<Record<BeatClass, string>> = {
    N: 'normal or bundle-branch block',
    S: 'supraventricular ectopic',
    V: 'ventricular ectopic',
    F: 'fusion of ventricular and normal',
    Q: 'paced or unclassifiable',
};

/** `none`: there is no beat here. */
export type BeatLabel = BeatClass | 'none';

export interface Beat {
    readonly t: number;
    readonly nodeId: number | string;
    /** The node's own. */
    readonly class: BeatClass;
    /** 0…1, the node's own. */
    readonly confidence: number;
    readonly abstained: boolean;
    readonly inAtrialFibrillation: boolean;
    readonly paced: boolean;
    readonly searchBack: boolean;
    readonly modelVersion: number | null;
    /** The newest word of a person. */
    readonly label: { readonly class: BeatLabel; readonly by: string; readonly at: string; readonly version: number } | null;
}

/** What counts: the person's class, else the node's. */
export function classOf({ label, class: own }: Beat): BeatLabel {
    return label?.class ?? own;
}

/** The node was not sure of its class, and nobody has said one: it counts as no class and no arrhythmia. */
export function isUnsure({ label, abstained }: Beat): boolean {
    return abstained && label === null;
}

/** One version of a person's verdict; earlier ones stay. */
export interface Label {
    readonly id: number | string;
    readonly version: number;
    readonly kind: 'beat' | 'episode';
    readonly patientId: string;
    readonly nodeId: number | string;
    /** Which samples it is about. */
    readonly from: string;
    readonly to: string;
    readonly bootId: number | string | null;
    readonly firstSample: number | null;
    readonly lastSample: number | null;
    readonly samplesSha256: string | null;
    readonly eventId: number | string | null;
    readonly before: string | null;
    readonly after: string;
    readonly verdict: 'confirmed' | 'rejected' | null;
    readonly comment: string | null;
    readonly by: string;
    readonly at: string;
}
