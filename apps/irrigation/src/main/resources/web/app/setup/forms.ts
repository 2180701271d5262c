import { speaker } from '../../kit/language/words';
import { cropName } from '../crop/crop';
import type { Source } from '../schedule/schedule';
import type { Probe } from '../sensors/probe';
import type { Valve } from '../sensors/valve';
import type { Zone } from '../zone/zone';
import type { Form } from './form-dialog';
import type { Crop, FieldSettings, SiteSettings, Soil, ZoneSettings } from './set-up';
import { keep, slug } from './set-up';
import words from './words.json';

const say = speaker(words);
const SYSTEMS = ['drip', 'sprinkler', 'surface', 'pivot'] as const;
const SOURCE_KINDS = ['well', 'canal', 'mains', 'reservoir'] as const;
const MILLIMETRES_PER_CENTIMETRE = 10;
const SECONDS_PER_MINUTE = 60;
const none = (): readonly [string, string] => ['', say('notSet')];
const named = (things: readonly { readonly id: string; readonly name: string }[]) => things.map(({ id, name }) => [id, name] as const);

export function siteForm(site: SiteSettings | undefined): Form {
    return {
        title: say(site ? 'changeSite' : 'addSite'),
        questions: [
            { kind: 'text', name: 'name', label: say('name'), required: true, value: site?.name ?? null },
            { kind: 'text', name: 'timeZone', label: say('timeZone'), required: true, value: site?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone },
            { kind: 'number', name: 'latitudeDegrees', label: say('latitude'), required: true, least: -90, most: 90, value: site?.latitudeDegrees ?? null },
            { kind: 'number', name: 'longitudeDegrees', label: say('longitude'), required: true, least: -180, most: 180, value: site?.longitudeDegrees ?? null },
            { kind: 'measure', measure: 'length', name: 'elevationMetres', label: say('elevation'), required: true, value: site?.elevationMetres ?? null },
            { kind: 'text', name: 'currency', label: say('currency'), required: true, value: site?.currency ?? 'EUR' },
        ],
        keep: (answers) => keep('sites', site?.id ?? slug(String(answers['name'])), answers),
    };
}

export function fieldForm(field: FieldSettings | undefined, sites: readonly SiteSettings[]): Form {
    return {
        title: say(field ? 'changeField' : 'addField'),
        explanation: say('outlineByImport'),
        questions: [
            { kind: 'text', name: 'name', label: say('name'), required: true, value: field?.name ?? null },
            { kind: 'choice', name: 'siteId', label: say('site'), required: true, value: field?.siteId ?? null, options: named(sites) },
            { kind: 'measure', measure: 'area', name: 'areaHectares', label: say('area'), least: 0, value: field?.areaHectares ?? null },
        ],
        keep: (answers) => keep('fields', field?.id ?? slug(String(answers['name'])), { ...answers, outline: field?.outline ?? null }),
    };
}

export function zoneForm(id: string | undefined, zone: ZoneSettings | undefined, known: { readonly fields: readonly FieldSettings[]; readonly soils: readonly Soil[]; readonly crops: readonly Crop[] }): Form {
    return {
        title: say(zone ? 'changeZone' : 'addZone'),
        explanation: say('outlineByImport'),
        questions: [
            { kind: 'text', name: 'name', label: say('name'), required: true, value: zone?.name ?? null },
            { kind: 'choice', name: 'fieldId', label: say('field'), required: true, value: zone?.fieldId ?? null, options: named(known.fields) },
            { kind: 'measure', measure: 'area', name: 'areaHectares', label: say('area'), least: 0, value: zone?.areaHectares ?? null },
            { kind: 'choice', name: 'soilId', label: say('soil'), value: zone?.soilId ?? null, options: [none(), ...named(known.soils)] },
            { kind: 'choice', name: 'cropId', label: say('crop'), value: zone?.cropId ?? null, options: [none(), ...known.crops.map(({ id: crop, name }) => [crop, cropName(crop) === crop ? name : cropName(crop)] as const)] },
            { kind: 'date', name: 'plantedOn', label: say('plantedOn'), value: zone?.plantedOn ?? null },
            { kind: 'choice', name: 'system', label: say('system'), required: true, value: zone?.system ?? 'drip', options: SYSTEMS.map((system) => [system, say(`system-${system}`)] as const) },
            { kind: 'measure', measure: 'waterRate', name: 'applicationRateMillimetresPerHour', label: say('rate'), least: 0, value: zone?.applicationRateMillimetresPerHour ?? null },
            { kind: 'number', name: 'efficiency', label: say('efficiency'), required: true, least: 0.1, most: 1, value: zone?.efficiency ?? 0.9 },
            { kind: 'number', name: 'wettedFraction', label: say('wetted'), required: true, least: 0.01, most: 1, value: zone?.wettedFraction ?? 0.4 },
            { kind: 'number', name: 'depletedFraction', label: say('depleted'), least: 0.05, most: 0.95, value: zone?.depletedFraction ?? null },
            { kind: 'number', name: 'cycleMinutes', label: say('cycle'), least: 1, value: zone?.cycleMinutes ?? null },
            { kind: 'number', name: 'soakMinutes', label: say('soak'), least: 0, value: zone?.soakMinutes ?? null },
            { kind: 'measure', measure: 'soilDepth', name: 'rootCentimetres', label: say('maximumRoots'), least: 0, value: zone?.maximumRootDepthMillimetres == null ? null : zone.maximumRootDepthMillimetres / MILLIMETRES_PER_CENTIMETRE },
            { kind: 'check', name: 'autoAccept', label: say('autoAccept'), value: zone?.autoAccept ?? false },
        ],
        keep: ({ rootCentimetres, ...answers }) =>
            keep('zones', id ?? slug(String(answers['name'])), { ...answers, maximumRootDepthMillimetres: typeof rootCentimetres === 'number' ? rootCentimetres * MILLIMETRES_PER_CENTIMETRE : null, outline: zone?.outline ?? null }),
    };
}

