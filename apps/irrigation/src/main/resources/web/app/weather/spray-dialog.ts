import { html } from 'lit';
import { serverClock } from '../../kit/clock/server-clock';
import { speaker } from '../../kit/language/words';
import { AskingDialog } from '../../kit/notice/asking-dialog';
import { isoDay } from '../day';
import { diseaseName } from './disease';
import { addSpray } from './weather';
import words from './words.json';

const say = speaker(words);

/** Enters a spray, so that the risk says how long it covers. Fires `sprays-changed`. */
export class SprayDialog extends AskingDialog {
    static override properties = { ...AskingDialog.properties, zoneId: { type: String }, diseases: { attribute: false } };
    declare zoneId: string;
    declare diseases: readonly string[];

    constructor() {
        super();
        this.diseases = [];
    }

    async open(): Promise<void> {
        await this.show();
    }

    protected override render() {
        const today = isoDay(serverClock.nowMillis());
        return html`
            <dialog aria-labelledby="spray-title">
                <form @submit=${this.submit}>
                    <h2 id="spray-title">${say('enterSpray')}</h2>
                    <div class="field"><label for="spray-on">${say('day')}</label><input id="spray-on" name="on" type="date" required value=${today} max=${today} /></div>
                    <div class="field"><label for="spray-product">${say('product')}</label><input id="spray-product" name="product" type="text" maxlength="80" required /></div>
                    <div class="field"><label for="spray-target">${say('against')}</label><select id="spray-target" name="target" required>${this.diseases.map((disease) => html`<option value=${disease}>${diseaseName(disease)}</option>`)}</select></div>
                    <div class="field"><label for="spray-residual">${say('residualDays')}</label><input id="spray-residual" name="residual" type="number" min="1" max="60" value="7" required /></div>
                    ${this.mistakeLine()}
                    <div class="actions"><button type="button" @click=${this.close}>${say('cancel')}</button><button class="primary" ?disabled=${this.busy}>${say('enter')}</button></div>
                </form>
            </dialog>
        `;
    }

    protected override async carryOut(answers: FormData): Promise<void> {
        await addSpray(this.zoneId, { on: String(answers.get('on')), product: String(answers.get('product')).trim(), target: String(answers.get('target')), residualDays: Number(answers.get('residual')) });
        this.dispatchEvent(new Event('sprays-changed', { bubbles: true }));
    }
}
customElements.define('mw-spray-dialog', SprayDialog);
