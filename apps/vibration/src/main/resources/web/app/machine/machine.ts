export type MachineState = 'normal' | 'warning' | 'alarm' | 'stopped' | 'no-data';
export type Zone = 'A' | 'B' | 'C' | 'D';
export type Fault = 'none' | 'unidentified' | 'inner-race' | 'outer-race' | 'rolling-element';

export interface Verdict {
    readonly fault: Fault;
    /** 0…1, the node's own. */
    readonly probability: number;
    readonly at: string;
}

/** A machine as the list shows it. */
export interface Machine {
    readonly id: string;
    readonly name: string;
    readonly area: string;
    readonly nodeId: number | string;
    readonly bearing: string;
    readonly shaftSpeedRpm: number;
    readonly isoGroup: '1' | '2';
    readonly support: 'rigid' | 'flexible';
    readonly state: MachineState;
    readonly urgency: number;
    readonly velocityRmsMillimetresPerSecond: number | null;
    readonly zone: Zone | null;
    /** A/B, B/C and C/D. */
    readonly zoneLimitsMillimetresPerSecond?: readonly number[];
    readonly kurtosis: number | null;
    readonly crestFactor: number | null;
    readonly verdict: Verdict | null;
    readonly openAlarms: number;
    readonly unacknowledgedAlarms: number;
    readonly lastSeenAt: string | null;
}

export interface BearingOrders {
    readonly bpfo: number;
    readonly bpfi: number;
    readonly bsf: number;
    readonly ftf: number;
}

/** The node's newest word on an update of its model. */
export interface ModelUpdate {
    readonly at: string;
    readonly state: 'empty' | 'staged' | 'trial' | 'confirmed' | 'bad';
    readonly modelId: number;
    readonly modelVersion: number;
    /** In words, where the node gave one. */
    readonly reason: string | null;
}

/** A machine with what its own page needs beyond the list. */
export interface MachineDetail extends Machine {
    readonly zoneLimitsMillimetresPerSecond: readonly number[];
    /** The standard and its edition. */
    readonly zoneSource: string;
    readonly orders: BearingOrders;
    readonly node: {
        readonly id: number | string;
        readonly firmwareModelVersion: number | string | null;
        readonly heldFrames: number | null;
        readonly droppedFrames: number | null;
        readonly localAlarmSignal: boolean | null;
        readonly modelId?: number | null;
        /** The first 8 bytes of the running bundle's SHA-256. */
        readonly bundleHash?: string | null;
        readonly update?: ModelUpdate | null;
    } | null;
}

/** Most urgent first, as the server ranks them; equals by name, so that rows do not jump. */
export function byUrgency(left: Machine, right: Machine): number {
    return right.urgency - left.urgency || left.name.localeCompare(right.name);
}
