import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { moment } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import { PageElement } from '../../kit/page-element';
import type { Episode, Strip } from '../episode/episode';
import { LEVELS } from '../limits/limits';
import '../paper/ecg-paper';
import { scaleWords } from '../paper/paper-controls';
import { fetchEpisodeStrip } from '../server';

const MOST_STRIPS = 6;
/** What fits between the margins of a sheet of A4 at 25 mm/s, with the calibration pulse. */
const SECONDS_IN_LINE = 7;
const LINES_AT_MOST = 4;
const SAME_STRIP_MILLIS = 8000;

/** The strips of the most urgent events, at 25 mm/s in lines of seven seconds, so that they fit a sheet. */
export class ReportStrips extends PageElement {
    static override properties = { episodes: { attribute: false }, strips: { state: true }, mistake: { state: true } };
    declare episodes: readonly Episode[];
    declare strips: readonly { readonly episode: Episode; readonly strip: Strip }[] | undefined;
    declare mistake: string;

    constructor() {
        super();
        this.mistake = '';
    }

    protected override willUpdate(changed: PropertyValues): void {
        if (changed.has('episodes')) {
            this.strips = undefined;
            void this.fetch();
        }
    }

    protected override render() {
        if (this.mistake) {
            return html`<p class="mistake">The strips could not be fetched: ${this.mistake}</p>`;
        }
        if (!this.strips) {
            return html`<p class="quiet" aria-busy="true">Fetching the strips …</p>`;
        }
        return html`
            ${this.strips.length > 0 ? html`<h2>Strips of the most urgent events</h2>` : nothing}
            ${this.strips.map(
                ({ episode, strip }) => html`
                    <figure>
                        <figcaption><strong>${episode.words}</strong>, ${moment(episode.onsetAt)}; ${scaleWords({ speed: 25, gain: 10 })}</figcaption>
                        ${lines(strip).map(([from, to]) => this.line(strip, from, to, episode.words))}
                    </figure>
                `,
            )}
        `;
    }

    private line(strip: Strip, fromMillis: number, toMillis: number, words: string) {
        return html`
            <mw-ecg-paper .strip=${strip} fromMillis=${fromMillis} toMillis=${toMillis} channels="1" channelHeight="25" label=${`${words}, from ${moment(fromMillis)}`}></mw-ecg-paper>
        `;
    }

    private async fetch(): Promise<void> {
        const chosen = mostTelling(this.episodes);
        try {
            this.strips = await Promise.all(chosen.map(async (episode) => ({ episode, strip: await fetchEpisodeStrip(episode.id) })));
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }
}
customElements.define('mw-report-strips', ReportStrips);

function lines({ from, to, traces }: Strip): readonly (readonly [number, number])[] {
    const [begin, end] = [Date.parse(from), Date.parse(to)];
    const amount = traces.length === 0 ? 0 : Math.min(LINES_AT_MOST, Math.ceil((end - begin) / (SECONDS_IN_LINE * 1000)));
    return Array.from({ length: amount }, (_, index) => {
        const start = begin + index * SECONDS_IN_LINE * 1000;
        return [start, start + SECONDS_IN_LINE * 1000] as const;
    });
}

/** The most urgent ones; of each kind the newest before a second of any, and none that stands on the strip of another. */
function mostTelling(episodes: readonly Episode[]): readonly Episode[] {
    const byUrgency = episodes
        .filter(({ technical }) => !technical)
        .toSorted((left, right) => LEVELS.indexOf(right.level) - LEVELS.indexOf(left.level));
    const firstOfKind = new Set(new Map(byUrgency.toReversed().map((episode) => [episode.label, episode])).values());
    const ordered = byUrgency.toSorted((left, right) => Number(firstOfKind.has(right)) - Number(firstOfKind.has(left)));
    const chosen: Episode[] = [];
    for (const episode of ordered) {
        if (chosen.length < MOST_STRIPS && !chosen.some((other) => isOnTheSameStrip(episode, other))) {
            chosen.push(episode);
        }
    }
    return chosen;
}

/** Whoever sees the strip of the one sees the beginning of the other on it, with its mark. */
function isOnTheSameStrip(one: Episode, other: Episode): boolean {
    return Math.abs(Date.parse(one.onsetAt) - Date.parse(other.onsetAt)) < SAME_STRIP_MILLIS;
}
