import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { fixed, percent, quantity } from '../../kit/format/number';
import { sentenceOf } from '../../kit/http/sentence';
import { PageElement } from '../../kit/page-element';
import type { Energy } from '../server';
import { fetchEnergy } from '../server';

const AGAIN_EVERY_MILLIS = 60_000;
const DAYS_PER_YEAR = 365.25;

/** What the node spends. Secondary: it says that it is an estimate, and shows what it rests on to whoever wants to know. */
export class EnergyPanel extends PageElement {
    static override properties = { machineId: { type: String }, energy: { state: true }, mistake: { state: true } };
    declare machineId: string;
    declare energy: Energy | undefined;
    declare mistake: string;
    private again = 0;

    constructor() {
        super();
        this.mistake = '';
    }

    override connectedCallback(): void {
        super.connectedCallback();
        this.again = window.setInterval(() => void this.fetch(), AGAIN_EVERY_MILLIS);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        window.clearInterval(this.again);
    }

    protected override willUpdate(changed: PropertyValues): void {
        if (changed.has('machineId')) {
            this.energy = undefined;
            void this.fetch();
        }
    }

    protected override render() {
        return html`
            <section class="panel" aria-labelledby="energy-title">
                <header><h2 id="energy-title">Energy (estimate)</h2></header>
                ${this.energy ? this.figures(this.energy) : html`<p class="quiet">${this.mistake || 'Fetching the estimate …'}</p>`}
            </section>
        `;
    }

    private figures(energy: Energy) {
        return html`
            <dl class="facts figures">
                ${fact('Battery life', lifetime(energy.batteryYears))} ${fact('Energy per day', joules(energy.totalMillijoulesPerDay))}
                ${fact('Mean power', power(energy.meanMilliwatts))} ${fact('Sampling now', energy.schedule)}
                ${fact('In bursts', energy.plan)} ${fact('Damage is told in', energy.damageToldIn)}
            </dl>
            <table class="energy-parts figures">
                <caption class="visually-hidden">Energy per day by part</caption>
                <tbody>
                    ${energy.parts.map(
                        (part) => html`
                            <tr>
                                <th scope="row">${part.name}</th>
                                <td class="number">${joules(part.millijoulesPerDay)}</td>
                                <td class="number">${part.share === 0 ? '0\u202f%' : percent(part.share)}</td>
                                <td class="share">
                                    <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true"><rect width=${fixed(100 * part.share, 1)} height="6" /></svg>
                                </td>
                            </tr>
                        `,
                    )}
                </tbody>
            </table>
            <p class="source quiet">Rests on ${energy.basis}, and on the constants of ${energy.board}. Nobody has measured this board.</p>
            ${this.constants(energy)}
        `;
    }

    private constants({ constants, leastBatteryYears, mostBatteryYears }: Energy) {
        return html`
            <details>
                <summary>The constants behind it</summary>
                <p class="quiet">The range of cycles per instruction alone makes it ${lifetime(leastBatteryYears)} to ${lifetime(mostBatteryYears)}.</p>
                <dl class="energy-constants">
                    ${constants.map(
                        (each) => html`
                            <div>
                                <dt>${each.name}${each.unit ? `, ${each.unit}` : nothing}</dt>
                                <dd><strong>${stated(each.value)}</strong> <span class="quiet">${each.source}</span></dd>
                            </div>
                        `,
                    )}
                </dl>
            </details>
        `;
    }

    private async fetch(): Promise<void> {
        const wanted = this.machineId;
        try {
            const energy = await fetchEnergy(wanted);
            if (wanted === this.machineId) {
                this.energy = energy;
                this.mistake = '';
            }
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }
}
customElements.define('mw-energy-panel', EnergyPanel);

function fact(name: string, value: string) {
    return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function joules(millijoules: number): string {
    return millijoules >= 1000 ? quantity(millijoules / 1000, 'J') : quantity(millijoules, 'mJ');
}

function power(milliwatts: number): string {
    return milliwatts >= 1 ? quantity(milliwatts, 'mW') : quantity(milliwatts * 1000, 'µW');
}

/** As its source states it: at most three digits, none of them made up. */
function stated(value: number): string {
    return Number(value.toPrecision(3)).toLocaleString('en-GB', { maximumSignificantDigits: 3 });
}

function lifetime(years: number): string {
    return years < 1 ? `${fixed(years * DAYS_PER_YEAR, 0)} days` : `${fixed(years, 1)} years`;
}
