import { html, nothing } from 'lit';
import { Follow } from '../../kit/follow';
import { moment } from '../../kit/format/time';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import type { Farm } from '../farm';
import './stop-dialog';
import type { StopDialog } from './stop-dialog';
import words from './words.json';

const say = speaker(words);

/** In sight on every page: the button that closes every valve, or that the stop holds, with its release. */
export class StopBar extends PageElement {
    static override properties = { farm: { attribute: false } };
    declare farm: Farm;

    constructor() {
        super();
        new Follow(this, () => this.farm, 'stop');
    }

    protected override render() {
        const { stop } = this.farm;
        return html`
            <section aria-label=${say('stop')} data-holds=${stop != null}>
                ${stop
                    ? html`<p role="alert"><strong>${say('holds')}</strong> ${say('since', { when: moment(stop.since), who: stop.by, reason: stop.why })}</p>
                          ${this.farm.mayDecide ? html`<button @click=${() => this.ask('release')}>${say('release')}</button>` : nothing}`
                    : html`<button class="danger" @click=${() => this.ask('stop')}><svg viewBox="0 0 16 16" aria-hidden="true"><path d="M5 1h6l4 4v6l-4 4H5l-4-4V5Z" /></svg>${say('stop')}</button>`}
            </section>
            <mw-stop-dialog .farm=${this.farm}></mw-stop-dialog>
        `;
    }

    private ask(what: 'stop' | 'release'): void {
        void this.querySelector<StopDialog>('mw-stop-dialog')?.ask(what);
    }
}
customElements.define('mw-stop-bar', StopBar);
