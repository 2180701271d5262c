import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { speaker } from '../../kit/language/words';
import { AskingDialog } from '../../kit/notice/asking-dialog';
import { measureField, measureIn } from '../../kit/units/measure-field';
import type { Zone } from '../zone/zone';
import type { ManualRun } from './schedule';
import { startRun } from './schedule';
import words from './words.json';

const say = speaker(words);
const LONGEST_MINUTES = 600;
const KINDS = ['minutes', 'depth', 'volume'] as const;
type Kind = (typeof KINDS)[number];

/** Water by hand, by time, depth or volume; the end is always set, so that it stops by itself. Fires `run-started` with the run as detail. */
export class ManualRunDialog extends AskingDialog {
    static override properties = { ...AskingDialog.properties, zones: { attribute: false }, kind: { state: true } };
    declare zones: readonly Zone[];
    declare kind: Kind;

    constructor() {
        super();
        this.kind = 'minutes';
        this.zones = [];
    }

    async open(): Promise<void> {
        await this.show();
    }

    protected override render() {
        return html`
            <dialog aria-labelledby="manual-title">
                <form @submit=${this.submit}>
                    <h2 id="manual-title">${say('manualTitle')}</h2>
                    <p class="quiet">${say('manualFollows')}</p>
                    <div class="field">
                        <label for="manual-zone">${say('zone')}</label>
                        <select id="manual-zone" name="zone" required>${repeat(
                            this.zones,
                            ({ id }) => id, // A new order of the zones must not put another one under the choice that was made.
                            ({ id, name }) => html`<option value=${id}>${name}</option>`,
                        )}</select>
                    </div>
                    <div class="choice" role="group" aria-label=${say('by')}>
                        ${KINDS.map((kind) => html`<button type="button" aria-pressed=${kind === this.kind} @click=${() => (this.kind = kind)}>${say(`by-${kind}`)}</button>`)}
                    </div>
                    ${this.amount()}
                    <label class="inline"><input type="checkbox" name="soak" /> ${say('inPiecesOf')}</label>
                    ${this.mistakeLine()}
                    <div class="actions">
                        <button type="button" @click=${this.close}>${say('cancel')}</button>
                        <button class="primary" ?disabled=${this.busy}>${say('openValve')}</button>
                    </div>
                </form>
            </dialog>
        `;
    }

    private amount() {
        switch (this.kind) {
            case 'minutes':
                return html`<div class="field"><label for="manual-minutes">${say('minutes')}</label><input id="manual-minutes" name="minutes" type="number" min="1" max=${LONGEST_MINUTES} value="30" required /></div>`;
            case 'depth':
                return measureField({ name: 'depth', label: say('depth'), measure: 'waterDepth', least: 0.5, most: 200, required: true });
            case 'volume':
                return measureField({ name: 'volume', label: say('volume'), measure: 'volume', least: 0, required: true });
            default:
                return nothing;
        }
    }

    protected override async carryOut(answers: FormData): Promise<void> {
        const soak = answers.get('soak') ? { cycles: { soakMinutes: 30, maximumCycleMinutes: 20 } } : {};
        const run = await startRun({ zoneId: String(answers.get('zone')), ...this.chosen(answers), ...soak });
        this.dispatchEvent(new CustomEvent('run-started', { detail: run, bubbles: true }));
    }

    private chosen(answers: FormData): Omit<ManualRun, 'zoneId'> {
        switch (this.kind) {
            case 'minutes':
                return { minutes: Number(answers.get('minutes')) };
            case 'depth':
                return { millimetres: measureIn(answers, 'depth', 'waterDepth') ?? 0 };
            case 'volume':
                return { cubicMetres: measureIn(answers, 'volume', 'volume') ?? 0 };
        }
    }
}
customElements.define('mw-manual-run-dialog', ManualRunDialog);
