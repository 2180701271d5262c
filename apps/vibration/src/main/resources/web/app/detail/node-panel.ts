import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { fixed } from '../../kit/format/number';
import { PageElement } from '../../kit/page-element';
import type { MachineDetail } from '../machine/machine';
import { FAMILIES, LINE_NAMES } from '../machine/fault-lines';
import { updateInShort } from '../machine/update-words';

/** The node that listens to the machine, and the bearing it listens for. */
export class NodePanel extends PageElement {
    static override properties = { machine: { attribute: false } };
    declare machine: MachineDetail;

    protected override render() {
        const { node, orders, bearing } = this.machine;
        return html`
            <section class="panel" aria-labelledby="node-title">
                <header><h2 id="node-title">Node and bearing</h2></header>
                <dl class="facts figures">
                    ${fact('Node', node?.id ?? this.machine.nodeId)} ${fact('Model on the node', modelText(node))}
                    ${fact('Model hash', hashText(node?.bundleHash))} ${fact('Model update', updateInShort(node?.update))}
                    ${fact('Frames waiting on the node', fixed(node?.heldFrames, 0))} ${fact('Frames lost on the node', fixed(node?.droppedFrames, 0))}
                    ${fact('Signal lamp at the machine', node?.localAlarmSignal ? 'on: an alarm got no answer' : 'off')} ${fact('Bearing', bearing)}
                    ${LINE_NAMES.map((name) => fact(`${name}, ${FAMILIES[name].meaning}`, `${fixed(orders[FAMILIES[name].order], 5)} × shaft`))}
                </dl>
            </section>
        `;
    }
}
customElements.define('mw-node-panel', NodePanel);

function modelText(node: MachineDetail['node']): string {
    if (!node?.firmwareModelVersion) {
        return 'not reported';
    }
    const version = `version ${node.firmwareModelVersion}`;
    return node.modelId == null ? version : `${version} of model ${node.modelId}`;
}

/** Two groups of eight digits, which people can compare. */
function hashText(hash: string | null | undefined) {
    return hash ? html`<code>${hash.slice(0, 8)} ${hash.slice(8)}</code>` : 'not reported';
}

function fact(name: string, value: string | number | TemplateResult) {
    return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}
