import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PropertyValues } from 'lit';
import { serverClock } from '../../kit/clock/server-clock';
import { sentenceOf } from '../../kit/http/sentence';
import { PageElement } from '../../kit/page-element';
import type { Episode } from '../episode/episode';
import { EVERY_EPISODE, episodeFilter, passes } from '../episode/episode-filter';
import type { EpisodeFilter } from '../episode/episode-filter';
import '../episode/episode-row';
import type { EpisodeRow } from '../episode/episode-row';
import type { Label } from '../review/label';
import { fetchEpisodes } from '../server';
import type { Ward } from '../ward';

const SPAN_MILLIS = 24 * 3_600_000;
const SHOWN = 200;

/** What happened in the last 24 hours, the newest first, each with its strip. */
export class EpisodeList extends PageElement {
    static override properties = {
        ward: { attribute: false },
        patientId: { type: String },
        episodes: { state: true },
        filter: { state: true },
        mistake: { state: true },
    };
    declare ward: Ward;
    declare patientId: string;
    declare episodes: readonly Episode[] | undefined;
    declare filter: EpisodeFilter;
    declare mistake: string;

    constructor() {
        super();
        this.filter = EVERY_EPISODE;
        this.mistake = '';
    }

    override connectedCallback(): void {
        super.connectedCallback();
        this.ward.addEventListener('event', this.receive);
        this.ward.addEventListener('label', this.relabel);
        this.ward.addEventListener('reloaded', this.fetch);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.ward.removeEventListener('event', this.receive);
        this.ward.removeEventListener('label', this.relabel);
        this.ward.removeEventListener('reloaded', this.fetch);
    }

    protected override willUpdate(changed: PropertyValues): void {
        if (changed.has('patientId')) {
            this.episodes = undefined;
            void this.fetch();
        }
    }

    protected override render() {
        return html`
            <section class="panel" aria-labelledby="episodes-title">
                <header>
                    <h2 id="episodes-title">Events, last 24 hours</h2>
                    ${this.episodes ? episodeFilter(this.filter, this.episodes, (filter) => (this.filter = filter)) : nothing}
                </header>
                ${this.mistake ? html`<p class="mistake">${this.mistake}</p>` : nothing} ${this.list()}
            </section>
        `;
    }

    private list() {
        if (!this.episodes) {
            return this.mistake ? nothing : html`<p class="empty" aria-busy="true">Fetching the events …</p>`;
        }
        if (this.episodes.length === 0) {
            return html`<p class="empty">Nothing has happened in the last 24 hours.</p>`;
        }
        const shown = this.episodes.filter((episode) => passes(this.filter, episode));
        return shown.length === 0
            ? html`<p class="empty">None of the ${this.episodes.length} events is of this kind. <button class="quiet" @click=${() => (this.filter = EVERY_EPISODE)}>Show all</button></p>`
            : html`
                  <ol class="episodes" tabindex="0" aria-label="Events, the newest first" aria-keyshortcuts="J K">
                      ${repeat(
                          shown,
                          ({ id }) => id,
                          (episode) => html`<li><mw-episode-row .ward=${this.ward} .episode=${episode}></mw-episode-row></li>`,
                      )}
                  </ol>
              `;
    }

    /** Opens the next or the previous event's strip and closes the one that was open. */
    step(direction: 1 | -1): void {
        const rows = [...this.querySelectorAll<EpisodeRow>('mw-episode-row')];
        const at = rows.findIndex((row) => row.open);
        const next = rows[at < 0 ? (direction > 0 ? 0 : rows.length - 1) : at + direction];
        if (next) {
            rows.forEach((row) => (row.open = row === next));
            next.querySelector<HTMLElement>('button[aria-expanded].strip')?.focus();
            next.scrollIntoView({ block: 'nearest' });
        }
    }

    private readonly receive = (event: Event): void => {
        const { event: episode } = (event as CustomEvent<{ readonly event: Episode }>).detail;
        if (episode.patientId === this.patientId) {
            const others = (this.episodes ?? []).filter(({ id }) => id !== episode.id);
            this.episodes = [episode, ...others].sort((left, right) => right.onsetAt.localeCompare(left.onsetAt)).slice(0, SHOWN);
        }
    };

    /** Somebody, here or at another screen, has judged one of the events. */
    private readonly relabel = (event: Event): void => {
        const { eventId, verdict, after, by, at, version } = (event as CustomEvent<{ readonly label: Label }>).detail.label;
        if (verdict !== null) {
            this.episodes = this.episodes?.map((episode) =>
                String(episode.id) === String(eventId) ? { ...episode, verdict: { verdict, label: after, by, at, version } } : episode,
            );
        }
    };

    private readonly fetch = async (): Promise<void> => {
        const now = serverClock.nowMillis();
        try {
            this.episodes = await fetchEpisodes(this.patientId, now - SPAN_MILLIS, now + 60_000, SHOWN);
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    };
}
customElements.define('mw-episode-list', EpisodeList);
