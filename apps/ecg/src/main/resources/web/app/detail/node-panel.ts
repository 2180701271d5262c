import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { fixed } from '../../kit/format/number';
import { age, moment } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import '../../kit/notice/confirm-dialog';
import type { ConfirmDialog } from '../../kit/notice/confirm-dialog';
import { PageElement } from '../../kit/page-element';
import '../admission/node-field';
import type { PatientDetail, PatientNode } from '../patient/patient';
import { putNodeOn, takeNodeOff } from '../server';
import type { Ward } from '../ward';

/** The nodes on the patient: battery, what they still hold, their model; taking one off and putting another on. Fires `nodes`. */
export class NodePanel extends PageElement {
    static override properties = {
        ward: { attribute: false },
        patient: { attribute: false },
        adding: { state: true },
        mistake: { state: true },
    };
    declare ward: Ward;
    declare patient: PatientDetail;
    /** Whether the field for another node is open. */
    declare adding: boolean;
    declare mistake: string;

    constructor() {
        super();
        this.adding = false;
        this.mistake = '';
    }

    protected override render() {
        const { nodes } = this.patient;
        const { refusal } = this.ward;
        return html`
            <section class="panel" aria-labelledby="node-title">
                <header>
                    <h2 id="node-title">${nodes.length > 1 ? 'Nodes' : 'Node'}</h2>
                    <button class="quiet" aria-expanded=${this.adding} ?disabled=${refusal !== ''} title=${refusal || nothing} @click=${() => (this.adding = !this.adding)}>
                        Put another node on
                    </button>
                </header>
                ${this.adding ? this.field() : nothing}
                ${nodes.length === 0 ? html`<p>No node is on this patient, so nothing is watched.</p>` : nothing}
                ${nodes.length > 1 ? html`<p class="mistake" role="alert">${nodes.length} nodes are on this patient. What each records is kept and shown by itself; take off the one that is not on the chest.</p>` : nothing}
                ${nodes.map((node) => this.facts(node))}
                <mw-confirm-dialog></mw-confirm-dialog>
            </section>
        `;
    }

    private field() {
        return html`
            <form class="admission" @submit=${this.putOn}>
                <mw-node-field></mw-node-field>
                ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing}
                <div class="actions"><button class="primary">Put on</button></div>
            </form>
        `;
    }

    private facts(node: PatientNode) {
        const { nodeId, lastSeenAt, batteryMillivolts, heldFrames, modelVersion, patientConfirmed } = node;
        const assignment = this.patient.assignments.find((candidate) => candidate.nodeId === nodeId && candidate.to === null);
        return html`
            <dl class="facts figures">
                ${fact('Node', html`${nodeId} <button class="quiet" ?disabled=${this.ward.refusal !== ''} aria-label=${`Take node ${nodeId} off`} @click=${() => this.ask(node)}>Take off …</button>`)}
                ${fact('Last heard', lastSeenAt ? html`<span class="age">${age(lastSeenAt)}</span>` : 'never')}
                ${fact('Battery', batteryMillivolts === null ? 'not reported' : `${fixed(batteryMillivolts / 1000, 2)} V`)}
                ${fact('Frames waiting on the node', heldFrames === null ? 'not reported' : fixed(heldFrames, 0))}
                ${fact('On this patient since', assignment ? moment(assignment.from) : 'not known')}
                ${fact('Model version', modelVersion === null ? 'not reported' : String(modelVersion))}
                ${fact('Watches', `${patientConfirmed ? '' : 'not yet confirmed by the node: '}this patient, ${this.patient.hasPacemaker ? 'with a pacemaker' : 'no pacemaker'}`)}
            </dl>
        `;
    }

    private ask({ nodeId }: PatientNode): void {
        void this.querySelector<ConfirmDialog>('mw-confirm-dialog')?.ask({
            name: `Take node ${nodeId} off`,
            warning: 'Its open alarms are closed and logged. What it recorded until now stays with this patient; what it records from now on does not.',
            run: async () => this.takeUp(await takeNodeOff(this.patient.id, nodeId)),
        });
    }

    private async putOn(event: SubmitEvent): Promise<void> {
        event.preventDefault();
        const nodeId = String(new FormData(event.target as HTMLFormElement).get('nodeId') ?? '').trim();
        if (nodeId === '') {
            this.mistake = 'Give the number of the node.';
            return;
        }
        try {
            this.takeUp(await putNodeOn(this.patient.id, nodeId));
            this.adding = false;
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }

    private takeUp(patient: Parameters<Ward['patients']['apply']>[0]): void {
        this.ward.patients.apply(patient);
        this.dispatchEvent(new CustomEvent('nodes', { bubbles: true }));
    }
}
customElements.define('mw-node-panel', NodePanel);

function fact(name: string, value: string | TemplateResult) {
    return html`<dt>${name}</dt><dd>${value}</dd>`;
}
