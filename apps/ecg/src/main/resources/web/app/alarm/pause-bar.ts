import { html, nothing } from 'lit';
import { serverClock } from '../../kit/clock/server-clock';
import { SecondTick } from '../../kit/clock/second-tick';
import { Follow } from '../../kit/follow';
import { count } from '../../kit/format/number';
import { PageElement } from '../../kit/page-element';
import type { Ward } from '../ward';
import { pausesOf, remaining } from './pause';
import type { SharedPause } from './pause';
import { pauseMark } from './pause-marks';
import { endPause, toggleAudioPause } from './pause-shortcuts';
import './sound-test';

/** What holds alarm signals back, always in sight with its count-down, and the two things one does about it. */
export class PauseBar extends PageElement {
    static override properties = { ward: { attribute: false } };
    declare ward: Ward;

    constructor() {
        super();
        new SecondTick(this);
        new Follow(this, () => this.ward.patients);
        new Follow(this, () => this.ward.sounder);
    }

    protected override render() {
        const pauses = pausesOf(this.ward.patients.all);
        return html`
            <section aria-label="Alarm signals" data-paused=${pauses.length > 0 ? '' : nothing}>
                <ul>
                    ${
                        pauses.length > 0
                            ? pauses.map((shared) => this.line(shared))
                            : html`<li class="quiet">${this.ward.sounder.sounding ? html`Alarm sound: <strong>${this.ward.sounder.sounding}</strong>` : 'Alarm signals on'}</li>`
                    }
                    ${this.ward.sounder.isBlocked ? this.blocked() : nothing}
                </ul>
                <div class="actions">
                    <button @click=${() => void toggleAudioPause(this.ward)}>
                        ${pauses.some(({ pause }) => pause.kind === 'audio-paused') ? 'Sound on again' : 'Pause sound, 2 min'} <kbd aria-hidden="true">P</kbd>
                    </button>
                    <mw-sound-test .sounder=${this.ward.sounder}></mw-sound-test>
                </div>
            </section>
        `;
    }

    /** Whoever relies on hearing must see that nothing can be heard; with something to be heard it is read out as well. */
    private blocked() {
        return html`
            <li class="blocked">
                <span role=${this.ward.sounder.sounding ? 'alert' : nothing}>No sound: the browser keeps this page silent.</span>
                <button @click=${() => void this.ward.sounder.unlock()}>Allow sound</button>
            </li>
        `;
    }

    private line({ pause, patients }: SharedPause) {
        const all = patients.length === this.ward.patients.all.length && patients.length > 1;
        const where = all
            ? 'all beds'
            : patients.length > 3
              ? count(patients.length, 'bed', 'beds')
              : patients.map(({ bed }) => `bed ${bed}`).join(', ');
        return html`
            <li>
                ${pauseMark(pause.kind)} <span>${where}</span>
                <strong class="count-down figures" role="timer">${remaining(pause, serverClock.nowMillis())}</strong>
                ${all ? nothing : html`<button class="quiet" @click=${() => void endPause(this.ward, patients)} aria-label=${`End: ${pause.kind}, ${where}`}>End</button>`}
            </li>
        `;
    }
}
customElements.define('mw-pause-bar', PauseBar);
