import { html, nothing } from 'lit';
import { speaker, knows } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { amount, measured, unitOf } from '../../kit/units/measure';
import type { Farm } from '../farm';
import { dayText } from '../day';
import { reasonText } from '../reason/reason';
import { balanceWord } from '../zone/status';
import './correction-dialog';
import type { CorrectionDialog } from './correction-dialog';
import words from './words.json';
import type { LedgerDay, ZoneDetail } from './zone-server';
import { ledgerTable } from './ledger-table';

const say = speaker(words);
const FIRST_SHOWN_DAYS = 5;
const SMALLEST_SHOWN_MILLIMETRES = 0.05;

/** Every day's entries in the depletion, the newest first; expected rain stands beside what the gauge made of it. */
export class LedgerPanel extends PageElement {
    static override properties = { farm: { attribute: false }, zone: { attribute: false }, days: { attribute: false }, whole: { state: true } };
    declare farm: Farm;
    declare zone: ZoneDetail;
    declare days: readonly LedgerDay[] | undefined;
    declare whole: boolean;

    constructor() {
        super();
        this.whole = false;
    }

    protected override render() {
        const days = [...(this.days ?? [])].sort((left, right) => right.day.localeCompare(left.day));
        return html`
            <section class="panel ledger" aria-labelledby="ledger-title">
                <header>
                    <h2 id="ledger-title">${say('ledger')}</h2>
                    <span class="tools">
                        <button class="quiet" @click=${this.download}>CSV</button>
                        ${this.farm.mayDecide ? html`<button class="quiet" @click=${this.correct}>${say('correct')}</button>` : nothing}
                    </span>
                </header>
                ${this.days === undefined ? html`<p class="quiet">${say('fetching')}</p>` : days.length === 0 ? html`<p class="quiet">${say('noLedger')}</p>` : this.table(days)}
            </section>
            <mw-correction-dialog .zone=${this.zone}></mw-correction-dialog>
        `;
    }

    private table(days: readonly LedgerDay[]) {
        return html`
            <div class="scroll" tabindex="0" role="region" aria-label=${say('ledger')}>
                <table class="sheet cards" role="table">
                    <caption class="quiet">${say('ledgerCaption', { unit: unitOf('waterDepth') })}</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th role="columnheader" scope="col">${say('day')}</th>
                            <th role="columnheader" scope="col" class="number">${say('opening')}</th>
                            <th role="columnheader" scope="col">${say('entries')}</th>
                            <th role="columnheader" scope="col">${say('rainSettled')}</th>
                            <th role="columnheader" scope="col" class="number">${say('closing')}</th>
                            <th role="columnheader" scope="col">${say('balance')}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">${days.slice(0, this.whole ? undefined : FIRST_SHOWN_DAYS).map((day) => this.row(day))}</tbody>
                </table>
            </div>
            ${!this.whole && days.length > FIRST_SHOWN_DAYS ? html`<button class="more" @click=${() => (this.whole = true)}>${say('allDays', { n: days.length })}</button>` : nothing}
        `;
    }

    private row(day: LedgerDay) {
        return html`
            <tr role="row" data-day=${day.day}>
                <th role="rowheader" scope="row" class="figures">${dayText(day.day)}</th>
                <td role="cell" class="number" data-label=${say('opening')}>${amount('waterDepth', day.openingMillimetres)}</td>
                <td role="cell" data-label=${say('entries')}>
                    <ul class="entries figures">
                        ${day.entries
                            .filter(({ millimetres }) => Math.abs(millimetres) >= SMALLEST_SHOWN_MILLIMETRES)
                            .map(({ kind, millimetres }) => html`<li data-kind=${kind}><span>${entryWord(kind)}</span> <strong>${signed(millimetres)}</strong></li>`)}
                    </ul>
                </td>
                <td role="cell" class="figures" data-label=${say('rainSettled')}><span>${rainText(day)}</span></td>
                <td role="cell" class="number" data-label=${say('closing')}><strong>${amount('waterDepth', day.closingMillimetres)}</strong></td>
                <td role="cell" data-label=${say('balance')}>
                    <span>${day.spreadMillimetres == null ? nothing : html`<span class="figures">± ${measured('waterDepth', day.spreadMillimetres)}</span>, `}${day.reason && day.balance === 'weather-only' ? html`<span class="quiet">${reasonText(day.reason)}</span>` : balanceWord(day.balance)}</span>
                </td>
            </tr>
        `;
    }

    /** As text that a spreadsheet takes, in metric units whatever the reader's are. */
    private download(): void {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([ledgerTable(this.days ?? [])], { type: 'text/csv' }));
        link.download = `ledger-${this.zone.id}.csv`;
        link.click();
        URL.revokeObjectURL(link.href);
    }

    private correct(): void {
        void this.querySelector<CorrectionDialog>('mw-correction-dialog')?.open();
    }
}
customElements.define('mw-ledger-panel', LedgerPanel);

function entryWord(kind: string): string {
    const key = `entry-${kind}`;
    return knows(words, key) ? say(key) : kind;
}

function signed(millimetres: number): string {
    return `${millimetres > 0 ? '+' : '−'}${amount('waterDepth', Math.abs(millimetres))}`;
}

/** What was expected and what the gauge said; nothing where neither was rain. */
function rainText({ expectedRainMillimetres, gaugeRainMillimetres }: LedgerDay): string {
    if (!expectedRainMillimetres && !gaugeRainMillimetres) {
        return '–';
    }
    return say('expectedAndGauge', { expected: measured('waterDepth', expectedRainMillimetres), gauge: gaugeRainMillimetres == null ? say('notYet') : measured('waterDepth', gaugeRainMillimetres) });
}
