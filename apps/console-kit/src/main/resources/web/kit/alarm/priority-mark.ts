import { html, svg } from 'lit';
import type { TemplateResult } from 'lit';
import type { Priority } from './alarm';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);
const SHAPES: Readonly<Record<Priority, TemplateResult>> = {
    high: svg`<path d="M8 1.5 15 14.5H1Z" />`,
    medium: svg`<path d="M8 .8 15.2 8 8 15.2.8 8Z" />`,
    low: svg`<circle cx="8" cy="8" r="6.4" />`,
};

/** Triangle, diamond, circle: the priority by shape, colour and word. `quiet` leaves the word to screen readers. */
export function priorityMark(priority: Priority, words: 'spoken' | 'shown' = 'shown'): TemplateResult {
    return html`
        <span class="priority" data-priority=${priority}>
            <svg viewBox="0 0 16 16" aria-hidden="true">${SHAPES[priority]}</svg>
            <span class=${words === 'shown' ? '' : 'visually-hidden'}>${say(priority)}</span>
        </span>
    `;
}
