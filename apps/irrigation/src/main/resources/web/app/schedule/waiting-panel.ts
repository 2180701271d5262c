import { html, nothing } from 'lit';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import type { Farm } from '../farm';
import { adviceText } from '../recommendation/sentence';
import type { Zone } from '../zone/zone';
import { byDaysToRefill } from '../zone/zone';
import words from './words.json';

const say = speaker(words);

/** Water that is advised and that nobody has decided on yet: it does not run, so the board does not show it. */
export class WaitingPanel extends PageElement {
    static override properties = { farm: { attribute: false } };
    declare farm: Farm;

    override connectedCallback(): void {
        super.connectedCallback();
        this.farm.zones.addEventListener('change', this.redraw);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.farm.zones.removeEventListener('change', this.redraw);
    }

    protected override render() {
        const waiting = this.farm.zones.all.filter(isWaiting).sort(byDaysToRefill);
        return waiting.length === 0
            ? nothing
            : html`
                  <section class="panel waiting" aria-labelledby="waiting-title">
                      <header><h2 id="waiting-title">${say('waiting', { n: waiting.length })}</h2></header>
                      <ul class="lines">${waiting.map((zone) => html`<li><a href=${`#/zones/${zone.id}`}>${zone.name}</a> <span class="figures">${zone.recommendation ? adviceText(zone.recommendation) : nothing}</span></li>`)}</ul>
                  </section>
              `;
    }

    private readonly redraw = (): void => this.requestUpdate();
}
customElements.define('mw-waiting-panel', WaitingPanel);

function isWaiting({ recommendation, running }: Zone): boolean {
    return recommendation?.action === 'irrigate' && recommendation.decision === 'open' && !running;
}
