import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { speaker } from '../../kit/language/words';
import words from './words.json';

const say = speaker(words);

export interface Thing {
    readonly id: string;
    readonly name: string;
    readonly about: string;
}

export interface ThingActions {
    readonly add?: () => void;
    readonly change: (id: string) => void;
    readonly remove?: (id: string) => void;
}

/** Things of one kind with their buttons; without actions for whoever may only look. */
export function thingList(title: string, things: readonly Thing[], actions: ThingActions | undefined, more: TemplateResult | typeof nothing = nothing): TemplateResult {
    return html`
        <section class="panel" aria-label=${title}>
            <header><h2>${title}</h2>${actions?.add ? html`<button class="quiet" @click=${actions.add}>${say('add')}</button>` : nothing}</header>
            ${more} ${things.length === 0 ? html`<p class="quiet">${say('none')}</p>` : nothing}
            <ul class="lines">
                ${things.map(
                    ({ id, name, about }) => html`<li data-id=${id}>
                        <span><strong>${name}</strong> <span class="quiet figures">${about}</span></span>
                        ${actions
                            ? html`<span class="tools">
                                  <button class="quiet" aria-label=${say('changeThing', { name })} @click=${() => actions.change(id)}>${say('change')}</button>
                                  ${actions.remove ? html`<button class="quiet" aria-label=${say('removeThing', { name })} @click=${() => actions.remove?.(id)}>${say('remove')}</button>` : nothing}
                              </span>`
                            : nothing}
                    </li>`,
                )}
            </ul>
        </section>
    `;
}
