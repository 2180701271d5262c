import { html } from 'lit';
import { GAINS_MILLIMETRES_PER_MILLIVOLT, SPEEDS_MILLIMETRES_PER_SECOND } from '../wave/screen';

/** How a paper is drawn, and whether calipers lie on it. */
export interface PaperChoice {
    /** mm/s. */
    readonly speed: number;
    /** mm/mV. */
    readonly gain: number;
    readonly measuring: boolean;
}

/** What stored samples were filtered with before they are drawn: nothing. It stands on every strip. */
export const FILTER_WORDS = 'no filter';

/** Speed, gain and calipers of one paper. A speed that no monitor has comes from the zoom and stands among the others. */
export function paperControls({ speed, gain, measuring }: PaperChoice, change: (changed: Partial<PaperChoice>) => void) {
    const speeds = [...new Set<number>([...SPEEDS_MILLIMETRES_PER_SECOND, speed])].sort((left, right) => left - right);
    return html`
        <select aria-label="Speed of the strip" @change=${(event: Event) => change({ speed: chosen(event) })}>
            ${speeds.map((each) => html`<option value=${each} .selected=${each === speed}>${each} mm/s</option>`)}
        </select>
        <select aria-label="Gain of the strip" @change=${(event: Event) => change({ gain: chosen(event) })}>
            ${GAINS_MILLIMETRES_PER_MILLIVOLT.map((each) => html`<option value=${each} .selected=${each === gain}>${each} mm/mV</option>`)}
        </select>
        <button aria-pressed=${measuring} @click=${() => change({ measuring: !measuring })}>Calipers</button>
    `;
}

/** “25 mm/s, 10 mm/mV, no filter”. */
export function scaleWords({ speed, gain }: Pick<PaperChoice, 'speed' | 'gain'>): string {
    return `${speed} mm/s, ${gain} mm/mV, ${FILTER_WORDS}`;
}

const chosen = (event: Event): number => Number((event.target as HTMLSelectElement).value);
