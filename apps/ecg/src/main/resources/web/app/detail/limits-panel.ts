import { html, nothing } from 'lit';
import { Follow } from '../../kit/follow';
import { moment } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import '../../kit/notice/confirm-dialog';
import type { ConfirmDialog } from '../../kit/notice/confirm-dialog';
import { PageElement } from '../../kit/page-element';
import { LEVEL_WORDS, LIMIT_WORDS, levelsFor, mistakesIn } from '../limits/limits';
import type { EventClass, Level, LimitName, LimitRange, LimitSettings, LimitWishes } from '../limits/limits';
import { changeSettings, restoreSettings } from '../server';
import type { Ward } from '../ward';

const LIMITS = Object.keys(LIMIT_WORDS) as LimitName[];

/** Limits and arrhythmia levels of one patient; they go back to the defaults when he is discharged. Fires `settings`. */
export class LimitsPanel extends PageElement {
    static override properties = {
        ward: { attribute: false },
        settings: { attribute: false },
        patientId: { type: String },
        mistake: { state: true },
        mistakes: { state: true },
        told: { state: true },
    };
    declare ward: Ward;
    declare settings: LimitSettings;
    declare patientId: string;
    declare mistake: string;
    /** By the limit that it is about. */
    declare mistakes: ReadonlyMap<LimitName, string>;
    declare told: string;

    constructor() {
        super();
        this.mistake = '';
        this.mistakes = new Map();
        this.told = '';
        new Follow(this, () => this.ward);
    }

    protected override render() {
        const { isDefault, changedAt, changedBy } = this.settings;
        const refusal = this.ward.clinicalRefusal;
        return html`
            <section class="panel" aria-labelledby="limits-title">
                <header>
                    <h2 id="limits-title">Alarm limits and arrhythmia levels</h2>
                    <span class="quiet">${isDefault ? 'Defaults' : `Changed${changedBy ? ` by ${changedBy}` : ''}${changedAt ? `, ${moment(changedAt)}` : ''}`}</span>
                </header>
                <form novalidate @submit=${this.submit}>
                    <fieldset class="limits" ?disabled=${refusal !== ''}>
                        <legend class="visually-hidden">Limits</legend>
                        ${LIMITS.map((name) => this.limit(name))} ${this.scale()} ${this.pacemaker()}
                    </fieldset>
                    <fieldset class="levels" ?disabled=${refusal !== ''}>
                        <legend>Arrhythmias</legend>
                        ${this.ward.classes.filter(({ technical, nodeReported }) => !technical && nodeReported).map((kind) => this.level(kind))}
                    </fieldset>
                    <p class="quiet">
                        Asystole, ventricular fibrillation and ventricular tachycardia are always high alarms; nobody can set them lower.
                        All of this goes back to the defaults at discharge.
                    </p>
                    ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing}
                    <p role="status">${this.told}</p>
                    <div class="actions">
                        ${refusal ? html`<span class="quiet">${refusal}</span>` : nothing}
                        <button type="button" ?disabled=${refusal !== '' || isDefault} @click=${this.restore}>Back to the defaults …</button>
                        <button class="primary" ?disabled=${refusal !== ''}>Keep these settings</button>
                    </div>
                </form>
                <mw-confirm-dialog></mw-confirm-dialog>
            </section>
        `;
    }

    private limit(name: LimitName) {
        const { words, unit } = LIMIT_WORDS[name];
        const range = this.ward.limitRanges.find((known) => known.name === name);
        const mistake = this.mistakes.get(name);
        return html`
            <div class="field">
                <label for=${`limit-${name}`}>${words}, ${unit}</label>
                <input
                    id=${`limit-${name}`}
                    type="number"
                    name=${name}
                    step="1"
                    min=${range?.least ?? 0}
                    max=${range?.most ?? nothing}
                    aria-invalid=${mistake ? 'true' : nothing}
                    aria-describedby=${`limit-${name}-range`}
                    .value=${String(this.settings.limits[name])}
                />
                <span class="hint" id=${`limit-${name}-range`}>${mistake ? html`<strong class="field-mistake">${mistake}</strong>` : range ? rangeLine(range) : nothing}</span>
            </div>
        `;
    }

