import { html, nothing } from 'lit';
import { serverClock } from '../../kit/clock/server-clock';
import { SecondTick } from '../../kit/clock/second-tick';
import { PageElement } from '../../kit/page-element';
import { PAUSE_MEANING, PAUSE_WORDS, remaining } from '../alarm/pause';
import type { PauseKind } from '../alarm/pause';
import { pauseMark } from '../alarm/pause-marks';
import { endPause, pauseOne } from '../alarm/pause-shortcuts';
import type { Patient } from '../patient/patient';
import type { Ward } from '../ward';

const KINDS = Object.keys(PAUSE_WORDS) as PauseKind[];

/** Holds back the alarm signals of one patient, each way with what it means. */
export class PausePanel extends PageElement {
    static override properties = { ward: { attribute: false }, patient: { attribute: false } };
    declare ward: Ward;
    declare patient: Patient;

    constructor() {
        super();
        new SecondTick(this);
    }

    protected override render() {
        const { pause } = this.patient;
        return html`
            <section class="panel" aria-labelledby="pause-title">
                <header><h2 id="pause-title">Alarm signals of this bed</h2></header>
                ${
                    pause
                        ? html`<p class="held">
                          ${pauseMark(pause.kind)} <strong class="figures">${remaining(pause, serverClock.nowMillis())}</strong> <span class="quiet">by ${pause.by}</span>
                          <button @click=${() => void endPause(this.ward, [this.patient])}>End</button>
                      </p>`
                        : html`<p>On.</p>`
                }
                <ul class="kinds">${KINDS.map((kind) => this.choice(kind))}</ul>
            </section>
        `;
    }

    private choice(kind: PauseKind) {
        const chosen = this.patient.pause?.kind === kind;
        return html`
            <li>
                <button aria-pressed=${chosen} title=${this.ward.refusal || nothing} @click=${() => void pauseOne(this.ward, this.patient, kind)}>
                    ${pauseMark(kind)} ${kind.endsWith('paused') ? '2 min' : ''}
                </button>
                <span class="quiet">${PAUSE_MEANING[kind]}</span>
            </li>
        `;
    }
}
customElements.define('mw-pause-panel', PausePanel);
