import { html } from 'lit';
import { PageElement } from '../../kit/page-element';
import { STATE_WORDS, stateMark, zoneMark } from '../machine/marks';
import type { MachineState, Zone } from '../machine/machine';
import { ZONE_MEANING, ZONE_TABLE } from '../machine/zones';

const STATES: Readonly<Record<MachineState, string>> = {
    alarm: 'An alarm of high priority is open.',
    warning: 'An alarm of medium or low priority is open.',
    normal: 'No alarm is open and figures arrive.',
    stopped: 'The machine stands still. Its figures are shown but not judged.',
    'no-data': 'No figure has come for longer than the node’s interval allows. The machine may be well or not.',
};

/** Explains every figure of the console, with the source of each limit. */
export class FiguresPage extends PageElement {
    override connectedCallback(): void {
        super.connectedCallback();
        document.title = 'What the figures mean – Milliwatt maintenance';
    }

    protected override render() {
        return html`
            <header class="page-head"><h1>What the figures mean</h1></header>
            <div class="prose panel">
                ${this.states()} ${this.velocity()}
                <h2>Kurtosis and crest factor</h2>
                <p>
                    Both tell how impulsive the acceleration is. Smooth running gives a kurtosis of about 3 and a crest factor of 3 to 5. Small damage in a
                    bearing raises both; when the damage grows wide they fall again. They are therefore never judged alone.
                </p>
                ${this.lines()}
                <h2>Verdict of the node</h2>
                <p>
                    The node at the machine judges every window of its signal with a small model and sends the result. The probability is the model’s own. It was
                    measured on bearings that the model had never seen; how often it was right on each of them stands in the model’s card. “Damage, element not
                    identified” is an honest answer, not a failure: the signal is damaged but fits no single element.
                </p>
                <h2>Age of the data</h2>
                <p>
                    Every figure shows how old it is by the server’s clock. When the link to the server is lost, colours go, a banner tells since when, and the page
                    tries again by itself. Nodes keep their figures while they cannot send, so late figures fill the trend afterwards.
                </p>
            </div>
        `;
    }

    private states() {
        return html`
            <h2>State of a machine</h2>
            <dl class="facts">${(Object.keys(STATE_WORDS) as MachineState[]).map((state) => html`<dt>${stateMark(state)}</dt><dd>${STATES[state]}</dd>`)}</dl>
        `;
    }

    private velocity() {
        return html`
            <h2>Velocity and zones</h2>
            <p>
                The root mean square of the vibration velocity between 10 Hz and 1 kHz on the bearing housing, in mm/s. ISO 20816-3:2022 divides it into four zones. A
                value on a limit belongs to the better zone.
            </p>
            <dl class="facts">${(Object.keys(ZONE_MEANING) as Zone[]).map((zone) => html`<dt>${zoneMark(zone)}</dt><dd>${ZONE_MEANING[zone]}</dd>`)}</dl>
            <div class="scroll" tabindex="0" role="region" aria-label="Zone limits">
                <table class="sheet">
                    <caption class="visually-hidden">Zone limits in mm/s</caption>
                    <thead>
                        <tr>
                            <th scope="col">Group</th>
                            <th scope="col">Support</th>
                            <th scope="col" class="number">A/B</th>
                            <th scope="col" class="number">B/C</th>
                            <th scope="col" class="number">C/D</th>
                        </tr>
                    </thead>
                    <tbody>
                        ${ZONE_TABLE.map(
                            ({ group, machines, support, limits }) => html`<tr><td>${group}: ${machines}</td><td>${support}</td>${limits.map((limit) => html`<td class="number">${limit.toFixed(1)}</td>`)}</tr>`,
                        )}
                    </tbody>
                </table>
            </div>
        `;
    }

    private lines() {
        return html`
            <h2>Envelope spectrum and fault lines</h2>
            <p>
                Each time a rolling element passes a damaged spot the housing rings. The envelope spectrum shows how often that happens. The rate follows from the
                bearing’s geometry and the speed of the shaft: BPFO for the outer race, BPFI for the inner race, BSF for a rolling element, FTF for the cage. Slip
                moves the real line by up to 2 %. A line is called clear when it stands at four times the noise
                floor (12 dB) or more.
            </p>
        `;
    }
}
customElements.define('mw-figures-page', FiguresPage);
