import { html, nothing } from 'lit';
import { timeText } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import { speaker } from '../../kit/language/words';
import { AskingDialog } from '../../kit/notice/asking-dialog';
import { say as tell } from '../../kit/notice/notice-area';
import { PageElement } from '../../kit/page-element';
import type { Farm } from '../farm';
import { clockOf } from './night';
import type { Blackout, Source, Weekday } from './schedule';
import { WEEKDAYS, addBlackout, removeBlackout } from './schedule';
import words from './words.json';

const say = speaker(words);
/** A Monday. */
const MONDAY_NOON = Date.UTC(2024, 0, 1, 12);
const DAY_MILLIS = 86_400_000;

function dayName(day: Weekday): string {
    return timeText(MONDAY_NOON + WEEKDAYS.indexOf(day) * DAY_MILLIS, { weekday: 'short', timeZone: 'UTC' });
}

/** When nothing may run; fires `blackouts-changed`. */
export class BlackoutPanel extends PageElement {
    static override properties = { farm: { attribute: false }, blackouts: { attribute: false }, sources: { attribute: false } };
    declare farm: Farm;
    declare blackouts: readonly Blackout[];
    declare sources: readonly Source[];

    protected override render() {
        return html`
            <section class="panel" aria-labelledby="blackout-title">
                <header><h2 id="blackout-title">${say('blackouts')}</h2>${this.farm.mayDecide ? html`<button class="quiet" @click=${this.add}>${say('addBlackout')}</button>` : nothing}</header>
                ${this.blackouts.length === 0 ? html`<p class="quiet">${say('noBlackouts')}</p>` : nothing}
                <ul class="lines">
                    ${this.blackouts.map(
                        (blackout) => html`<li>
                            <span class="figures"><strong>${clockOf(blackout.from)}–${clockOf(blackout.to)}</strong> ${blackout.days.length === WEEKDAYS.length ? say('everyDay') : blackout.days.map(dayName).join(', ')} · ${this.sources.find(({ id }) => id === blackout.sourceId)?.name ?? blackout.sourceId} · ${blackout.reason}</span>
                            ${this.farm.mayDecide ? html`<button class="quiet" aria-label=${say('removeBlackout', { from: clockOf(blackout.from), to: clockOf(blackout.to) })} @click=${() => this.takeAway(blackout)}>${say('remove')}</button>` : nothing}
                        </li>`,
                    )}
                </ul>
            </section>
            <mw-blackout-dialog .sources=${this.sources}></mw-blackout-dialog>
        `;
    }

    private add(): void {
        void this.querySelector<BlackoutDialog>('mw-blackout-dialog')?.open();
    }

    private async takeAway({ id }: Blackout): Promise<void> {
        try {
            await removeBlackout(id);
            this.dispatchEvent(new Event('blackouts-changed', { bubbles: true }));
        } catch (problem) {
            tell(sentenceOf(problem));
        }
    }
}
customElements.define('mw-blackout-panel', BlackoutPanel);

/** Asks for a window in which nothing may run. */
class BlackoutDialog extends AskingDialog {
    static override properties = { ...AskingDialog.properties, sources: { attribute: false } };
    declare sources: readonly Source[];

    async open(): Promise<void> {
        await this.show();
    }

    protected override render() {
        return html`
            <dialog aria-labelledby="blackout-dialog-title">
                <form @submit=${this.submit}>
                    <h2 id="blackout-dialog-title">${say('addBlackout')}</h2>
                    <div class="pair">
                        <div class="field"><label for="blackout-from">${say('from')}</label><input id="blackout-from" name="from" type="time" required value="06:00" /></div>
                        <div class="field"><label for="blackout-to">${say('to')}</label><input id="blackout-to" name="to" type="time" required value="09:00" /></div>
                    </div>
                    <fieldset class="days"><legend>${say('days')}</legend>${WEEKDAYS.map((day) => html`<label class="inline"><input type="checkbox" name="day" value=${day} checked /> ${dayName(day)}</label>`)}</fieldset>
                    <div class="field"><label for="blackout-source">${say('source')}</label><select id="blackout-source" name="source" required>${this.sources.map(({ id, name }) => html`<option value=${id}>${name}</option>`)}</select></div>
                    <div class="field"><label for="blackout-reason">${say('reason')}</label><input id="blackout-reason" name="reason" type="text" maxlength="200" required /></div>
                    ${this.mistakeLine()}
                    <div class="actions"><button type="button" @click=${this.close}>${say('cancel')}</button><button class="primary" ?disabled=${this.busy}>${say('add')}</button></div>
                </form>
            </dialog>
        `;
    }

    protected override async carryOut(answers: FormData): Promise<void> {
        const days = answers.getAll('day') as Weekday[];
        if (days.length === 0) {
            throw new Error(say('noDays'));
        }
        await addBlackout({
            sourceId: String(answers.get('source')),
            days,
            from: String(answers.get('from')),
            to: String(answers.get('to')),
            reason: String(answers.get('reason')).trim(),
        });
        this.dispatchEvent(new Event('blackouts-changed', { bubbles: true }));
    }
}
customElements.define('mw-blackout-dialog', BlackoutDialog);
