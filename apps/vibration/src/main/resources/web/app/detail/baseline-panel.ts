import { html, nothing } from 'lit';
import '../../kit/notice/confirm-dialog';
import type { ConfirmDialog } from '../../kit/notice/confirm-dialog';
import { PageElement } from '../../kit/page-element';
import { TECHNICIAN } from '../../kit/shell/live-console';
import type { Plant } from '../plant';
import { freezeBaseline, learnBaselineAnew } from '../server';

interface BaselineWish {
    readonly name: string;
    readonly warning: string;
    readonly told: string;
    readonly send: (machineId: string) => Promise<void>;
}

const LEARN_ANEW: BaselineWish = {
    name: 'Learn the baseline anew',
    warning:
        'The node forgets how this machine ran when it was well, and takes how it runs from now on as well. ' +
        'Until it has learnt that, it judges nothing. Do this after a repair, while the machine is sound and runs as usual.',
    told: 'The node was told to learn the baseline anew. While it learns, its windows count as warming up.',
    send: learnBaselineAnew,
};

const FREEZE: BaselineWish = {
    name: 'Freeze the baseline',
    warning: 'The node keeps its baseline as it is, now or as soon as it is learnt. Only learning anew changes it again. A node whose model stops learning by itself does this already.',
    told: 'The node was told to freeze its baseline; one that had stopped learning by itself goes on as before.',
    send: freezeBaseline,
};

/** What a technician can do about the baseline that the node learns of its machine. Nothing happens without a second click. */
export class BaselinePanel extends PageElement {
    static override properties = { plant: { attribute: false }, machineId: { type: String }, told: { state: true } };
    declare plant: Plant;
    declare machineId: string;
    declare told: string;

    constructor() {
        super();
        this.told = '';
    }

    protected override render() {
        const refusal = this.plant.session.has(TECHNICIAN) ? '' : 'Only technicians change baselines, and you are signed in as a viewer.';
        return html`
            <section class="panel" aria-labelledby="baseline-title">
                <header>
                    <h2 id="baseline-title">Baseline of this machine</h2>
                    <div class="actions">
                        ${[FREEZE, LEARN_ANEW].map(
                            (wish) => html`<button ?disabled=${refusal !== ''} title=${refusal || nothing} @click=${() => this.ask(wish)}>${wish.name} …</button>`,
                        )}
                    </div>
                </header>
                <p class="quiet">The node compares what it hears with how this machine ran when it was well.</p>
                <p role="status">${this.told}</p>
                <mw-confirm-dialog></mw-confirm-dialog>
            </section>
        `;
    }

    private ask({ name, warning, told, send }: BaselineWish): void {
        this.told = '';
        const run = async (): Promise<void> => {
            await send(this.machineId);
            this.told = told;
        };
        void this.querySelector<ConfirmDialog>('mw-confirm-dialog')?.ask({ name, warning, run });
    }
}
customElements.define('mw-baseline-panel', BaselinePanel);
