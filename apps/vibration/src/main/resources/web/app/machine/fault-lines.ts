import type { Marker, MarkerStyle } from '../../kit/chart/marker-lines';
import type { BearingOrders } from './machine';

export type LineName = 'BPFO' | 'BPFI' | 'BSF' | 'FTF';

/** A frequency at which a damaged element shows in the envelope spectrum, and how much of it was measured. */
export interface FaultLine {
    readonly name: LineName;
    readonly harmonic: number;
    /** Where the highest value near the calculated frequency was found; slip moves it by up to 2 %. */
    readonly frequencyHz: number;
    readonly amplitude: number;
    /** Ratio to the noise floor around the line; 1 is at the floor. */
    readonly heightAboveFloor: number;
}

interface Family {
    readonly meaning: string;
    readonly order: keyof BearingOrders;
    readonly style: MarkerStyle;
}

/** Colour and dashes of each family are the same wherever it is drawn. */
export const FAMILIES: Readonly<Record<LineName, Family>> = {
    BPFO: { meaning: 'outer race', order: 'bpfo', style: { colourToken: 'series-1', dash: [] } },
    BPFI: { meaning: 'inner race', order: 'bpfi', style: { colourToken: 'series-2', dash: [8, 4] } },
    BSF: { meaning: 'rolling element', order: 'bsf', style: { colourToken: 'series-3', dash: [2, 3] } },
    FTF: { meaning: 'cage', order: 'ftf', style: { colourToken: 'series-4', dash: [10, 3, 2, 3] } },
};

export const LINE_NAMES: readonly LineName[] = ['BPFO', 'BPFI', 'BSF', 'FTF'];

/** Four times the floor, 12 dB: without damage the highest value near a fault frequency reaches about three times. */
export const CLEAR_HEIGHT = 4;

/** Where the line belongs by the bearing's geometry, without slip. */
export function calculatedHz(line: FaultLine, orders: BearingOrders, shaftHz: number): number {
    return line.harmonic * orders[FAMILIES[line.name].order] * shaftHz;
}

/** Markers stand where lines are calculated, not where peaks were found: whether the two agree is for the reader to see. */
export function markersOf(lines: readonly FaultLine[], orders: BearingOrders, shaftHz: number, shown: ReadonlySet<LineName>): readonly Marker[] {
    return lines
        .filter((line) => shown.has(line.name))
        .map((line) => ({
            at: calculatedHz(line, orders, shaftHz),
            label: line.harmonic === 1 ? line.name : `${line.harmonic}× ${line.name}`,
            style: FAMILIES[line.name].style,
        }));
}
