import { html, nothing } from 'lit';
import { priorityMark } from '../../kit/alarm/priority-mark';
import type { Priority } from '../../kit/alarm/alarm';
import { fixed } from '../../kit/format/number';
import { fullMoment, moment } from '../../kit/format/time';
import { PageElement } from '../../kit/page-element';
import { addressOf } from '../../kit/routing/hash-router';
import type { Level } from '../limits/limits';
import type { Ward } from '../ward';
import type { Episode } from './episode';
import './episode-strip';
import './episode-verdict';

const PRIORITIES: Readonly<Partial<Record<Level, Priority>>> = { crisis: 'high', warning: 'medium', advisory: 'low' };

/** One event: what, when, how long; its strip and the verdict of a person behind one click. */
export class EpisodeRow extends PageElement {
    static override properties = { ward: { attribute: false }, episode: { attribute: false }, open: { state: true } };
    declare ward: Ward;
    declare episode: Episode;
    declare open: boolean;

    constructor() {
        super();
        this.open = false;
    }

    protected override render() {
        const { id, patientId, words, level, onsetAt, late, clockSuspect } = this.episode;
        const priority = PRIORITIES[level];
        return html`
            <div class="episode" data-episode-id=${id}>
                <span class="mark">${priority ? priorityMark(priority, 'spoken') : nothing}</span>
                <time class="figures" datetime=${onsetAt} title=${fullMoment(onsetAt)}>${moment(onsetAt)}</time>
                <strong>${words}</strong>
                <span class="quiet figures">${this.measures()}</span>
                ${late ? html`<span class="tag">late</span>` : nothing} ${clockSuspect ? html`<span class="tag">clock stepped</span>` : nothing}
                <mw-episode-verdict .ward=${this.ward} .episode=${this.episode}></mw-episode-verdict>
                <span class="actions">
                    <button class="quiet strip" aria-expanded=${this.open} @click=${() => (this.open = !this.open)}>Strip</button>
                    <a class="button" href=${addressOf(['patients', patientId, 'review'], { at: onsetAt })}>Review</a>
                </span>
            </div>
            ${this.open ? html`<mw-episode-strip .episode=${this.episode}></mw-episode-strip>` : nothing}
        `;
    }

    private measures(): string {
        const { heartRate, label, beats, durationMillis, endAt } = this.episode;
        return [
            heartRate === null ? '' : `${fixed(heartRate, 0)} ${label === 'frequent-ventricular-beats' ? 'V /min' : '/min'}`,
            beats === null ? '' : `${beats} beats`,
            durationMillis === null ? '' : `${fixed(durationMillis / 1000, 1)} s`,
            endAt === null ? 'goes on' : '',
        ]
            .filter(Boolean)
            .join(' · ');
    }
}
customElements.define('mw-episode-row', EpisodeRow);
