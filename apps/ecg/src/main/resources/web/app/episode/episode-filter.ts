import { html } from 'lit';
import type { Level } from '../limits/limits';
import type { Episode } from './episode';

/** Which events a list shows; an empty choice shows all. */
export interface EpisodeFilter {
    readonly label: string;
    readonly level: string;
    readonly judged: string;
}

export const EVERY_EPISODE: EpisodeFilter = { label: '', level: '', judged: '' };

const LEVELS: readonly { readonly level: Level; readonly words: string }[] = [
    { level: 'crisis', words: 'High' },
    { level: 'warning', words: 'Medium' },
    { level: 'advisory', words: 'Low' },
    { level: 'message', words: 'Message' },
];
const JUDGED = [
    { judged: 'no', words: 'Not judged' },
    { judged: 'confirmed', words: 'True' },
    { judged: 'rejected', words: 'False' },
];

export function passes(filter: EpisodeFilter, { label, level, verdict }: Episode): boolean {
    return (
        (filter.label === '' || filter.label === label) &&
        (filter.level === '' || filter.level === level) &&
        (filter.judged === '' || filter.judged === (verdict?.verdict ?? 'no'))
    );
}

/** Choices of class, priority and verdict; only classes that are among the events can be chosen. */
export function episodeFilter(filter: EpisodeFilter, episodes: readonly Episode[], change: (filter: EpisodeFilter) => void) {
    const classes = new Map(episodes.map(({ label, words }) => [label, words]));
    const select = (name: string, key: keyof EpisodeFilter, all: string, options: Iterable<readonly [string, string]>) => html`
        <select aria-label=${name} @change=${(event: Event) => change({ ...filter, [key]: (event.target as HTMLSelectElement).value })}>
            <option value="" .selected=${filter[key] === ''}>${all}</option>
            ${[...options].map(([value, words]) => html`<option value=${value} .selected=${filter[key] === value}>${words}</option>`)}
        </select>
    `;
    return html`
        <div class="filters" role="group" aria-label="Events shown">
            ${select('Class of events', 'label', 'All classes', classes)}
            ${select('Priority of events', 'level', 'All priorities', LEVELS.map(({ level, words }) => [level, words] as const))}
            ${select('Verdict on events', 'judged', 'Judged or not', JUDGED.map(({ judged, words }) => [judged, words] as const))}
        </div>
    `;
}
