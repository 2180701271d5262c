import { html, nothing } from 'lit';
import { Follow } from '../../kit/follow';
import { decibels, fixed, percent } from '../../kit/format/number';
import { age } from '../../kit/format/time';
import { PageElement } from '../../kit/page-element';
import type { FaultLine } from '../machine/fault-lines';
import { CLEAR_HEIGHT } from '../machine/fault-lines';
import type { MachineDetail, Verdict } from '../machine/machine';
import { VERDICTS } from '../machine/verdict-words';
import type { Captures } from './captures';

/** What the node concluded, in plain words, and whether the last capture bears it out. */
export class VerdictPanel extends PageElement {
    static override properties = { machine: { attribute: false }, captures: { attribute: false } };
    declare machine: MachineDetail;
    declare captures: Captures;

    constructor() {
        super();
        new Follow(this, () => this.captures);
    }

    protected override render() {
        const { verdict } = this.machine;
        return html`
            <section class="panel" aria-labelledby="verdict-title">
                <header><h2 id="verdict-title">Verdict of the node</h2></header>
                ${verdict ? this.words(verdict) : html`<p>The node has not judged this machine yet. It does so once it has measured long enough.</p>`}
            </section>
        `;
    }

    private words(verdict: Verdict) {
        const { short, sentence, advice, line } = VERDICTS[verdict.fault];
        return html`
            <p class="headline">${short} <span class="probability figures">${percent(verdict.probability)}</span></p>
            <p>${sentence} It gives this answer a probability of ${percent(verdict.probability)}. <span class="age">${age(verdict.at)}</span></p>
            ${line ? html`<p>${this.evidence(line)}</p>` : nothing} ${advice ? html`<p class="advice">${advice}</p>` : nothing}
            <p class="source quiet">Model version ${this.machine.node?.firmwareModelVersion ?? 'not reported'}, running on the node itself.</p>
        `;
    }

    /** Compares the verdict with the envelope spectrum, which the node's model did not see in this form. */
    private evidence(name: string): string {
        const { envelope } = this.captures;
        if (!envelope) {
            return 'There is no capture to check it against yet.';
        }
        const lines = envelope.lines.filter((candidate) => candidate.name === name);
        const clear = lines.filter((candidate) => candidate.heightAboveFloor >= CLEAR_HEIGHT);
        const highest = highestOf(lines);
        if (clear.length > 0 && highest) {
            const orders = clear.map((candidate) => `${candidate.harmonic}×`).join(', ');
            return `The last capture bears it out: ${name} stands out at ${orders}, most of all ${fixed(highest.frequencyHz, 1)} Hz, ${decibels(highest.heightAboveFloor)} above the floor.`;
        }
        return highest
            ? `The last capture does not bear it out: no multiple of ${name} stands clear of the noise (the highest by ${decibels(highest.heightAboveFloor)}).`
            : `The last capture does not reach the frequency of ${name}.`;
    }
}
customElements.define('mw-verdict-panel', VerdictPanel);

function highestOf(lines: readonly FaultLine[]): FaultLine | undefined {
    return [...lines].sort((left, right) => right.heightAboveFloor - left.heightAboveFloor)[0];
}
