import { html, nothing } from 'lit';
import { NO_FIGURE, count, fixed } from '../../kit/format/number';
import { moment } from '../../kit/format/time';
import { BEAT_CLASSES, BEAT_WORDS } from '../review/label';
import type { AlarmBurden } from '../server';
import type { Stretch, Summary } from './summary';

const MINUTE_MILLIS = 60_000;

/** “1,234 of 1,250 beats: 1,200 N (normal …), 34 V (…); of 16 the node was not sure”. */
export function beatsInWords({ beats, unsure, paced }: Stretch): string {
    const counted = BEAT_CLASSES.reduce((sum, name) => sum + beats[name], 0);
    if (counted + unsure === 0) {
        return 'none';
    }
    const classes = BEAT_CLASSES.filter((name) => beats[name] > 0).map((name) => `${fixed(beats[name], 0)} ${name} (${BEAT_WORDS[name]})`);
    return [
        [fixed(counted, 0), classes.join(', ')].filter(Boolean).join(': '),
        paced > 0 ? `${fixed(paced, 0)} paced` : '',
        unsure > 0 ? `besides ${fixed(unsure, 0)} of which the node was not sure; they count as none of these` : '',
    ]
        .filter(Boolean)
        .join('; ');
}

/** “58 to 141, mean 76 /min”. */
export function rateInWords({ heartRate }: Stretch): string {
    return heartRate
        ? `${fixed(heartRate.least, 0)} to ${fixed(heartRate.greatest, 0)} /min, mean ${fixed(heartRate.mean, 0)} /min`
        : 'not known';
}

/** “12.5 % of 47 minutes analysed”. */
export function fibrillationInWords({ fibrillationShare, inFibrillationMillis, analysedMillis }: Stretch): string {
    return fibrillationShare === null
        ? 'not known: no beats were told of'
        : `${fixed(fibrillationShare * 100, 1)} % (${minutes(inFibrillationMillis)} of ${minutes(analysedMillis)} min analysed)`;
}

/** “3 alarms in 1.0 patient-hours (3.0 an hour): 1 high, 2 medium; 2 judged, 1 false”. */
export function burdenInWords({ alarms, patientHours, perPatientHour, byPriority, judged, rejected }: AlarmBurden): string {
    const priorities = (['high', 'medium', 'low'] as const)
        .filter((priority) => (byPriority[priority] ?? 0) > 0)
        .map((priority) => `${byPriority[priority]} ${priority}`)
        .join(', ');
    return `${count(alarms, 'alarm', 'alarms')} in ${fixed(patientHours, 1)} h${perPatientHour === null ? '' : ` (${fixed(perPatientHour, 1)} an hour)`}${priorities ? `: ${priorities}` : ''}; ${judged === 0 ? 'no event judged' : `${judged} judged, ${rejected} of them false`}`;
}

/** The hours below one another, as a Holter report has them. */
export function hoursTable({ hours }: Summary) {
    const told = hours.filter(({ heartRate, analysedMillis }) => heartRate !== null || analysedMillis > 0);
    return told.length === 0
        ? nothing
        : html`
              <h2>By the hour</h2>
              <div class="scroll" tabindex="0" role="region" aria-label="By the hour">
                  <table class="sheet hours figures">
                      <caption class="visually-hidden">Heart rate, beats, fibrillation and variability by the hour</caption>
                      <thead>
                          <tr>
                              <th scope="col" rowspan="2">From</th>
                              <th scope="colgroup" colspan="3">Heart rate, /min</th>
                              <th scope="colgroup" colspan="6">Beats</th>
                              <th scope="col" rowspan="2" class="number">AF, min</th>
                              <th scope="col" rowspan="2" class="number">SDNN, ms</th>
                              <th scope="col" rowspan="2" class="number">RMSSD, ms</th>
                          </tr>
                          <tr>
                              ${['least', 'mean', 'most', ...BEAT_CLASSES, '?'].map((name) => html`<th scope="col" class="number">${name}</th>`)}
                          </tr>
                      </thead>
                      <tbody>${told.map((stretch) => hour(stretch))}</tbody>
                  </table>
              </div>
          `;
}

function hour({ from, heartRate, beats, unsure, analysedMillis, inFibrillationMillis, sdnnMillis, rmssdMillis }: Stretch) {
    return html`
        <tr>
            <th scope="row">${moment(from).slice(0, -3)}</th>
            ${[heartRate?.least, heartRate?.mean, heartRate?.greatest].map((rate) => html`<td class="number">${fixed(rate, 0)}</td>`)}
            ${[...BEAT_CLASSES.map((name) => beats[name]), unsure].map((amount) => html`<td class="number">${fixed(amount, 0)}</td>`)}
            <td class="number">${analysedMillis > 0 ? minutes(inFibrillationMillis) : NO_FIGURE}</td>
            ${[sdnnMillis, rmssdMillis].map((value) => html`<td class="number">${fixed(value, 0)}</td>`)}
        </tr>
    `;
}

const minutes = (millis: number): string => fixed(millis / MINUTE_MILLIS, 0);
