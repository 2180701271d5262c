import { html, nothing } from 'lit';
import { moment } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import { knows, speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import type { AuditEntry } from './schedule';
import { fetchAudit } from './schedule';
import words from './audit/words.json';

const say = speaker(words);

/** Who did what, the newest first; fetched when it is opened. */
export class AuditPanel extends PageElement {
    static override properties = { entries: { state: true }, mistake: { state: true }, ended: { state: true } };
    declare entries: readonly AuditEntry[] | undefined;
    declare mistake: string;
    declare ended: boolean;

    constructor() {
        super();
        this.mistake = '';
        this.ended = false;
    }

    protected override render() {
        return html`
            <details class="panel" @toggle=${(event: Event) => (event.target as HTMLDetailsElement).open && this.entries === undefined && this.fetch()}>
                <summary><h2>${say('title')}</h2></summary>
                ${this.mistake ? html`<p class="mistake">${this.mistake}</p>` : nothing}
                ${this.entries === undefined ? html`<p class="quiet">${say('fetching')}</p>` : this.table(this.entries)}
                ${this.entries && this.entries.length > 0 && !this.ended ? html`<button class="more" @click=${this.fetch}>${say('older')}</button>` : nothing}
            </details>
        `;
    }

    private table(entries: readonly AuditEntry[]) {
        return html`
            <table class="sheet cards" role="table">
                <caption class="visually-hidden">${say('title')}</caption>
                <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${say('when')}</th><th role="columnheader" scope="col">${say('who')}</th><th role="columnheader" scope="col">${say('what')}</th><th role="columnheader" scope="col">${say('about')}</th></tr></thead>
                <tbody role="rowgroup">
                    ${entries.map(
                        (entry) => html`<tr role="row" data-action=${entry.action}>
                            <td role="cell" class="figures">${moment(entry.at)}</td><td role="cell" data-label=${say('who')}>${entry.by}</td>
                            <td role="cell" data-label=${say('what')}>${knows(words, entry.action) ? say(entry.action) : entry.action}</td>
                            <td role="cell" data-label=${say('about')}><span>${entry.subject.replace(/^\w+:/, '')} <span class="quiet">${detailText(entry.detail)}</span></span></td>
                        </tr>`,
                    )}
                </tbody>
            </table>
        `;
    }

    private readonly fetch = async (): Promise<void> => {
        try {
            const more = await fetchAudit(this.entries?.at(-1)?.id);
            this.ended = more.length === 0;
            this.entries = [...(this.entries ?? []), ...more];
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    };
}
customElements.define('mw-audit-panel', AuditPanel);

function detailText(detail: AuditEntry['detail']): string {
    return Object.entries(detail ?? {})
        .filter(([, value]) => value != null && typeof value !== 'object')
        .map(([name, value]) => `${name} ${String(value)}`)
        .join(', ');
}
