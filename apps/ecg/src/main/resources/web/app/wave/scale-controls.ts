import { html } from 'lit';
import { Follow } from '../../kit/follow';
import { PageElement } from '../../kit/page-element';
import { GAINS_MILLIMETRES_PER_MILLIVOLT, SPEEDS_MILLIMETRES_PER_SECOND, screenScale } from './screen';
import './screen-calibration';
import type { ScreenCalibration } from './screen-calibration';
import { sweepLoop } from './sweep-loop';

/** Speed and gain of all traces of the page, freezing, and measuring the screen. */
export class ScaleControls extends PageElement {
    constructor() {
        super();
        new Follow(this, () => screenScale);
        new Follow(this, () => sweepLoop);
    }

    protected override render() {
        return html`
            <select aria-label="Speed" @change=${chooseSpeed}>
                ${SPEEDS_MILLIMETRES_PER_SECOND.map((speed) => html`<option value=${speed} ?selected=${speed === screenScale.millimetresPerSecond}>${speed} mm/s</option>`)}
            </select>
            <select aria-label="Gain" @change=${chooseGain}>
                ${GAINS_MILLIMETRES_PER_MILLIVOLT.map((gain) => html`<option value=${gain} ?selected=${gain === screenScale.millimetresPerMillivolt}>${gain} mm/mV</option>`)}
            </select>
            <button aria-pressed=${sweepLoop.frozen} @click=${() => (sweepLoop.frozen = !sweepLoop.frozen)}>
                ${sweepLoop.frozen ? 'Let traces go on' : 'Freeze'} <kbd aria-hidden="true">F</kbd>
            </button>
            <button class="plain" @click=${() => this.querySelector<ScreenCalibration>('mw-screen-calibration')?.open()}>
                ${screenScale.isMeasured ? 'Screen measured' : 'Measure screen'}
            </button>
            <mw-screen-calibration></mw-screen-calibration>
        `;
    }
}
customElements.define('mw-scale-controls', ScaleControls);

function chooseSpeed(event: Event): void {
    screenScale.change({ millimetresPerSecond: Number((event.target as HTMLSelectElement).value) });
}

function chooseGain(event: Event): void {
    screenScale.change({ millimetresPerMillivolt: Number((event.target as HTMLSelectElement).value) });
}
