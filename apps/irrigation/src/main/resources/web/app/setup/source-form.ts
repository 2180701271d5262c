import { knows, speaker } from '../../kit/language/words';
import type { Source } from '../schedule/schedule';
import { SOURCE_KINDS } from '../schedule/schedule';
import type { Answers, Form } from './form-dialog';
import { keep, slug } from './set-up';
import words from './words.json';

const say = speaker(words);

/** A source with its limits; pump and allocation are kept only when they are complete. */
export function sourceForm(source: Source | undefined, siteId: string): Form {
    return {
        title: say(source ? 'changeSource' : 'addSource'),
        questions: [
            { kind: 'text', name: 'name', label: say('name'), required: true, value: source?.name ?? null },
            { kind: 'choice', name: 'kind', label: say('kind'), required: true, value: source?.kind ?? 'well', options: SOURCE_KINDS.map((kind) => [kind, say(`source-${kind}`)] as const) },
            { kind: 'measure', measure: 'flow', name: 'maximumFlowCubicMetresPerHour', label: say('maximumFlow'), required: true, least: 0, value: source?.maximumFlowCubicMetresPerHour ?? null },
            { kind: 'measure', measure: 'volume', name: 'maximumCubicMetresPerNight', label: say('perNight'), least: 0, value: source?.maximumCubicMetresPerNight ?? null },
            { kind: 'number', name: 'longestRunMinutes', label: say('longestRun'), least: 1, value: source?.longestRunMinutes ?? null },
            { kind: 'number', name: 'restMinutes', label: say('rest'), least: 0, value: source?.restMinutes ?? null },
            { kind: 'number', name: 'costPerCubicMetre', label: say('cost'), least: 0, value: source?.costPerCubicMetre ?? null },
            { kind: 'number', name: 'powerKilowatts', label: say('pumpPower'), least: 0, value: source?.pump?.powerKilowatts ?? null },
            { kind: 'number', name: 'costPerKilowattHour', label: say('energyCost'), least: 0, value: source?.pump?.costPerKilowattHour ?? null },
            { kind: 'measure', measure: 'volume', name: 'allocationCubicMetres', label: say('allocation'), least: 0, value: source?.allocation?.cubicMetres ?? null },
            { kind: 'date', name: 'allocationFrom', label: say('allocationFrom'), value: source?.allocation?.from ?? null },
            { kind: 'date', name: 'allocationTo', label: say('allocationTo'), value: source?.allocation?.to ?? null },
        ],
        keep: (answers) => keep('sources', source?.id ?? slug(String(answers['name'])), definition(answers, source?.siteId ?? siteId)),
    };
}

export function sourceKindName(kind: string): string {
    const key = `source-${kind}`;
    return knows(words, key) ? say(key) : kind;
}

function definition({ powerKilowatts, costPerKilowattHour, allocationCubicMetres, allocationFrom, allocationTo, ...plain }: Answers, siteId: string): unknown {
    return {
        ...plain,
        siteId,
        pump: powerKilowatts == null ? null : { powerKilowatts, costPerKilowattHour: costPerKilowattHour ?? 0, maximumFlowCubicMetresPerHour: plain['maximumFlowCubicMetresPerHour'] },
        allocation: allocationCubicMetres == null || allocationFrom == null || allocationTo == null ? null : { cubicMetres: allocationCubicMetres, from: allocationFrom, to: allocationTo },
    };
}
