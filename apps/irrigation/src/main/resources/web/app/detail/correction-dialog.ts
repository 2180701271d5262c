import { html } from 'lit';
import { speaker } from '../../kit/language/words';
import { AskingDialog } from '../../kit/notice/asking-dialog';
import { measureField, measureIn } from '../../kit/units/measure-field';
import words from './words.json';
import type { ZoneDetail } from './zone-server';
import { correctDepletion } from './zone-server';

const say = speaker(words);
const LONGEST_NOTE = 200;
const USUAL_SPREAD_MILLIMETRES = 5;

/** Depletion as somebody found it with an auger or a probe of his own; a spread says how sure that is. Fires `corrected`. */
export class CorrectionDialog extends AskingDialog {
    static override properties = { ...AskingDialog.properties, zone: { attribute: false } };
    declare zone: ZoneDetail;

    async open(): Promise<void> {
        await this.show();
    }

    protected override render() {
        const most = this.zone.totalAvailableMillimetres ?? undefined;
        return html`
            <dialog aria-labelledby="correction-title">
                <form @submit=${this.submit}>
                    <h2 id="correction-title">${say('correctTitle')}</h2>
                    <p class="quiet">${say('correctMeaning')}</p>
                    ${measureField({ name: 'depletion', label: say('depletion'), measure: 'waterDepth', value: this.zone.depletionMillimetres, required: true, ...(most ? { most } : {}) })}
                    ${measureField({ name: 'spread', label: say('spread'), measure: 'waterDepth', value: USUAL_SPREAD_MILLIMETRES, least: 0.1, required: true })}
                    <div class="field"><label for="correction-note">${say('note')}</label><input id="correction-note" name="note" type="text" maxlength=${LONGEST_NOTE} required /></div>
                    ${this.mistakeLine()}
                    <div class="actions">
                        <button type="button" @click=${this.close}>${say('cancel')}</button>
                        <button class="primary" ?disabled=${this.busy}>${say('enter')}</button>
                    </div>
                </form>
            </dialog>
        `;
    }

    protected override async carryOut(answers: FormData): Promise<void> {
        const [depletion, spread] = [measureIn(answers, 'depletion', 'waterDepth') ?? 0, measureIn(answers, 'spread', 'waterDepth') ?? USUAL_SPREAD_MILLIMETRES];
        await correctDepletion(this.zone.id, depletion, spread, String(answers.get('note')).trim());
        this.dispatchEvent(new Event('corrected', { bubbles: true }));
    }
}
customElements.define('mw-correction-dialog', CorrectionDialog);
