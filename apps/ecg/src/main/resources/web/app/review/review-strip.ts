import { html, nothing } from 'lit';
import type { PropertyValues } from 'lit';
import { serverClock } from '../../kit/clock/server-clock';
import { fullMoment } from '../../kit/format/time';
import { sentenceOf } from '../../kit/http/sentence';
import { PageElement } from '../../kit/page-element';
import { setQuery } from '../../kit/routing/hash-router';
import type { Strip } from '../episode/episode';
import '../paper/ecg-paper';
import { paperControls, scaleWords } from '../paper/paper-controls';
import type { PaperChoice } from '../paper/paper-controls';
import { fetchStrip } from '../server';
import type { Ward } from '../ward';
import './beat-panel';
import type { Beat, BeatLabel, Label } from './label';

/** From a minute at a glance to two seconds in which single waves can be measured. */
const ZOOMS = [
    { seconds: 60, speed: 5 },
    { seconds: 30, speed: 12.5 },
    { seconds: 10, speed: 25 },
    { seconds: 5, speed: 50 },
    { seconds: 2, speed: 100 },
] as const;
const AGAIN_MILLIS = 3000;
const SETTLED_AFTER_MILLIS = 30_000;

/** The chosen stretch on paper, with beats to choose and calipers to measure. Fires `moment` to move along. */
export class ReviewStrip extends PageElement {
    static override properties = {
        ward: { attribute: false },
        patientId: { type: String },
        at: { type: Number },
        seconds: { type: Number },
        strip: { state: true },
        mistake: { state: true },
        choice: { state: true },
        chosen: { state: true },
    };
    declare ward: Ward;
    declare patientId: string;
    /** The middle, in milliseconds since 1970. */
    declare at: number;
    declare seconds: number;
    declare strip: Strip | undefined;
    declare mistake: string;
    /** Without a speed that of the zoom holds. */
    declare choice: Omit<PaperChoice, 'speed'> & { readonly speed: number | undefined };
    declare chosen: Beat | undefined;
    private fetched = '';
    private again = 0;

    constructor() {
        super();
        this.mistake = '';
        this.choice = { speed: undefined, gain: 10, measuring: false };
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        window.clearTimeout(this.again);
    }

    protected override willUpdate(changed: PropertyValues): void {
        if (changed.has('seconds')) {
            this.choice = { ...this.choice, speed: undefined };
        }
        const wanted = `${this.patientId} ${this.at} ${this.seconds}`;
        if (wanted !== this.fetched) {
            this.fetched = wanted;
            void this.fetch();
        }
    }

    protected override render() {
        return html`
            <section class="panel" aria-labelledby="strip-title">
                <header>
                    <h2 id="strip-title">Strip</h2>
                    <p class="figures"><span class="only-print">${this.patientId} · </span>${fullMoment(this.at)} ± ${this.seconds / 2} s · ${scaleWords(this.drawn)}</p>
                    ${this.controls()}
                </header>
                ${this.mistake ? html`<p class="mistake" role="alert">${this.mistake}</p>` : nothing} ${this.paper()}
                <p class="only-print quiet">${this.ward.intendedUse}</p>
                <mw-beat-panel .ward=${this.ward} patientId=${this.patientId} .beat=${this.chosen} @labelled=${this.takeUp}></mw-beat-panel>
            </section>
        `;
    }

    private controls() {
        const step = this.seconds * 1000;
        return html`
            <div class="controls">
                <button @click=${() => this.move(-step)} aria-label="Strip before">‹</button>
                <div class="choice" role="group" aria-label="Seconds shown">
                    ${ZOOMS.map(
                        ({ seconds }) =>
                            html`<button aria-pressed=${seconds === this.zoom.seconds} @click=${() => setQuery('seconds', String(seconds))}>${seconds} s</button>`,
                    )}
                </div>
                <button @click=${() => this.move(step)} aria-label="Strip after">›</button>
                ${paperControls(this.drawn, (changed) => (this.choice = { ...this.choice, ...changed }))}
                <button @click=${() => window.print()}>Print strip</button>
            </div>
        `;
    }

    private paper() {
        if (!this.strip) {
            return this.mistake ? nothing : html`<p class="empty" aria-busy="true">Fetching the strip …</p>`;
        }
        if (this.strip.traces.length === 0) {
            return html`<p class="empty">Nothing was received in this span. The node may still hold it; it appears here when it arrives.</p>`;
        }
        return html`
            <mw-ecg-paper
                .strip=${this.strip}
                fromMillis=${this.at - this.seconds * 500}
                toMillis=${this.at + this.seconds * 500}
                speed=${this.drawn.speed}
                gain=${this.drawn.gain}
                selectable
                ?measuring=${this.drawn.measuring}
                chosenBeat=${this.chosen?.t ?? 0}
                label="Strip with beats; choose a beat to change its class"
                @beat=${(event: CustomEvent<Beat>) => (this.chosen = event.detail)}
            ></mw-ecg-paper>
        `;
    }

    private get drawn(): PaperChoice {
        return { ...this.choice, speed: this.choice.speed ?? this.zoom.speed };
    }

    private get zoom() {
        return ZOOMS.find(({ seconds }) => seconds === this.seconds) ?? ZOOMS[2];
    }

    private move(millis: number): void {
        this.dispatchEvent(new CustomEvent('moment', { detail: this.at + millis, bubbles: true }));
    }

    /** The paper shows the new class at once; the server keeps every version. */
    private takeUp(event: CustomEvent<{ readonly beat: Beat; readonly label: Label }>): void {
        const { beat, label } = event.detail;
        const labelled: Beat = { ...beat, label: { class: label.after as BeatLabel, by: label.by, at: label.at, version: label.version } };
        this.strip = this.strip && {
            ...this.strip,
            beats: this.strip.beats.map((other) => (other.t === beat.t && other.nodeId === beat.nodeId ? labelled : other)),
        };
        this.chosen = labelled;
    }

    /** The newest seconds are fetched again until everything about them has arrived; beats come some seconds after their samples. */
    private async fetch(): Promise<void> {
        const asked = this.fetched;
        const toMillis = this.at + this.seconds * 500;
        window.clearTimeout(this.again);
        try {
            const strip = await fetchStrip(this.patientId, this.at - this.seconds * 500, toMillis);
            if (asked === this.fetched) {
                this.strip = strip;
                this.mistake = '';
            }
        } catch (problem) {
            this.mistake = sentenceOf(problem);
        }
        if (this.isConnected && asked === this.fetched && toMillis > serverClock.nowMillis() - SETTLED_AFTER_MILLIS) {
            this.again = window.setTimeout(() => void this.fetch(), AGAIN_MILLIS);
        }
    }
}
customElements.define('mw-review-strip', ReviewStrip);
