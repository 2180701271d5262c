import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { Place } from '../kit/routing/hash-router';
import { RoutedConsole, noSuchPage } from '../kit/shell/routed-console';
import './access/access-page';
import './admission/admission-page';
import './alarm/alarms-page';
import './alarm/log-page';
import './detail/patient-page';
import './figures/figures-page';
import './report/report-page';
import './review/review-page';
import './wall/wall-page';
import { Ward } from './ward';

/** The monitoring station: shows the page that the address names. */
export class MonitoringConsole extends RoutedConsole {
    private readonly ward: Ward;

    constructor() {
        const ward = new Ward();
        super(ward);
        this.ward = ward;
    }

    protected override page({ path: [room, id, below], query }: Place): TemplateResult {
        const { ward } = this;
        switch (room) {
            case undefined:
                return html`<mw-wall-page .ward=${ward} .query=${query}></mw-wall-page>`;
            case 'patients':
                return this.patientPage(id ?? '', below, query);
            case 'alarms':
                return html`<mw-alarms-page .ward=${ward} .query=${query}></mw-alarms-page>`;
            case 'log':
                return html`<mw-log-page .ward=${ward} .query=${query}></mw-log-page>`;
            case 'admit':
                return html`<mw-admission-page .ward=${ward}></mw-admission-page>`;
            case 'access':
                return html`<mw-access-page .ward=${ward}></mw-access-page>`;
            case 'figures':
                return html`<mw-figures-page></mw-figures-page>`;
            default:
                return noSuchPage('the wall');
        }
    }

    private patientPage(id: string, below: string | undefined, query: URLSearchParams): TemplateResult {
        const { ward } = this;
        switch (below) {
            case undefined:
                return html`<mw-patient-page .ward=${ward} patientId=${id} .query=${query}></mw-patient-page>`;
            case 'review':
                return html`<mw-review-page .ward=${ward} patientId=${id} .query=${query}></mw-review-page>`;
            case 'report':
                return html`<mw-report-page .ward=${ward} patientId=${id} .query=${query}></mw-report-page>`;
            default:
                return noSuchPage('the wall');
        }
    }
}
customElements.define('mw-monitoring-console', MonitoringConsole);
