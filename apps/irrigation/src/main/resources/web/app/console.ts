import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { speaker } from '../kit/language/words';
import type { Place } from '../kit/routing/hash-router';
import { RoutedConsole, noSuchPage } from '../kit/shell/routed-console';
import { Farm } from './farm';
import './overview/overview-page';
import words from './words.json';

const say = speaker(words);

/** The irrigation console: shows the page that the address names. */
export class IrrigationConsole extends RoutedConsole {
    private readonly farm: Farm;

    constructor() {
        const farm = new Farm();
        super(farm);
        this.farm = farm;
    }

    protected override page({ path: [room], query }: Place): TemplateResult {
        switch (room) {
            case undefined:
                return html`<mw-overview-page .farm=${this.farm} .query=${query}></mw-overview-page>`;
            default:
                return noSuchPage(say('theZones'));
        }
    }
}

customElements.define('mw-irrigation-console', IrrigationConsole);
