import { html, nothing } from 'lit';
import { moment } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { dayAndYearText } from '../day';
import type { Farm } from '../farm';
import { reasonText } from '../reason/reason';
import type { FileImport, OutlineImport } from './set-up';
import { FILE_KINDS, fetchImports, importFile, importOutlines } from './set-up';
import words from './words.json';

const say = speaker(words);
const PROBLEMS_SHOWN = 20;

/** Outlines as GeoJSON, looked at first and then taken; and files of weather, soil and irrigation. Fires `kept`. */
export class ImportPanels extends PageElement {
    static override properties = { farm: { attribute: false }, outlines: { state: true }, found: { state: true }, taken: { state: true }, imports: { state: true }, mistake: { state: true }, busy: { state: true } };
    declare farm: Farm;
    declare outlines: unknown;
    declare found: OutlineImport | undefined;
    declare taken: boolean;
    declare imports: readonly FileImport[];
    declare mistake: string;
    declare busy: boolean;

    constructor() {
        super();
        this.mistake = '';
        this.taken = false;
        this.imports = [];
        this.busy = false;
    }

    override connectedCallback(): void {
        super.connectedCallback();
        void this.attempt(async () => {
            this.imports = await fetchImports();
        });
    }

    protected override render() {
        return html`
            ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing}
            <section class="panel" aria-labelledby="outlines-title">
                <header><h2 id="outlines-title">${say('outlines')}</h2></header>
                <p class="quiet">${say('outlinesMeaning')}</p>
                <div class="field"><label for="outline-file">${say('geoJsonFile')}</label><input id="outline-file" type="file" accept=".geojson,.json,application/geo+json" ?disabled=${!this.farm.mayDecide} @change=${this.look} /></div>
                ${this.found ? this.outlineResult(this.found) : nothing}
            </section>
            <section class="panel" aria-labelledby="files-title">
                <header><h2 id="files-title">${say('files')}</h2></header>
                <p class="quiet">${say('filesMeaning')}</p>
                ${this.farm.mayDecide ? this.fileForm() : html`<p class="quiet">${this.farm.refusal}</p>`} ${this.imports.map((done) => this.fileResult(done))}
            </section>
        `;
    }

    private outlineResult({ fields, zones, refused }: OutlineImport) {
        return html`
            <div role="status">
                <p>${say(this.taken ? 'outlinesTaken' : 'outlinesFound', { fields, zones })}</p>
                ${refused.length > 0 ? html`<p>${say('outlinesRefused')}</p><ul>${refused.map(({ name, reason }) => html`<li><strong>${name}</strong>: ${reasonText(reason)}</li>`)}</ul>` : nothing}
                ${this.taken || fields + zones === 0 ? nothing : html`<button class="primary" ?disabled=${this.busy} @click=${this.take}>${say('takeOutlines')}</button>`}
            </div>
        `;
    }

    private fileForm() {
        return html`
            <form @submit=${this.send}>
                <div class="field"><label for="import-kind">${say('fileKind')}</label><select id="import-kind" name="kind">${FILE_KINDS.map((kind) => html`<option value=${kind}>${say(`file-${kind}`)}</option>`)}</select></div>
                <div class="field"><label for="import-zone">${say('fileZone')}</label><select id="import-zone" name="zone"><option value="">${say('notSet')}</option>${this.farm.zones.all.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</select></div>
                <div class="field"><label for="import-file">${say('file')}</label><input id="import-file" name="file" type="file" required /></div>
                <button class="primary" ?disabled=${this.busy}>${say('import')}</button>
            </form>
        `;
    }

    private fileResult(done: FileImport) {
        return html`
            <article class="import" data-import-id=${done.id}>
                <h3>${done.name} <span class="quiet">${moment(done.at)}, ${done.by}</span></h3>
                <p class="figures">${say('imported', { rows: done.rows, accepted: done.accepted, flagged: done.flagged, repeated: done.repeated })}${done.days ? ` ${dayAndYearText(done.days.from)} – ${dayAndYearText(done.days.to)}.` : ''}</p>
                ${done.problems.length > 0
                    ? html`<details><summary>${say('problems', { n: done.problems.length })}</summary><ul>${done.problems.slice(0, PROBLEMS_SHOWN).map(({ line, reason }) => html`<li>${line == null ? '' : say('line', { n: line })} ${reasonText(reason)}</li>`)}</ul></details>`
                    : nothing}
            </article>
        `;
    }

    private readonly look = (event: Event): Promise<void> =>
        this.attempt(async () => {
            const file = (event.target as HTMLInputElement).files?.[0];
            this.found = undefined;
            this.taken = false;
            if (file) {
                this.outlines = await parsed(file);
                this.found = await importOutlines(this.outlines, true);
            }
        });

    private readonly take = (): Promise<void> =>
        this.attempt(async () => {
            this.found = await importOutlines(this.outlines, false);
            this.taken = true;
            this.dispatchEvent(new Event('kept', { bubbles: true }));
        });

    private readonly send = (event: SubmitEvent): Promise<void> => {
        event.preventDefault();
        const answers = new FormData(event.target as HTMLFormElement);
        return this.attempt(async () => {
            const done = await importFile(answers.get('file') as File, String(answers.get('kind')), this.farm.overview?.site?.id ?? '', String(answers.get('zone')));
            this.imports = [done, ...this.imports.filter(({ id }) => id !== done.id)];
            this.dispatchEvent(new Event('kept', { bubbles: true }));
        });
    };

    private async attempt(what: () => Promise<void>): Promise<void> {
        this.busy = true;
        try {
            await what();
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        } finally {
            this.busy = false;
        }
    }
}
customElements.define('mw-import-panels', ImportPanels);

async function parsed(file: File): Promise<unknown> {
    const text = await file.text();
    try {
        return JSON.parse(text);
    } catch {
        throw new Error(say('notJson', { file: file.name }));
    }
}
