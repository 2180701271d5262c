import { html, nothing } from 'lit';
import { Follow } from '../../kit/follow';
import { fullMoment, moment } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import { PageElement } from '../../kit/page-element';
import type { Label } from '../review/label';
import { labelVersions } from '../review/label-versions';
import { fetchLabels, judgeEpisode } from '../server';
import type { Ward } from '../ward';
import type { Episode, EpisodeVerdict } from './episode';

/** A label may begin before and end after its event. */
const AROUND_MILLIS = 60_000;

/** What a person says about an event, in two clicks: open, choose. Every verdict is a new version; earlier ones stay. */
export class EpisodeVerdictChoice extends PageElement {
    static override properties = {
        ward: { attribute: false },
        episode: { attribute: false },
        open: { state: true },
        mistake: { state: true },
        given: { state: true },
        versions: { state: true },
    };
    declare ward: Ward;
    declare episode: Episode;
    declare open: boolean;
    declare mistake: string;
    /** The verdict that was just given, until the live link tells it. */
    declare given: EpisodeVerdict | undefined;
    declare versions: readonly Label[];

    constructor() {
        super();
        this.open = false;
        this.mistake = '';
        this.versions = [];
        new Follow(this, () => this.ward);
    }

    protected override render() {
        const told = this.episode.verdict;
        const verdict = this.given && this.given.version > (told?.version ?? 0) ? this.given : told;
        return html`
            <span class="verdict">
                ${verdict ? verdictLine(verdict) : nothing}
                <button class="quiet" aria-expanded=${this.open} @click=${this.toggle}>${verdict ? 'Judge again' : 'Judge'}</button>
            </span>
            ${this.open ? this.choices() : nothing}
        `;
    }

    private choices() {
        const { words } = this.episode;
        const { refusal, classes } = this.ward;
        if (refusal) {
            return html`<p class="quiet choices">${refusal}</p>`;
        }
        return html`
            <div class="choices" role="group" aria-label=${`Verdict on: ${words}`}>
                <button @click=${() => void this.judge('confirmed', null)}>True: ${words}</button>
                <button @click=${() => void this.judge('rejected', null)}>False: nothing was there</button>
                ${classes
                    .filter(({ technical, label, nodeReported }) => !technical && nodeReported && label !== this.episode.label)
                    .map(
                        (kind) =>
                            html`<button class="quiet" @click=${() => void this.judge('confirmed', kind.eventClass)}>${kind.words}</button>`,
                    )}
                ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing} ${labelVersions(this.versions)}
            </div>
        `;
    }

    private toggle(): void {
        this.open = !this.open;
        if (this.open && !this.ward.refusal) {
            void this.fetchVersions();
        }
    }

    private async fetchVersions(): Promise<void> {
        const { id, patientId, onsetAt, endAt } = this.episode;
        try {
            const end = endAt === null ? Date.now() : Date.parse(endAt);
            const labels = await fetchLabels(patientId, Date.parse(onsetAt) - AROUND_MILLIS, end + AROUND_MILLIS);
            this.versions = labels.filter(({ eventId }) => String(eventId) === String(id));
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }

    private async judge(verdict: EpisodeVerdict['verdict'], eventClass: number | null): Promise<void> {
        try {
            const { by, at, version, after } = await judgeEpisode(this.episode.id, verdict, eventClass);
            this.given = { verdict, label: eventClass === null ? null : after, by, at, version };
            this.open = false;
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }
}
customElements.define('mw-episode-verdict', EpisodeVerdictChoice);

export function verdictLine({ verdict, label, by, at, version }: EpisodeVerdict) {
    return html`
        <span class="judged" data-verdict=${verdict}>
            <strong>${verdict === 'rejected' ? 'False' : 'True'}</strong>${verdict === 'confirmed' && label ? `: ${label.replaceAll('-', ' ')}` : ''}
            <span class="quiet" title=${fullMoment(at)}>${by}, ${moment(at)}, version ${version}</span>
        </span>
    `;
}
