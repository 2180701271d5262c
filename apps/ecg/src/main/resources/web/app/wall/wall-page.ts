import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { Follow } from '../../kit/follow';
import { count } from '../../kit/format/number';
import { PageElement } from '../../kit/page-element';
import { setQuery } from '../../kit/routing/hash-router';
import { byBed } from '../patient/patient';
import type { Patient } from '../patient/patient';
import type { Ward } from '../ward';
import '../wave/scale-controls';
import './patient-tile';

const SIZES = [16, 32] as const;

/** All beds at once, each in its place: a tile never moves because of an alarm, since people learn where a bed is. */
export class WallPage extends PageElement {
    static override properties = { ward: { attribute: false }, query: { attribute: false } };
    declare ward: Ward;
    declare query: URLSearchParams;

    constructor() {
        super();
        new Follow(this, () => this.ward);
        new Follow(this, () => this.ward.patients);
    }

    override connectedCallback(): void {
        super.connectedCallback();
        document.title = 'Wall – Milliwatt monitoring';
    }

    /** Thirty-two patients change many times a second; they are shown with the next frame, all at once. */
    protected override async scheduleUpdate(): Promise<void> {
        await new Promise((resolve) => (document.hidden ? window.setTimeout(resolve, 250) : requestAnimationFrame(resolve)));
        await super.scheduleUpdate();
    }

    protected override render() {
        const beds = [...this.ward.patients.all].sort(byBed);
        const size = this.query.get('size') === '32' ? 32 : 16;
        const pages = Math.max(1, Math.ceil(beds.length / size));
        const page = Math.min(pages, Math.max(1, Number(this.query.get('page')) || 1));
        return html`
            <header class="page-head wall-head">
                <h1>Wall</h1>
                <p class="quiet">${this.ward.patients.loaded ? count(beds.length, 'patient', 'patients') : 'Fetching the patients …'}</p>
                <mw-scale-controls></mw-scale-controls>
                <div class="choice" role="group" aria-label="Beds on the wall">
                    ${SIZES.map((beds) => html`<button aria-pressed=${beds === size} @click=${() => setQuery('size', String(beds))}>${beds} beds</button>`)}
                </div>
                ${pages > 1 ? this.pages(page, pages, beds, size) : nothing}
            </header>
            ${this.ward.mistake ? html`<p class="mistake" role="alert">The patients could not be fetched: ${this.ward.mistake}</p>` : nothing}
            ${this.tiles(beds.slice((page - 1) * size, page * size), size)}
        `;
    }

    /** A page that is not shown still tells that it holds an alarm. */
    private pages(page: number, pages: number, beds: readonly Patient[], size: number) {
        return html`
            <nav class="choice" aria-label="Pages of the wall">
                ${Array.from({ length: pages }, (_, index) => {
                    const alarms = beds
                        .slice(index * size, (index + 1) * size)
                        .filter(({ alarms: { unacknowledged } }) => unacknowledged > 0).length;
                    return html`
                        <button aria-pressed=${index + 1 === page} @click=${() => setQuery('page', String(index + 1))}>
                            Page ${index + 1}${alarms > 0 ? html` <strong>(${count(alarms, 'alarm', 'alarms')})</strong>` : nothing}
                        </button>
                    `;
                })}
            </nav>
        `;
    }

    private tiles(beds: readonly Patient[], size: number) {
        if (!this.ward.patients.loaded) {
            return html`<div class="empty" aria-busy="true"><p>Fetching the patients …</p></div>`;
        }
        if (beds.length === 0) {
            return html`<div class="empty"><p>No patient is admitted. <a href="#/admit">Admit a patient</a> and put a node on the chest; the trace appears here.</p></div>`;
        }
        return html`
            <ul class="wall" data-size=${size}>
                ${repeat(
                    beds,
                    ({ id }) => id,
                    (patient) => html`<li><mw-patient-tile .patient=${patient} .ward=${this.ward}></mw-patient-tile></li>`,
                )}
            </ul>
        `;
    }
}
customElements.define('mw-wall-page', WallPage);
