import { html, nothing } from 'lit';
import { Follow } from '../follow';
import { PageElement } from '../page-element';
import { setQuery } from '../routing/hash-router';
import type { Alarm, Priority } from './alarm';
import type { FetchHistory } from './alarm-history';
import { AlarmQuery } from './alarm-query';
import type { AlarmQuestion } from './alarm-query';
import './alarm-table';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);
const PRIORITIES = ['', 'high', 'medium', 'low'] as const satisfies readonly (Priority | '')[];

/** What an app gives the page of all its alarms. */
export interface AlarmBrowsing extends EventTarget {
    readonly acknowledgeRefusal: string;
    alarmsOf(sourceId: string, state: 'open' | 'all'): AlarmQuestion;
}

/** What alarms can be about; fires `change` when the list does. */
export interface AlarmSources extends EventTarget {
    readonly all: readonly { readonly id: string; readonly name: string }[];
}

/** Every alarm, with filters that live in the address: `state`, `priority` and the source under the noun's name. */
export class AlarmBrowser extends PageElement {
    static override properties = {
        context: { attribute: false },
        sources: { attribute: false },
        noun: { type: String },
        nouns: { attribute: false },
        query: { attribute: false },
        fetchHistory: { attribute: false },
    };
    declare context: AlarmBrowsing;
    declare sources: AlarmSources;
    /** What a source is called in the address, and to people unless `nouns` says so: “machine”. */
    declare noun: string;
    /** What one source and all sources are called, where that is not English. */
    declare nouns: { readonly one: string; readonly all: string } | undefined;
    declare query: URLSearchParams;
    declare fetchHistory: FetchHistory;
    private readonly alarms = new AlarmQuery(this, () => this.context.alarmsOf(this.query.get(this.noun) ?? '', this.state));

    constructor() {
        super();
        this.noun = 'source';
        new Follow(this, () => this.sources);
    }

    protected override render() {
        const shown = this.alarms.result.filter((alarm) => this.wanted(alarm));
        return html`
            <header class="page-head">
                <h1>${say('alarms')}</h1>
                <p class="quiet" role="status">${this.alarms.fetched ? say('shown', { n: shown.length }) : say('fetching')}</p>
            </header>
            <div class="panel">
                ${this.filters()} ${this.alarms.mistake ? html`<p class="mistake" role="alert">${say('notFetched', { why: this.alarms.mistake })}</p>` : nothing}
                <mw-alarm-table
                    .alarms=${shown}
                    withSource
                    refusal=${this.context.acknowledgeRefusal}
                    .fetchHistory=${this.fetchHistory}
                    empty=${this.state === 'open' ? say('noneOpenSeeAll') : say('noneMatches')}
                ></mw-alarm-table>
            </div>
        `;
    }

    private filters() {
        const noun = this.noun;
        const { one, all } = this.nouns ?? { one: noun.charAt(0).toUpperCase() + noun.slice(1), all: `All ${noun}s` };
        return html`
            <div class="controls filters">
                <div class="choice" role="group" aria-label=${say('state')}>
                    <button aria-pressed=${this.state === 'open'} @click=${() => setQuery('state', 'open')}>${say('open')}</button>
                    <button aria-pressed=${this.state === 'all'} @click=${() => setQuery('state', 'all')}>${say('all')}</button>
                </div>
                <select aria-label=${say('priority')} @change=${choose('priority')}>
                    ${PRIORITIES.map((value) => html`<option value=${value} ?selected=${value === (this.query.get('priority') ?? '')}>${say(value || 'allPriorities')}</option>`)}
                </select>
                <select aria-label=${one} @change=${choose(noun)}>
                    <option value="">${all}</option>
                    ${[...this.sources.all]
                        .sort((left, right) => left.name.localeCompare(right.name))
                        .map(({ id, name }) => html`<option value=${id} ?selected=${id === this.query.get(noun)}>${name}</option>`)}
                </select>
            </div>
        `;
    }

    private wanted(alarm: Alarm): boolean {
        return !this.query.get('priority') || alarm.priority === this.query.get('priority');
    }

    private get state(): 'open' | 'all' {
        return this.query.get('state') === 'all' ? 'all' : 'open';
    }
}
customElements.define('mw-alarm-browser', AlarmBrowser);

function choose(name: string): (event: Event) => void {
    return (event) => setQuery(name, (event.target as HTMLSelectElement).value);
}
