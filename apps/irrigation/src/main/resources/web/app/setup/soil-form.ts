import { speaker } from '../../kit/language/words';
import type { Answers, Form, Question } from './form-dialog';
import type { SettableLayer, Soil } from './set-up';
import { keep, slug } from './set-up';
import words from './words.json';

const say = speaker(words);
const MOST_LAYERS = 4;
const PERCENT = 100;
const MILLIMETRES_PER_CENTIMETRE = 10;

/** A soil by up to four layers from the top down; a layer without a lower edge is left out. */
export function soilForm(soil: Soil | undefined): Form {
    const layers = soil?.layers ?? [];
    return {
        title: say(soil ? 'changeSoil' : 'addSoil'),
        explanation: say('layersMeaning'),
        questions: [{ kind: 'text', name: 'name', label: say('name'), required: true, value: soil?.name ?? null }, ...Array.from({ length: Math.max(MOST_LAYERS, layers.length) }, (_, index) => layerQuestions(index, layers[index])).flat()],
        keep: (answers) => keep('soils', soil?.id ?? slug(String(answers['name'])), { ...soil, name: answers['name'], layers: layersIn(answers, layers) }),
    };
}

function layerQuestions(index: number, layer: SettableLayer | undefined): readonly Question[] {
    const n = index + 1;
    const percent = (value: number | null | undefined) => (value == null ? null : Math.round(value * PERCENT * 10) / 10);
    return [
        { kind: 'measure', measure: 'soilDepth', name: `bottom${index}`, label: say('layerBottom', { n }), least: 0, required: index === 0, value: layer ? layer.bottomMillimetres / MILLIMETRES_PER_CENTIMETRE : null },
        { kind: 'number', name: `capacity${index}`, label: say('layerCapacity', { n }), least: 1, most: 70, value: percent(layer?.fieldCapacity) },
        { kind: 'number', name: `wilting${index}`, label: say('layerWilting', { n }), least: 0, most: 60, value: percent(layer?.wiltingPoint) },
        { kind: 'number', name: `saturation${index}`, label: say('layerSaturation', { n }), least: 1, most: 90, value: percent(layer?.saturation) },
    ];
}

/** What is not asked for, such as sand and clay, is kept from the layer that was there; limits that were changed count as measured. */
function layersIn(answers: Answers, before: readonly SettableLayer[]): readonly unknown[] {
    const layers: unknown[] = [];
    for (let index = 0; typeof answers[`bottom${index}`] === 'number'; index++) {
        const share = (name: string) => {
            const value = answers[`${name}${index}`];
            if (typeof value !== 'number') {
                throw new Error(say('layerIncomplete', { n: index + 1 }));
            }
            return value / PERCENT;
        };
        const limits = { fieldCapacity: share('capacity'), wiltingPoint: share('wilting'), saturation: share('saturation') };
        const known = before[index];
        const same = known !== undefined && nearly(known.fieldCapacity, limits.fieldCapacity) && nearly(known.wiltingPoint, limits.wiltingPoint);
        layers.push({ ...known, bottomMillimetres: Number(answers[`bottom${index}`]) * MILLIMETRES_PER_CENTIMETRE, ...limits, origin: same ? known.origin : 'measured' });
    }
    return layers;
}

/** Equal as far as the form shows it. */
function nearly(known: number | null, entered: number): boolean {
    return known != null && Math.abs(known - entered) < 0.0006;
}
