import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { percent } from '../../kit/format/number';
import { moment } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import { PageElement } from '../../kit/page-element';
import { fetchLabels, labelBeat } from '../server';
import type { Ward } from '../ward';
import { BEAT_CLASSES, BEAT_WORDS, classOf } from './label';
import type { Beat, BeatLabel, Label } from './label';
import { labelVersions } from './label-versions';

/** Labels that lie this near to a beat are about it. */
const SAME_BEAT_MILLIS = 150;

/** The beat that was chosen: what the node said, what people said, and a class for the second click. Fires `labelled`. */
export class BeatPanel extends PageElement {
    static override properties = {
        ward: { attribute: false },
        patientId: { type: String },
        beat: { attribute: false },
        versions: { state: true },
        mistake: { state: true },
    };
    declare ward: Ward;
    declare patientId: string;
    declare beat: Beat | undefined;
    declare versions: readonly Label[];
    declare mistake: string;

    constructor() {
        super();
        this.versions = [];
        this.mistake = '';
    }

    protected override willUpdate(changed: PropertyValues): void {
        if (changed.has('beat')) {
            this.versions = [];
            this.mistake = '';
            void this.fetch();
        }
    }

    protected override render() {
        const { beat } = this;
        if (!beat) {
            return html`<p class="quiet beat-hint">Click a beat’s letter, then its right class: two clicks change a label. Letters after EC57: N, S, V, F, Q; ? where the node was not sure.</p>`;
        }
        const { refusal } = this.ward;
        return html`
            <div class="beat-panel" data-t=${beat.t}>
                <h3>Beat at ${moment(beat.t)}</h3>
                <div class="choice" role="group" aria-label="Class of this beat">
                    ${[...BEAT_CLASSES, 'none' as const].map(
                        (name) => html`
                            <button aria-pressed=${classOf(beat) === name} title=${name === 'none' ? 'no beat here' : BEAT_WORDS[name]} ?disabled=${refusal !== ''} @click=${() => void this.relabel(beat, name)}>
                                ${name === 'none' ? 'No beat' : name}
                            </button>
                        `,
                    )}
                </div>
                <p>The node said <strong>${beat.class}</strong>, ${BEAT_WORDS[beat.class]} (${percent(beat.confidence)}${beat.abstained ? ', and was not sure' : ''})${beat.paced ? ', behind a pacing spike' : ''}.${refusal ? ` ${refusal}` : ''}</p>
                ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing} ${labelVersions(this.versions)}
            </div>
        `;
    }

    private async relabel(beat: Beat, name: BeatLabel): Promise<void> {
        try {
            const label = await labelBeat(this.patientId, beat, name);
            this.dispatchEvent(new CustomEvent('labelled', { detail: { beat, label }, bubbles: true }));
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }

    private async fetch(): Promise<void> {
        const { beat } = this;
        if (!beat || this.ward.refusal) {
            return;
        }
        try {
            const labels = await fetchLabels(this.patientId, beat.t - SAME_BEAT_MILLIS, beat.t + SAME_BEAT_MILLIS);
            if (beat === this.beat) {
                this.versions = labels.filter(({ kind }) => kind === 'beat');
            }
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }
}
customElements.define('mw-beat-panel', BeatPanel);
