import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Place } from '../kit/routing/hash-router';
import { RoutedConsole, noSuchPage } from '../kit/shell/routed-console';
import { Farm } from './farm';

/** The irrigation console: shows the page that the address names. */
export class IrrigationConsole extends RoutedConsole {
    constructor() {
        super(new Farm());
    }

    protected override page({ path: [room] }: Place): TemplateResult {
        switch (room) {
            case undefined:
                return html`<div class="empty"><h1>No zones yet</h1><p>Nothing is set up on this farm yet.</p></div>`;
            default:
                return noSuchPage('the zones');
        }
    }
}

customElements.define('mw-irrigation-console', IrrigationConsole);