export function probeForm(probe: Probe | undefined, zones: readonly Zone[]): Form {
    const depths = probe?.depthsMillimetres.map((depth) => depth / MILLIMETRES_PER_CENTIMETRE).join(', ');
    return {
        title: say(probe ? 'changeProbe' : 'addProbe'),
        explanation: say('moveMeaning'),
        questions: [
            { kind: 'text', name: 'name', label: say('name'), required: true, value: probe?.name ?? null },
            { kind: 'choice', name: 'zoneId', label: say('zone'), required: true, value: probe?.zoneId ?? null, options: named(zones) },
            { kind: 'number', name: 'nodeId', label: say('nodeId'), required: true, least: 1, value: probe?.nodeId ?? null },
            { kind: 'text', name: 'depths', label: say('depthsInCentimetres'), required: true, value: depths ?? '10, 30, 60' },
            { kind: 'date', name: 'installedOn', label: say('installedOn'), value: probe?.installedOn ?? null },
            { kind: 'number', name: 'latitudeDegrees', label: say('latitude'), least: -90, most: 90, value: probe?.latitudeDegrees ?? null },
            { kind: 'number', name: 'longitudeDegrees', label: say('longitude'), least: -180, most: 180, value: probe?.longitudeDegrees ?? null },
        ],
        keep: ({ depths: entered, ...answers }) => {
            const depthsMillimetres = String(entered).split(/[\s,;]+/).filter(Boolean).map((depth) => Number(depth) * MILLIMETRES_PER_CENTIMETRE);
            if (depthsMillimetres.length === 0 || depthsMillimetres.some((depth) => !(depth > 0))) {
                throw new Error(say('depthsMistake'));
            }
            return keep('probes', probe?.id ?? slug(String(answers['name'])), { ...answers, depthsMillimetres });
        },
    };
}

export function valveForm(valve: Valve | undefined, zones: readonly Zone[], sources: readonly Source[]): Form {
    return {
        title: say(valve ? 'changeValve' : 'addValve'),
        explanation: say('maximumMeaning'),
        questions: [
            { kind: 'text', name: 'name', label: say('name'), required: true, value: valve?.name ?? null },
            { kind: 'choice', name: 'zoneId', label: say('zone'), required: true, value: valve?.zoneId ?? null, options: named(zones) },
            { kind: 'number', name: 'nodeId', label: say('nodeId'), required: true, least: 1, value: valve?.nodeId ?? null },
            { kind: 'number', name: 'output', label: say('output'), required: true, least: 1, most: 4, value: valve ? valve.output + 1 : 1 },
            { kind: 'choice', name: 'sourceId', label: say('source'), value: valve?.sourceId ?? null, options: [none(), ...named(sources)] },
            { kind: 'measure', measure: 'flow', name: 'nominalFlowCubicMetresPerHour', label: say('nominalFlow'), least: 0, value: valve?.nominalFlowCubicMetresPerHour ?? null },
            { kind: 'number', name: 'maximumOpenMinutes', label: say('maximumOpen'), required: true, least: 1, most: 1440, value: valve ? valve.maximumOpenSeconds / SECONDS_PER_MINUTE : 240 },
        ],
        keep: ({ output, maximumOpenMinutes, ...answers }) =>
            keep('valves', valve?.id ?? slug(String(answers['name'])), { ...answers, output: Number(output) - 1, maximumOpenSeconds: Number(maximumOpenMinutes) * SECONDS_PER_MINUTE }),
    };
}

export function sourceForm(source: Source | undefined): Form {
    return {
        title: say(source ? 'changeSource' : 'addSource'),
        questions: [
            { kind: 'text', name: 'name', label: say('name'), required: true, value: source?.name ?? null },
            { kind: 'choice', name: 'kind', label: say('kind'), required: true, value: source?.kind ?? 'well', options: SOURCE_KINDS.map((kind) => [kind, say(`source-${kind}`)] as const) },
            { kind: 'measure', measure: 'flow', name: 'maximumFlowCubicMetresPerHour', label: say('maximumFlow'), least: 0, value: source?.maximumFlowCubicMetresPerHour ?? null },
            { kind: 'number', name: 'maximumValvesAtOnce', label: say('valvesAtOnce'), least: 1, value: source?.maximumValvesAtOnce ?? null },
            { kind: 'measure', measure: 'volume', name: 'maximumCubicMetresPerNight', label: say('perNight'), least: 0, value: source?.maximumCubicMetresPerNight ?? null },
            { kind: 'number', name: 'restMinutesAfterRun', label: say('rest'), least: 0, value: source?.restMinutesAfterRun ?? null },
            { kind: 'number', name: 'costPerCubicMetre', label: say('cost'), least: 0, value: source?.costPerCubicMetre ?? null },
            { kind: 'number', name: 'energyKilowattHoursPerCubicMetre', label: say('energy'), least: 0, value: source?.energyKilowattHoursPerCubicMetre ?? null },
            { kind: 'measure', measure: 'volume', name: 'allocationCubicMetres', label: say('allocation'), least: 0, value: source?.allocationCubicMetres ?? null },
            { kind: 'date', name: 'allocationFrom', label: say('allocationFrom'), value: source?.allocationFrom ?? null },
            { kind: 'date', name: 'allocationTo', label: say('allocationTo'), value: source?.allocationTo ?? null },
        ],
        keep: (answers) => keep('sources', source?.id ?? slug(String(answers['name'])), answers),
    };
}
