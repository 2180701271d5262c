import { html, nothing } from 'lit';
import { SecondTick } from '../clock/second-tick';
import { Follow } from '../follow';
import { span } from '../format/time';
import type { LiveClient } from '../live/live-client';
import { PageElement } from '../page-element';

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
                    <p role="alert"><strong>No link to the server.</strong> All figures are old; their age is shown in grey.</p>
                    <p>Lost ${span(Date.now() - link.sinceMillis)} ago. ${wait > 0 ? `Next attempt in ${wait} s.` : 'Trying now …'}</p>
                    <button @click=${() => this.live.retryNow()}>Try now</button>
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
        return 'The server cannot reach its database. New figures wait in the message broker and appear when it is back.';
    }
    return kafka === 'down' ? 'The server cannot reach the message broker. Nodes and gateway keep new figures until it is back.' : '';
}
