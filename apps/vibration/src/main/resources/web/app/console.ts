import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Place } from '../kit/routing/hash-router';
import { RoutedConsole, noSuchPage } from '../kit/shell/routed-console';
import './alarms/alarms-page';
import './detail/machine-page';
import './figures/figures-page';
import './overview/overview-page';
import { Plant } from './plant';

/** The maintenance console: shows the page that the address names. */
export class MaintenanceConsole extends RoutedConsole {
    private readonly plant: Plant;

    constructor() {
        const plant = new Plant();
        super(plant);
        this.plant = plant;
    }

    protected override page({ path: [room, id], query }: Place): TemplateResult {
        switch (room) {
            case undefined:
                return html`<mw-overview-page .plant=${this.plant} .query=${query}></mw-overview-page>`;
            case 'machines':
                return html`<mw-machine-page .plant=${this.plant} machineId=${id ?? ''} .query=${query}></mw-machine-page>`;
            case 'alarms':
                return html`<mw-alarms-page .plant=${this.plant} .query=${query}></mw-alarms-page>`;
            case 'figures':
                return html`<mw-figures-page></mw-figures-page>`;
            default:
                return noSuchPage('the machines');
        }
    }
}

customElements.define('mw-maintenance-console', MaintenanceConsole);
