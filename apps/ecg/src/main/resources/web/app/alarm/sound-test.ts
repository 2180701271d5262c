import { html } from 'lit';
import type { Priority } from '../../kit/alarm/alarm';
import { priorityMark } from '../../kit/alarm/priority-mark';
import { PageElement } from '../../kit/page-element';
import type { AlarmSounder } from './alarm-sounder';

const PATTERNS: readonly { readonly priority: Priority; readonly words: string }[] = [
    { priority: 'high', words: 'ten pulses, five and five' },
    { priority: 'medium', words: 'three pulses' },
    { priority: 'low', words: 'two pulses' },
];

/** Plays each alarm sound once, so that somebody hears that the loudspeaker works and learns to tell them apart. */
export class SoundTest extends PageElement {
    static override properties = { sounder: { attribute: false } };
    declare sounder: AlarmSounder;

    protected override render() {
        return html`
            <button class="plain" @click=${this.open}>Test sound</button>
            <dialog aria-labelledby="sound-test-title" closedby="any">
                <div class="stack">
                    <h2 id="sound-test-title">Test the alarm sounds</h2>
                    <p>
                        Each button plays one signal as an alarm of that priority would. If you hear nothing, check the loudspeaker before
                        you rely on this screen.
                    </p>
                    ${PATTERNS.map(
                        ({ priority, words }) =>
                            html`<button data-test=${priority} @click=${() => void this.sounder.test(priority)}>${priorityMark(priority)} <span>${words}</span></button>`,
                    )}
                    <div class="actions"><button class="primary" @click=${this.close}>Close</button></div>
                </div>
            </dialog>
        `;
    }

    private open(): void {
        this.querySelector('dialog')?.showModal();
    }

    private close(): void {
        this.querySelector('dialog')?.close();
    }
}
customElements.define('mw-sound-test', SoundTest);
