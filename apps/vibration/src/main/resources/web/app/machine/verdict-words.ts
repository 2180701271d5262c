import { percent } from '../../kit/format/number';
import type { Fault, Verdict } from './machine';

interface Words {
    readonly short: string;
    readonly sentence: string;
    readonly advice: string;
    /** Short name of the fault line that belongs to the damage. */
    readonly line: string | undefined;
}

export const VERDICTS: Readonly<Record<Fault, Words>> = {
    none: { short: 'No damage seen', sentence: 'The node sees no bearing damage.', advice: '', line: undefined },
    unidentified: {
        short: 'Damage, element not identified',
        sentence: 'The node sees bearing damage but cannot tell which element it is on.',
        advice: 'Look at the envelope spectrum below and measure again at another load before opening the machine.',
        line: undefined,
    },
    'inner-race': {
        short: 'Inner race',
        sentence: 'The node sees damage on the inner race.',
        advice: 'Check fit and shaft alignment, shorten the measuring interval and plan the replacement of the bearing.',
        line: 'BPFI',
    },
    'outer-race': {
        short: 'Outer race',
        sentence: 'The node sees damage on the outer race.',
        advice: 'Check load and housing, shorten the measuring interval and plan the replacement of the bearing.',
        line: 'BPFO',
    },
    'rolling-element': {
        short: 'Rolling element',
        sentence: 'The node sees damage on a rolling element.',
        advice: 'Check the lubrication, shorten the measuring interval and plan the replacement of the bearing.',
        line: 'BSF',
    },
};

export function verdictInShort(verdict: Verdict | null): string {
    return verdict ? `${VERDICTS[verdict.fault].short}, ${percent(verdict.probability)}` : 'No verdict yet';
}
