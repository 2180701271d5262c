import { serverClock } from '../../kit/clock/server-clock';
import { speaker } from '../../kit/language/words';
import { isoDay } from '../day';
import type { Source } from '../schedule/schedule';
import type { Probe } from '../sensors/probe';
import type { Valve } from '../sensors/valve';
import type { Zone } from '../zone/zone';
import type { Form } from './form-dialog';
import { keep, slug } from './set-up';
import words from './words.json';

const say = speaker(words);
const MILLIMETRES_PER_CENTIMETRE = 10;
const SECONDS_PER_MINUTE = 60;
const named = (things: readonly { readonly id: string; readonly name: string }[]) => things.map(({ id, name }) => [id, name] as const);

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
            { kind: 'date', name: 'installedOn', label: say('installedOn'), required: true, value: probe?.installedAt?.slice(0, 10) ?? isoDay(serverClock.nowMillis()) },
            { kind: 'number', name: 'latitudeDegrees', label: say('latitude'), least: -90, most: 90, value: probe?.latitudeDegrees ?? null },
            { kind: 'number', name: 'longitudeDegrees', label: say('longitude'), least: -180, most: 180, value: probe?.longitudeDegrees ?? null },
        ],
        keep: ({ depths: entered, installedOn, ...answers }) => {
            const depthsMillimetres = String(entered).split(/[\s,;]+/).filter(Boolean).map((depth) => Number(depth) * MILLIMETRES_PER_CENTIMETRE);
            if (depthsMillimetres.length === 0 || depthsMillimetres.some((depth) => !(depth > 0))) {
                throw new Error(say('depthsMistake'));
            }
            return keep('probes', probe?.id ?? slug(String(answers['name'])), { ...answers, depthsMillimetres, installedAt: `${installedOn}T12:00:00Z` });
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
            { kind: 'choice', name: 'sourceId', label: say('source'), required: true, value: valve?.sourceId ?? null, options: named(sources) },
            { kind: 'number', name: 'litresPerPulse', label: say('litresPerPulse'), least: 0, value: valve?.litresPerPulse ?? null },
            { kind: 'number', name: 'maximumOpenMinutes', label: say('maximumOpen'), required: true, least: 1, most: 1440, value: valve ? valve.maximumOpenSeconds / SECONDS_PER_MINUTE : 240 },
        ],
        keep: ({ output, maximumOpenMinutes, ...answers }) =>
            keep('valves', valve?.id ?? slug(String(answers['name'])), { ...answers, output: Number(output) - 1, maximumOpenSeconds: Number(maximumOpenMinutes) * SECONDS_PER_MINUTE }),
    };
}
