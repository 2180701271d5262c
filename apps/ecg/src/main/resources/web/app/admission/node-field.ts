import { html } from 'lit';
import { age } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import { PageElement } from '../../kit/page-element';
import { fetchUnassignedNodes } from '../server';

type FreeNode = Awaited<ReturnType<typeof fetchUnassignedNodes>>[number];
let fields = 0;

/** The number of a node, with those offered that are heard and on nobody; the form's field is `nodeId`. */
export class NodeField extends PageElement {
    static override properties = { nodes: { state: true }, mistake: { state: true } };
    declare nodes: readonly FreeNode[] | undefined;
    declare mistake: string;
    private readonly fieldId = `node-field-${++fields}`;

    constructor() {
        super();
        this.mistake = '';
    }

    override connectedCallback(): void {
        super.connectedCallback();
        void this.fetch();
    }

    protected override render() {
        const id = this.fieldId;
        return html`
            <div class="field">
                <label for=${id}>Node</label>
                <input id=${id} name="nodeId" type="text" inputmode="numeric" pattern="[0-9]+" list=${`${id}-free`} aria-describedby=${`${id}-words`} autocomplete="off" />
                <datalist id=${`${id}-free`}>${this.nodes?.map(({ nodeId }) => html`<option value=${nodeId}></option>`)}</datalist>
                <p class="quiet" id=${`${id}-words`}>${this.words()}</p>
            </div>
        `;
    }

    private words() {
        if (this.mistake) {
            return this.mistake;
        }
        if (this.nodes === undefined) {
            return 'Asking which nodes are free …';
        }
        return this.nodes.length === 0 ? 'No node is heard that is on nobody.' : html`Heard and on nobody: ${this.nodes.map((node) => this.choice(node))}`;
    }

    private choice({ nodeId, lastSeenAt }: FreeNode) {
        return html`<button type="button" class="quiet" title=${lastSeenAt ? `heard ${age(lastSeenAt)}` : ''} @click=${() => this.take(String(nodeId))}>${nodeId}</button> `;
    }

    private take(nodeId: string): void {
        const input = this.querySelector('input');
        if (input) {
            input.value = nodeId;
        }
    }

    private async fetch(): Promise<void> {
        try {
            this.nodes = await fetchUnassignedNodes();
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }
}
customElements.define('mw-node-field', NodeField);
