import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { PageElement } from '../kit/page-element';
import type { Place } from '../kit/routing/hash-router';
import { currentPlace } from '../kit/routing/hash-router';
import '../kit/shell/console-shell';
import './alarms/alarms-page';
import './detail/machine-page';
import './figures/figures-page';
import './overview/overview-page';
import { Plant } from './plant';

/** The maintenance console: shows the page that the address names. */
export class MaintenanceConsole extends PageElement {
    static override properties = { place: { state: true } };
    declare place: Place;
    private readonly plant = new Plant();

    constructor() {
        super();
        this.place = currentPlace();
        window.addEventListener('hashchange', () => (this.place = currentPlace()));
    }

    override connectedCallback(): void {
        super.connectedCallback();
        void this.begin();
    }

    protected override render() {
        return html`<mw-console-shell .context=${this.plant} .page=${this.page()} pageKey=${this.place.path.join('/')}></mw-console-shell>`;
    }

    private page(): TemplateResult {
        const [room, id] = this.place.path;
        switch (room) {
            case undefined:
                return html`<mw-overview-page .plant=${this.plant} .query=${this.place.query}></mw-overview-page>`;
            case 'machines':
                return html`<mw-machine-page .plant=${this.plant} machineId=${id ?? ''} .query=${this.place.query}></mw-machine-page>`;
            case 'alarms':
                return html`<mw-alarms-page .plant=${this.plant} .query=${this.place.query}></mw-alarms-page>`;
            case 'figures':
                return html`<mw-figures-page></mw-figures-page>`;
            default:
                return html`<div class="empty"><h1>No such page</h1><p>The address names a page that does not exist. <a href="#/">Go to the machines</a>.</p></div>`;
        }
    }

    /** The server may still be starting: asks until it answers. */
    private async begin(): Promise<void> {
        try {
            await this.plant.session.check();
        } catch {
            window.setTimeout(() => void this.begin(), 2000);
        }
    }
}

customElements.define('mw-maintenance-console', MaintenanceConsole);
