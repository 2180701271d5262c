import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { fixed } from '../../kit/format/number';
import { age, moment } from '../../kit/format/time';
import { PageElement } from '../../kit/page-element';
import type { PatientDetail, PatientNode } from '../patient/patient';

/** The node on the chest: battery, what it still holds, and its model. */
export class NodePanel extends PageElement {
    static override properties = { patient: { attribute: false } };
    declare patient: PatientDetail;

    protected override render() {
        const { nodes } = this.patient;
        return html`
            <section class="panel" aria-labelledby="node-title">
                <header><h2 id="node-title">Node</h2></header>
                ${nodes.length === 0 ? html`<p>No node is on this patient, so nothing is watched.</p>` : ''}
                ${nodes.length > 1 ? html`<p class="mistake" role="alert">${nodes.length} nodes say that they are on this patient. Take off the one that is not.</p>` : ''}
                ${nodes.map((node) => this.facts(node))}
            </section>
        `;
    }

    private facts({ nodeId, lastSeenAt, batteryMillivolts, heldFrames, modelVersion }: PatientNode) {
        const assignment = this.patient.assignments.find((candidate) => candidate.nodeId === nodeId && candidate.to === null);
        return html`
            <dl class="facts figures">
                ${fact('Node', String(nodeId))} ${fact('Last heard', lastSeenAt ? html`<span class="age">${age(lastSeenAt)}</span>` : 'never')}
                ${fact('Battery', batteryMillivolts === null ? 'not reported' : `${fixed(batteryMillivolts / 1000, 2)} V`)}
                ${fact('Frames waiting on the node', heldFrames === null ? 'not reported' : fixed(heldFrames, 0))}
                ${fact('On this patient since', assignment ? moment(assignment.from) : 'not known')}
                ${fact('Model version', modelVersion === null ? 'not reported' : String(modelVersion))}
            </dl>
        `;
    }
}
customElements.define('mw-node-panel', NodePanel);

function fact(name: string, value: string | TemplateResult) {
    return html`<dt>${name}</dt><dd>${value}</dd>`;
}
