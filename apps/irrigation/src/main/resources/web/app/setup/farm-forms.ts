import { speaker } from '../../kit/language/words';
import type { Form } from './form-dialog';
import type { FieldSettings, SiteSettings } from './set-up';
import { keep, slug } from './set-up';
import words from './words.json';

const say = speaker(words);

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
        title: say('changeField'),
        explanation: say('outlineByImport'),
        questions: [
            { kind: 'text', name: 'name', label: say('name'), required: true, value: field?.name ?? null },
            { kind: 'choice', name: 'siteId', label: say('site'), required: true, value: field?.siteId ?? null, options: sites.map(({ id, name }) => [id, name] as const) },
        ],
        keep: (answers) => keep('fields', field?.id ?? slug(String(answers['name'])), { ...answers, outline: field?.outline ?? null }),
    };
}
