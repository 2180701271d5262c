import { html } from 'lit';
import { PageElement } from '../page-element';

const SHOWN_MILLIS = 8000;

/** One sentence at a time about what was just done or why it could not be done; read out by screen readers. */
export class NoticeArea extends PageElement {
    static override properties = { sentence: { state: true } };
    declare sentence: string;
    private timer = 0;

    constructor() {
        super();
        this.sentence = '';
    }

    say(sentence: string): void {
        this.sentence = sentence;
        window.clearTimeout(this.timer);
        this.timer = window.setTimeout(() => (this.sentence = ''), SHOWN_MILLIS);
    }

    protected override render() {
        return html`<div role="status">${this.sentence ? html`<p>${this.sentence}</p>` : ''}</div>`;
    }
}
customElements.define('mw-notice-area', NoticeArea);

/** Says a sentence on the page that is shown, if there is one. */
export function say(sentence: string): void {
    document.querySelector<NoticeArea>('mw-notice-area')?.say(sentence);
}
