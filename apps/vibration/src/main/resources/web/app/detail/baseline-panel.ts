import { html, nothing } from 'lit';
import { PageElement } from '../../kit/page-element';
import type { Plant } from '../plant';
import { TECHNICIAN } from '../plant';
import { freezeBaseline, learnBaselineAnew } from '../server';

interface Wish {
    readonly name: string;
    readonly warning: string;
    readonly told: string;
    readonly send: (machineId: string) => Promise<void>;
}

const LEARN_ANEW: Wish = {
    name: 'Learn the baseline anew',
    warning:
        'The node forgets how this machine ran when it was well, and takes how it runs from now on as well. ' +
        'Until it has learnt that, it judges nothing. Do this after a repair, while the machine is sound and runs as usual.',
    told: 'The node was told to learn the baseline anew. While it learns, its windows count as warming up.',
    send: learnBaselineAnew,
};

const FREEZE: Wish = {
    name: 'Freeze the baseline',
    warning: 'The node keeps its baseline as it is, now or as soon as it is learnt. Only learning anew changes it again. A node whose model stops learning by itself does this already.',
    told: 'The node was told to freeze its baseline; one that had stopped learning by itself goes on as before.',
    send: freezeBaseline,
};

/** What a technician can do about the baseline that the node learns of its machine. Nothing happens without a second click. */
export class BaselinePanel extends PageElement {
    static override properties = {
        plant: { attribute: false },
        machineId: { type: String },
        wish: { state: true },
        told: { state: true },
        mistake: { state: true },
        busy: { state: true },
    };
    declare plant: Plant;
    declare machineId: string;
    declare wish: Wish | undefined;
    declare told: string;
    declare mistake: string;
    declare busy: boolean;

    constructor() {
        super();
        this.told = '';
        this.mistake = '';
        this.busy = false;
    }

    protected override render() {
        const refusal = this.plant.session.has(TECHNICIAN) ? '' : 'Only technicians change baselines, and you are signed in as a viewer.';
        return html`
            <section class="panel" aria-labelledby="baseline-title">
                <header>
                    <h2 id="baseline-title">Baseline of this machine</h2>
                    <div class="actions">
                        ${[FREEZE, LEARN_ANEW].map(
                            (wish) => html`<button ?disabled=${refusal !== ''} title=${refusal || nothing} @click=${() => void this.ask(wish)}>${wish.name} …</button>`,
                        )}
                    </div>
                </header>
                <p class="quiet">The node compares what it hears with how this machine ran when it was well.</p>
                <p role="status">${this.told}</p>
                ${this.confirmation()}
            </section>
        `;
    }

    private confirmation() {
        return html`
            <dialog aria-labelledby="baseline-question">
                <form @submit=${this.submit}>
                    <h2 id="baseline-question">${this.wish?.name}?</h2>
                    <p>${this.wish?.warning}</p>
                    ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing}
                    <div class="actions">
                        <button type="button" autofocus @click=${this.close}>Cancel</button>
                        <button class="primary" ?disabled=${this.busy}>${this.wish?.name}</button>
                    </div>
                </form>
            </dialog>
        `;
    }

    private async ask(wish: Wish): Promise<void> {
        this.wish = wish;
        this.told = '';
        this.mistake = '';
        await this.updateComplete;
        this.querySelector('dialog')?.showModal();
    }

    private async submit(event: SubmitEvent): Promise<void> {
        event.preventDefault();
        if (!this.wish) {
            return;
        }
        this.busy = true;
        try {
            await this.wish.send(this.machineId);
            this.told = this.wish.told;
            this.close();
        } catch (problem) {
            this.mistake = problem instanceof Error ? problem.message : String(problem);
        } finally {
            this.busy = false;
        }
    }

    private close(): void {
        this.querySelector('dialog')?.close();
    }
}
customElements.define('mw-baseline-panel', BaselinePanel);
