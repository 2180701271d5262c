import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Measure } from './measure';
import { decimalsOf, fromReadersUnit, inReadersUnit, unitOf } from './measure';

export interface MeasureField {
    readonly name: string;
    readonly label: string;
    readonly measure: Measure;
    /** In the metric unit, as are the limits. */
    readonly value?: number | null | undefined;
    readonly least?: number;
    readonly most?: number;
    readonly required?: boolean;
}

/** A figure entered in the reader's unit. The range of the limits is told to whoever leaves it. */
export function measureField({ name, label, measure, value, least, most, required = false }: MeasureField): TemplateResult {
    const shown = (metric: number): string => inReadersUnit(measure, metric).toFixed(decimalsOf(measure) + 1).replace(/\.?0+$/, '');
    const bound = (metric: number | undefined) => (metric === undefined ? nothing : shown(metric));
    return html`
        <div class="field">
            <label for=${`field-${name}`}>${label} <span class="quiet">(${unitOf(measure)})</span></label>
            <input id=${`field-${name}`} name=${name} type="number" step="any" inputmode="decimal" min=${bound(least)} max=${bound(most)} ?required=${required} value=${value === null || value === undefined ? '' : shown(value)} />
        </div>
    `;
}

/** What was entered, in the metric unit; nothing for an empty field. */
export function measureIn(answers: FormData, name: string, measure: Measure): number | null {
    const text = String(answers.get(name) ?? '').trim();
    return text === '' ? null : fromReadersUnit(measure, Number(text));
}
