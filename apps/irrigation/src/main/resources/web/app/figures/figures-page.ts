import { html } from 'lit';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import type { Farm } from '../farm';
import { statusMark } from '../zone/status';
import { STATUSES } from '../zone/zone';
import words from './words.json';

const say = speaker(words);
const ROOMS = ['balance', 'lines', 'forecast', 'recommendation', 'ledger', 'safety', 'sensors', 'disease', 'salt', 'age'] as const;

/** Explains every figure of the console. */
export class FiguresPage extends PageElement {
    static override properties = { farm: { attribute: false } };
    declare farm: Farm;

    protected override render() {
        document.title = `${say('title')} – ${this.farm.product}`;
        return html`
            <header class="page-head"><h1>${say('title')}</h1></header>
            <div class="prose panel">
                <h2>${say('status')}</h2>
                <dl class="facts">${STATUSES.map((status) => html`<dt>${statusMark(status)}</dt><dd>${say(`status-${status}`)}</dd>`)}</dl>
                ${ROOMS.map((room) => html`<h2>${say(`${room}-title`)}</h2><p>${say(`${room}-text`)}</p>`)}
            </div>
        `;
    }
}
customElements.define('mw-figures-page', FiguresPage);
