import { html, nothing } from 'lit';
import { SecondTick } from '../clock/second-tick';
import { Follow } from '../follow';
import { span } from '../format/time';
import type { LiveClient } from '../live/live-client';
import { PageElement } from '../page-element';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);

/** What the server says about its own parts; `undefined` until it was said. */
export interface Health {
    readonly kafka: 'up' | 'down';
    readonly database: 'up' | 'down';
}

/** Says in a sentence why the figures on the page are not live. Shows nothing while all is well. */
export class ConnectionBanner extends PageElement {
    static override properties = { live: { attribute: false }, health: { attribute: false } };
    declare live: LiveClient;
    declare health: Health | undefined;

    constructor() {
        super();
        new SecondTick(this);
        new Follow(this, () => this.live, 'link');
    }

    protected override render() {
        const link = this.live.link;
        if (link.kind === 'lost') {
            const wait = Math.ceil((link.nextAttemptMillis - Date.now()) / 1000);
            return html`
                <div class="banner" data-kind="lost">
                    <p role="alert"><strong>${say('lost')}</strong> ${say('allOld')}</p>
                    <p>${say('lostSince', { span: span(Date.now() - link.sinceMillis) })} ${wait > 0 ? say('nextAttempt', { seconds: wait }) : say('trying')}</p>
                    <button @click=${() => this.live.retryNow()}>${say('tryNow')}</button>
                </div>
            `;
        }
        const sentence = this.health ? troubleIn(this.health) : '';
        return sentence ? html`<div class="banner" data-kind="server"><p role="alert">${sentence}</p></div>` : nothing;
    }
}
customElements.define('mw-connection-banner', ConnectionBanner);

function troubleIn({ kafka, database }: Health): string {
    if (database === 'down') {
        return say('databaseDown');
    }
    return kafka === 'down' ? say('brokerDown') : '';
}
