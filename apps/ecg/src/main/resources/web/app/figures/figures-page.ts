import { html } from 'lit';
import type { Priority } from '../../kit/alarm/alarm';
import { priorityMark } from '../../kit/alarm/priority-mark';
import { PageElement } from '../../kit/page-element';
import { PAUSE_MEANING } from '../alarm/pause';
import type { PauseKind } from '../alarm/pause';
import { pauseMark } from '../alarm/pause-marks';
import { BEAT_CLASSES, BEAT_WORDS } from '../review/label';

const PRIORITIES: Readonly<Record<Priority, string>> = {
    high: 'Red, flashing twice a second, ✱✱✱, ten pulses. Somebody has to come at once.',
    medium: 'Yellow, flashing about every second and a half, ✱✱, three pulses. Somebody has to come soon.',
    low: 'Cyan, steady, ✱, two pulses. Somebody should know.',
};

/** Explains every figure and sign of the console, with the source of each rule. */
export class FiguresPage extends PageElement {
    override connectedCallback(): void {
        super.connectedCallback();
        document.title = 'What the figures mean – Milliwatt monitoring';
    }

    protected override render() {
        return html`
            <header class="page-head"><h1>What the figures mean</h1></header>
            <div class="prose panel">
                <h2>Intended use</h2>
                <p>
                    This is a research and engineering system. Its alarms are designed after IEC 60601-1-8, its monitoring after IEC
                    60601-2-27 and -2-47, its beat classes and their judgement after ANSI/AAMI EC57. It is not a certified medical
                    device.
                </p>
                ${this.alarms()} ${this.pauses()} ${this.beats()}
                <h2>Heart rate and rhythm</h2>
                <p>
                    The node on the chest finds the beats, judges each and applies the rhythm rules; alarms arise there, without any
                    network. Asystole: no beat for 4 s. Ventricular tachycardia: five or more ventricular beats at more than 100 /min.
                    Extreme bradycardia: below 40 /min over 5 beats; extreme tachycardia: above 140 /min over 17 beats. These are the
                    definitions of the PhysioNet/Computing in Cardiology challenge of 2015. While the signal is too poor the node says
                    “cannot tell” and judges nothing.
                </p>
                <h2>NEWS2</h2>
                <p>
                    The National Early Warning Score 2 of the Royal College of Physicians (2017): 0 to 3 points for each of seven parts,
                    5 or 6 in sum ask for an urgent, 7 or more for an emergency response, and 3 in a single part for an urgent review on
                    the ward. Where a part is missing the sum is a lower bound and is shown with “≥”.
                </p>
                <h2>The trace</h2>
                <p>
                    25 mm/s and 10 mm/mV hold on this screen once it was measured (“Measure screen”). On paper they always hold. The
                    live trace is shown about its slowly followed baseline; stored samples are never filtered. A gap in the trace is a
                    gap in the data. Grey: lead off, or too poor to tell.
                </p>
                <h2>Age of the data</h2>
                <p>
                    Every figure shows how old it is by the server’s clock. After ten seconds without data figures turn grey and the
                    tile says since when. What a node kept while it had no link comes afterwards and is marked “late”; a late alarm
                    makes no sound.
                </p>
            </div>
        `;
    }

    private alarms() {
        return html`
            <h2>Alarms</h2>
            <dl class="facts">${(Object.keys(PRIORITIES) as Priority[]).map((priority) => html`<dt>${priorityMark(priority)}</dt><dd>${PRIORITIES[priority]}</dd>`)}</dl>
            <p>
                Alarms about the equipment (lead off, battery, no communication, poor signal, two nodes, clock) rank behind those about
                the patient of the same priority. Asystole, ventricular fibrillation and ventricular tachycardia are always high and stay
                until somebody acknowledges them; every other alarm goes with its condition and stays in the log. With reduced motion
                set, nothing flashes; colour, shape, stars and words stay.
            </p>
        `;
    }

    private pauses() {
        return html`
            <h2>Holding alarm signals back</h2>
            <dl class="facts">${(Object.keys(PAUSE_MEANING) as PauseKind[]).map((kind) => html`<dt>${pauseMark(kind)}</dt><dd>${PAUSE_MEANING[kind]}</dd>`)}</dl>
        `;
    }

    private beats() {
        return html`
            <h2>Beats</h2>
            <dl class="facts">${BEAT_CLASSES.map((name) => html`<dt><strong>${name}</strong></dt><dd>${BEAT_WORDS[name]}</dd>`)}</dl>
            <p>
                “?”, pale: the node was not sure, as in a signal too poor to tell; such a beat counts as no class and no arrhythmia. A
                stroke before a letter: a pacing spike, which nodes look for where they are set up for a patient with a pacemaker. A line
                under a letter: a person’s label, which counts before the node’s. Earlier versions are kept.
            </p>
        `;
    }
}
customElements.define('mw-figures-page', FiguresPage);
