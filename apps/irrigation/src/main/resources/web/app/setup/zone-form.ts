import { speaker } from '../../kit/language/words';
import { cropName } from '../crop/crop';
import type { Form } from './form-dialog';
import type { Crop, FieldSettings, Soil, ZoneSettings } from './set-up';
import { keep, slug } from './set-up';
import words from './words.json';

const say = speaker(words);
const SYSTEMS = ['drip', 'subsurface-drip', 'micro-sprinkler', 'sprinkler', 'pivot', 'furrow', 'basin'] as const;
const MILLIMETRES_PER_CENTIMETRE = 10;

/** A zone's form; what it does not ask for, such as the quality of the water, is kept as it was. */
export function zoneForm(id: string | undefined, zone: ZoneSettings | undefined, known: { readonly fields: readonly FieldSettings[]; readonly soils: readonly Soil[]; readonly crops: readonly Crop[] }): Form {
    const none: readonly [string, string] = ['', say('notSet')];
    const roots = zone?.maximumRootDepthMillimetres;
    return {
        title: say(zone ? 'changeZone' : 'addZone'),
        explanation: say('outlineByImport'),
        questions: [
            { kind: 'text', name: 'name', label: say('name'), required: true, value: zone?.name ?? null },
            { kind: 'choice', name: 'fieldId', label: say('field'), required: true, value: zone?.fieldId ?? null, options: known.fields.map(({ id: field, name }) => [field, name] as const) },
            { kind: 'measure', measure: 'area', name: 'areaHectares', label: say('area'), least: 0, value: zone?.areaHectares ?? null },
            { kind: 'choice', name: 'soilId', label: say('soil'), value: zone?.soilId ?? null, options: [none, ...known.soils.map(({ id: soil, name }) => [soil, name] as const)] },
            { kind: 'choice', name: 'cropId', label: say('crop'), value: zone?.cropId ?? null, options: [none, ...known.crops.map((crop) => [crop.id, cropLabel(crop)] as const)] },
            { kind: 'date', name: 'plantedOn', label: say('plantedOn'), value: zone?.plantedOn ?? null },
            { kind: 'choice', name: 'system', label: say('system'), required: true, value: zone?.system ?? 'drip', options: SYSTEMS.map((system) => [system, say(`system-${system}`)] as const) },
            { kind: 'measure', measure: 'flow', name: 'flowCubicMetresPerHour', label: say('zoneFlow'), required: true, least: 0, value: zone?.flowCubicMetresPerHour ?? null },
            { kind: 'number', name: 'efficiency', label: say('efficiency'), least: 0.1, most: 1, value: zone?.efficiency ?? null },
            { kind: 'number', name: 'wettedFraction', label: say('wetted'), least: 0.01, most: 1, value: zone?.wettedFraction ?? null },
            { kind: 'number', name: 'depletedFraction', label: say('depleted'), least: 0.05, most: 0.95, value: zone?.depletedFraction ?? null },
            { kind: 'measure', measure: 'waterDepth', name: 'leaveRoomMillimetres', label: say('leaveRoom'), least: 0, value: zone?.leaveRoomMillimetres ?? null },
            { kind: 'number', name: 'acceptedStressDays', label: say('acceptedStressDays'), least: 0, most: 200, value: zone?.acceptedStressDays ?? 0 },
            { kind: 'measure', measure: 'soilDepth', name: 'rootCentimetres', label: say('maximumRoots'), least: 0, value: roots == null ? null : roots / MILLIMETRES_PER_CENTIMETRE },
            { kind: 'check', name: 'autoAccept', label: say('autoAccept'), value: zone?.autoAccept ?? false },
        ],
        keep: ({ rootCentimetres, ...answers }) =>
            keep('zones', id ?? slug(String(answers['name'])), { ...zone, ...answers, maximumRootDepthMillimetres: typeof rootCentimetres === 'number' ? rootCentimetres * MILLIMETRES_PER_CENTIMETRE : null }),
    };
}

/** Crops of the table are named in the reader's language, a farm's own as they were entered. */
export function cropLabel({ id, name }: Crop): string {
    const translated = cropName(id);
    return translated === id ? name : translated;
}
