import { html } from 'lit';
import { levelIndicator } from '../../kit/chart/level-indicator';
import { figure } from '../../kit/format/number';
import { PageElement } from '../../kit/page-element';
import type { MachineDetail } from '../machine/machine';
import { zoneMark } from '../machine/marks';
import { ZONE_MEANING, velocityText, zoneRow } from '../machine/zones';

/** How strongly the machine vibrates, and what the standard says to that. */
export class ConditionPanel extends PageElement {
    static override properties = { machine: { attribute: false } };
    declare machine: MachineDetail;

    protected override render() {
        const { machine } = this;
        const velocity = machine.velocityRmsMillimetresPerSecond;
        const limits = machine.zoneLimitsMillimetresPerSecond;
        return html`
            <section class="panel" aria-labelledby="severity-title">
                <header><h2 id="severity-title">Vibration severity</h2></header>
                <p class="headline figures">${velocityText(velocity)} ${zoneMark(machine.zone)}</p>
                ${levelIndicator(velocity, limits)}
                <p>${machine.zone ? `Zone ${machine.zone}: ${ZONE_MEANING[machine.zone]}.` : 'There is no zone while the machine starts up, stands still or sends no data.'}</p>
                <dl class="facts">
                    <dt>Kurtosis</dt>
                    <dd class="figures">${figure(machine.kurtosis)} <span class="quiet">≈ 3 without impacts</span></dd>
                    <dt>Crest factor</dt>
                    <dd class="figures">${figure(machine.crestFactor)} <span class="quiet">3 to 5 without impacts</span></dd>
                </dl>
                <p class="source quiet">${machine.zoneSource}, ${zoneRow(machine)}: ${limits.join(', ')} mm/s.</p>
            </section>
        `;
    }
}
customElements.define('mw-condition-panel', ConditionPanel);