    private scale() {
        return html`
            <div class="field">
                <label for="spo2-scale">SpO₂ scale of NEWS2</label>
                <select id="spo2-scale" name="spo2Scale" aria-describedby="spo2-scale-hint">
                    <option value="1" ?selected=${this.settings.spo2Scale === 1}>Scale 1</option>
                    <option value="2" ?selected=${this.settings.spo2Scale === 2}>Scale 2</option>
                </select>
                <span class="hint" id="spo2-scale-hint">2 for a target of 88–92 %</span>
            </div>
        `;
    }

    private pacemaker() {
        return html`
            <div class="field">
                <label for="has-pacemaker">Pacemaker</label>
                <select id="has-pacemaker" name="hasPacemaker" aria-describedby="has-pacemaker-hint">
                    <option value="no" ?selected=${!this.settings.hasPacemaker}>None</option>
                    <option value="yes" ?selected=${this.settings.hasPacemaker}>Has a pacemaker</option>
                </select>
                <span class="hint" id="has-pacemaker-hint">a change makes the node learn this patient anew</span>
            </div>
        `;
    }

    private level(kind: EventClass) {
        const chosen = this.settings.levels[kind.label] ?? kind.defaultLevel;
        const choices = levelsFor(kind);
        return html`
            <label class="field">
                <span>${kind.words}</span>
                ${
                    choices.length === 1
                        ? html`<span class="fixed">${LEVEL_WORDS[chosen]}; fixed</span>`
                        : html`<select name=${`level ${kind.label}`}>
                          ${choices.map((level) => html`<option value=${level} ?selected=${level === chosen}>${LEVEL_WORDS[level]}</option>`)}
                      </select>`
                }
            </label>
        `;
    }

    private submit(event: SubmitEvent): void {
        event.preventDefault();
        const wishes = this.wishes(new FormData(event.target as HTMLFormElement));
        this.mistakes = mistakesIn(wishes.limits, this.ward.limitRanges);
        this.told = '';
        const [first] = this.mistakes.keys();
        if (first === undefined) {
            void this.send(() => changeSettings(this.patientId, wishes), 'The settings are kept.');
        } else {
            this.mistake = 'Nothing was kept: see the fields that are marked.';
            this.querySelector<HTMLInputElement>(`#limit-${first}`)?.focus();
        }
    }

    private wishes(fields: FormData): LimitWishes {
        const levels: Record<string, Level> = { ...this.settings.levels };
        this.ward.classes.forEach(({ label }) => {
            const chosen = fields.get(`level ${label}`);
            if (chosen !== null) {
                levels[label] = chosen as Level;
            }
        });
        const limits = Object.fromEntries(LIMITS.map((name) => [name, limitIn(fields.get(name))])) as Record<LimitName, number>;
        return { limits, levels, spo2Scale: fields.get('spo2Scale') === '2' ? 2 : 1, hasPacemaker: fields.get('hasPacemaker') === 'yes' };
    }

    private restore(): void {
        void this.querySelector<ConfirmDialog>('mw-confirm-dialog')?.ask({
            name: 'Go back to the defaults',
            warning: 'The limits and levels that were set for this patient are dropped; whether there is a pacemaker stays. The log keeps what they were.',
            run: () => this.send(() => restoreSettings(this.patientId), 'The defaults hold again.'),
        });
    }

    private async send(run: () => Promise<LimitSettings>, told: string): Promise<void> {
        this.told = '';
        try {
            const settings = await run();
            this.mistake = '';
            this.mistakes = new Map();
            this.told = told;
            this.dispatchEvent(new CustomEvent('settings', { detail: settings, bubbles: true }));
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }
}
customElements.define('mw-limits-panel', LimitsPanel);

function rangeLine({ least, most, byDefault }: LimitRange): string {
    return `${least} to ${most}; default ${byDefault}`;
}

/** An empty field is no number, and never 0. */
function limitIn(field: FormDataEntryValue | null): number {
    return field === null || field === '' ? Number.NaN : Number(field);
}
