import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { SecondTick } from '../../kit/clock/second-tick';
import { age } from '../../kit/format/time';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { addressOf } from '../../kit/routing/hash-router';
import { amount, measured } from '../../kit/units/measure';
import { cropName } from '../crop/crop';
import { reasonText } from '../reason/reason';
import { adviceText } from '../recommendation/sentence';
import { refillBand, refillText, sensorWord, stageWord, statusMark } from '../zone/status';
import type { Zone } from '../zone/zone';
import { tank } from './tank';
import words from './words.json';

const say = speaker(words);

/** Zones in the order given: where they stand, when they meet their refill line, what is advised. */
export class ZoneTable extends PageElement {
    static override properties = { zones: { attribute: false } };
    declare zones: readonly Zone[];

    constructor() {
        super();
        new SecondTick(this);
    }

    protected override render() {
        return html`
            <table class="sheet cards zones" role="table">
                <caption class="visually-hidden">${say('caption')}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th role="columnheader" scope="col">${say('status')}</th>
                        <th role="columnheader" scope="col">${say('zone')}</th>
                        <th role="columnheader" scope="col">${say('refill')}</th>
                        <th role="columnheader" scope="col">${say('depletion')}</th>
                        <th role="columnheader" scope="col">${say('advice')}</th>
                        <th role="columnheader" scope="col">${say('sensors')}</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    ${repeat(
                        this.zones,
                        (zone) => zone.id,
                        (zone) => this.row(zone),
                    )}
                </tbody>
            </table>
        `;
    }

    private row(zone: Zone) {
        const band = refillBand(zone);
        return html`
            <tr role="row" data-zone-id=${zone.id} data-status=${zone.status}>
                <td role="cell">${statusMark(zone.status)}</td>
                <th role="rowheader" scope="row">
                    <a href=${addressOf(['zones', zone.id])}>${zone.name}</a>
                    <span class="quiet">${[zone.crop ? cropName(zone.crop) : say('noCrop'), zone.stage ? stageWord(zone.stage) : '', measured('area', zone.areaHectares)].filter(Boolean).join(' · ')}</span>
                </th>
                <td role="cell" class="figures" data-label=${say('refill')}><span><strong>${refillText(zone)}</strong>${band ? html` <span class="quiet band">${band}</span>` : nothing}</span></td>
                <td role="cell" class="figures" data-label=${say('depletion')}>
                    <span class="depletion">${tank(zone)}<span>${zone.depletionMillimetres == null ? say('notKnown') : say('of', { depletion: amount('waterDepth', zone.depletionMillimetres), refill: measured('waterDepth', zone.refillMillimetres) })}</span></span>
                </td>
                <td role="cell" class="advice" data-label=${say('advice')}>
                    <span>${zone.running ? html`<span class="running">${say('running')}</span> ` : nothing}${zone.recommendation ? adviceText(zone.recommendation) : say('none')}${hindrance(zone)}</span>
                </td>
                <td role="cell" data-label=${say('sensors')}>
                    <span><span class="sensor" data-health=${zone.sensorHealth}>${sensorWord(zone.sensorHealth)}</span> <span class="age">${zone.lastReadingAt ? age(zone.lastReadingAt) : ''}</span></span>
                </td>
            </tr>
        `;
    }
}
customElements.define('mw-zone-table', ZoneTable);

/** What stands against watering a zone, the first of it. */
function hindrance({ recommendation }: Zone) {
    const first = recommendation?.action === 'blocked' ? recommendation.reasons[0] : undefined;
    return first ? html` <span class="quiet hindrance">${reasonText(first)}</span>` : nothing;
}
