import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { sentenceOf } from '../../kit/http/sentence';
import { PageElement } from '../../kit/page-element';
import '../paper/ecg-paper';
import { paperControls, scaleWords } from '../paper/paper-controls';
import type { PaperChoice } from '../paper/paper-controls';
import { fetchEpisodeStrip } from '../server';
import type { Episode, Strip } from './episode';

/** The strip of an event: from 10 s before it to its end, at least 20 s. */
export class EpisodeStrip extends PageElement {
    static override properties = { episode: { attribute: false }, strip: { state: true }, choice: { state: true }, mistake: { state: true } };
    declare episode: Episode;
    declare strip: Strip | undefined;
    declare choice: PaperChoice;
    declare mistake: string;
    private fetched: Episode['id'] | undefined;

    constructor() {
        super();
        this.choice = { speed: 25, gain: 10, measuring: false };
        this.mistake = '';
    }

    protected override willUpdate(_changed: PropertyValues): void {
        if (this.episode.id !== this.fetched) {
            this.fetched = this.episode.id;
            this.strip = undefined;
            void this.fetch();
        }
    }

    protected override render() {
        if (this.mistake) {
            return html`<p class="mistake">${this.mistake}</p>`;
        }
        if (!this.strip) {
            return html`<p class="empty" aria-busy="true">Fetching the strip …</p>`;
        }
        if (this.strip.traces.length === 0) {
            return html`<p class="empty">No samples of this span have arrived. They appear here when the node has sent what it kept.</p>`;
        }
        return html`
            <div class="controls">${paperControls(this.choice, (changed) => (this.choice = { ...this.choice, ...changed }))}</div>
            <mw-ecg-paper
                .strip=${this.strip}
                fromMillis=${Date.parse(this.strip.from)}
                toMillis=${Date.parse(this.strip.to)}
                channelHeight="24"
                speed=${this.choice.speed}
                gain=${this.choice.gain}
                ?measuring=${this.choice.measuring}
                label=${`Strip of ${this.episode.words}`}
            ></mw-ecg-paper>
            <p class="source quiet">${scaleWords(this.choice)}. From 10 s before the event.${this.strip.truncated ? ' The event is longer than the strip.' : nothing}</p>
        `;
    }

    private async fetch(): Promise<void> {
        try {
            this.strip = await fetchEpisodeStrip(this.episode.id);
            this.mistake = '';
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
    }
}
customElements.define('mw-episode-strip', EpisodeStrip);
