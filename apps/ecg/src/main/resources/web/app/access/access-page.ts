import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fullMoment, moment } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import { PageElement } from '../../kit/page-element';
import type { ExportAccess, IdentityAccess } from '../server';
import { fetchExportAccesses, fetchIdentityAccesses } from '../server';
import type { Ward } from '../ward';

/** For administrators: who took data away, and who read or changed a name. Both logs are only ever added to. */
export class AccessPage extends PageElement {
    static override properties = {
        ward: { attribute: false },
        exports: { state: true },
        looks: { state: true },
        mistake: { state: true },
    };
    declare ward: Ward;
    declare exports: readonly ExportAccess[] | undefined;
    declare looks: readonly IdentityAccess[] | undefined;
    declare mistake: string;

    constructor() {
        super();
        this.mistake = '';
    }

    override connectedCallback(): void {
        super.connectedCallback();
        document.title = 'Access log – Milliwatt monitoring';
        void this.fetch();
    }

    protected override render() {
        if (!this.ward.session.has('administrator')) {
            return html`
                <header class="page-head"><h1>Access log</h1></header>
                <div class="empty"><p>Only administrators read who took data away and who looked at names. Sign in with an administrator’s account to do so.</p></div>
            `;
        }
        return html`
            <header class="page-head"><h1>Access log</h1><p class="quiet">Last 30 days</p><button @click=${() => void this.fetch()}>Fetch again</button></header>
            ${this.mistake ? html`<p class="mistake" role="alert">The log could not be fetched: ${this.mistake}</p>` : nothing}
            <section class="panel" aria-labelledby="exports-title">
                <header><h2 id="exports-title">Exports</h2></header>
                ${table(
                    'Exports, the newest first',
                    ['When', 'Who', 'Patient', 'Format', 'What was recorded'],
                    this.exports?.map(({ at, user, patientId, format, from, to }) => [when(at), user, patientId, format.toUpperCase(), html`${moment(from)} to ${moment(to)}`]),
                    'Nobody has taken anything away.',
                )}
            </section>
            <section class="panel" aria-labelledby="looks-title">
                <header><h2 id="looks-title">Names</h2></header>
                ${table(
                    'Looks at names, the newest first',
                    ['When', 'Who', 'Patient', 'What'],
                    this.looks?.map(({ at, user, patientId, action }) => [when(at), user, patientId, action === 'read' ? 'Read the name' : 'Entered or changed the name']),
                    'Nobody has looked at a name.',
                )}
            </section>
        `;
    }

    private async fetch(): Promise<void> {
        if (!this.ward.session.has('administrator')) {
            return;
        }
        try {
            [this.exports, this.looks] = await Promise.all([fetchExportAccesses(), fetchIdentityAccesses()]);
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }
}
customElements.define('mw-access-page', AccessPage);

const when = (at: string): TemplateResult => html`<time class="figures" datetime=${at} title=${fullMoment(at)}>${moment(at)}</time>`;

function table(caption: string, columns: readonly string[], rows: readonly (readonly (string | TemplateResult)[])[] | undefined, empty: string) {
    if (!rows) {
        return html`<p class="empty" aria-busy="true">Fetching the log …</p>`;
    }
    if (rows.length === 0) {
        return html`<p class="empty">${empty}</p>`;
    }
    return html`
        <table class="sheet cards" role="table">
            <caption class="visually-hidden">${caption}</caption>
            <thead role="rowgroup"><tr role="row">${columns.map((name) => html`<th role="columnheader" scope="col">${name}</th>`)}</tr></thead>
            <tbody role="rowgroup">
                ${rows.map((cells) => html`<tr role="row">${cells.map((cell, index) => html`<td role="cell" data-label=${columns[index] ?? ''}>${cell}</td>`)}</tr>`)}
            </tbody>
        </table>
    `;
}
