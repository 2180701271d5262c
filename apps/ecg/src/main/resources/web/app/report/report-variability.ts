import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { NO_FIGURE, fixed } from '../../kit/format/number';
import { sentenceOf } from '../../kit/http/sentence';
import { PageElement } from '../../kit/page-element';
import { fetchVariability } from '../server';
import { linesOf } from './variability';
import type { Variability } from './variability';

/** The standard's length of a short recording. */
const SPAN_MILLIS = 5 * 60_000;

/** Heart rate variability of the last five minutes of a report. */
export class ReportVariability extends PageElement {
    static override properties = { patientId: { type: String }, toMillis: { type: Number }, found: { state: true }, mistake: { state: true } };
    declare patientId: string;
    declare toMillis: number;
    declare found: readonly Variability[] | undefined;
    declare mistake: string;

    constructor() {
        super();
        this.mistake = '';
    }

    protected override willUpdate(changed: PropertyValues): void {
        if (changed.has('patientId') || changed.has('toMillis')) {
            this.found = undefined;
            void this.fetch();
        }
    }

    protected override render() {
        return html`
            <h2>Heart rate variability, last 5 minutes</h2>
            ${this.mistake ? html`<p class="mistake">It could not be fetched: ${this.mistake}</p>` : nothing}
            ${this.found?.length === 0 ? html`<p>No beats of these minutes are known.</p>` : this.found?.map((variability) => table(variability))}
        `;
    }

    private async fetch(): Promise<void> {
        try {
            this.found = await fetchVariability(this.patientId, this.toMillis - SPAN_MILLIS, this.toMillis);
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }
}
customElements.define('mw-report-variability', ReportVariability);

function table(variability: Variability) {
    const { normalIntervals, rejectedIntervals } = variability;
    return html`
        <dl class="variability figures">
            ${linesOf(variability).map(
                ({ name, value, decimals, unit }) => html`
                    <div><dt>${name}</dt><dd>${value === null ? NO_FIGURE : `${fixed(value, decimals)} ${unit}`}</dd></div>
                `,
            )}
        </dl>
        <p class="source quiet">${normalIntervals} intervals between sinus beats; ${rejectedIntervals} others left out. Task Force of ESC and NASPE, 1996.</p>
    `;
}
