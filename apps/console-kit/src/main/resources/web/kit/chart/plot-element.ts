import { html } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import uPlot from 'uplot';
import { READING_CHANGED } from '../language/language';
import { PageElement } from '../page-element';
import { THEME_CHANGED } from '../theme/theme';
import { Palette } from './palette';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);

export type PlotOptions = Omit<uPlot.Options, 'width' | 'height'>;

/**
 * What all charts share: a uPlot that follows the size of its place and the theme, a line of text that tells what is under
 * the cursor, and a range input over the plot through which keyboard and screen reader move that cursor.
 */
export abstract class PlotElement extends PageElement {
    static override properties = { label: { type: String }, cursorIndex: { state: true } };
    /** Names the chart and sums it up, for those who do not see it. */
    declare label: string;
    /** Index into the x values, -1 while there is no cursor. */
    declare cursorIndex: number;

    /** What is drawn, as {@link data} gave it last. */
    protected columns: uPlot.AlignedData = [[]];
    private plot: uPlot | undefined;
    private readonly sizes = new ResizeObserver(() => this.fit());

    constructor() {
        super();
        this.label = '';
        this.cursorIndex = -1;
    }

    protected abstract options(palette: Palette): PlotOptions;

    /** The columns to draw, x first. */
    protected abstract data(): uPlot.AlignedData;

    /** What the reading line says; index -1 means no cursor. */
    protected abstract reading(index: number): string;

    /** Whether a changed property needs a new plot; else new data are enough. */
    protected abstract needsNewPlot(changed: PropertyValues): boolean;

    override connectedCallback(): void {
        super.connectedCallback();
        window.addEventListener(THEME_CHANGED, this.redraw);
        window.addEventListener(READING_CHANGED, this.writeAgain);
        this.sizes.observe(this);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        window.removeEventListener(THEME_CHANGED, this.redraw);
        window.removeEventListener(READING_CHANGED, this.writeAgain);
        this.sizes.disconnect();
        this.plot?.destroy();
        this.plot = undefined;
    }

    protected override willUpdate(changed: PropertyValues): void {
        if (changesData(changed)) {
            this.columns = this.data();
        }
    }

    protected override render(): TemplateResult {
        const last = Math.max(0, this.columns[0].length - 1);
        const reading = this.reading(this.cursorIndex);
        return html`
            <p class="reading figures">${reading}</p>
            <div class="stage">
                <div class="plot" role="img" aria-label=${this.label}></div>
                <input
                    class="scrubber"
                    type="range"
                    min="0"
                    max=${last}
                    .value=${String(this.cursorIndex < 0 ? last : this.cursorIndex)}
                    aria-label=${say('cursorOf', { chart: this.label })}
                    aria-valuetext=${reading}
                    @input=${this.scrub}
                    @keydown=${this.step}
                />
            </div>
        `;
    }

    protected override updated(changed: PropertyValues): void {
        if (!this.plot || this.needsNewPlot(changed)) {
            this.redraw();
        } else if (changesData(changed)) {
            this.plot.setData(this.columns);
        }
    }

    protected readonly redraw = (): void => {
        const place = this.querySelector<HTMLElement>('.plot');
        if (!place) {
            return;
        }
        const { left, top } = this.plot?.cursor ?? {};
        this.plot?.destroy();
        const options = this.options(new Palette(this));
        const hooks = { ...options.hooks, setCursor: [...(options.hooks?.setCursor ?? []), (plot: uPlot) => this.follow(plot)] };
        this.plot = new uPlot({ ...options, hooks, legend: { show: false }, ...this.room(place) }, this.columns, place);
        if (left !== undefined && top !== undefined && left >= 0) {
            this.plot.setCursor({ left, top }); // New data under somebody's cursor must not take it away.
        }
    };

    /** Axes carry words and units, so a new language or unit needs new columns and a new plot. */
    private readonly writeAgain = (): void => {
        this.columns = this.data();
        this.redraw();
    };

    private fit(): void {
        const place = this.querySelector<HTMLElement>('.plot');
        if (place && this.plot && place.clientWidth > 0) {
            this.plot.setSize(this.room(place));
        }
    }

    private room(place: HTMLElement): { width: number; height: number } {
        return { width: Math.max(200, place.clientWidth), height: Math.max(120, place.clientHeight) };
    }

    private follow(plot: uPlot): void {
        this.cursorIndex = plot.cursor.idx ?? -1;
    }

    private scrub(event: Event): void {
        this.moveCursor(Number((event.target as HTMLInputElement).value));
    }

    /** Larger steps than the one index that arrow keys take; thousands of points would otherwise be out of reach. */
    private step(event: KeyboardEvent): void {
        const direction = event.key === 'PageUp' ? 1 : event.key === 'PageDown' ? -1 : 0;
        if (direction !== 0) {
            event.preventDefault();
            const points = this.columns[0].length;
            const from = this.cursorIndex < 0 ? points - 1 : this.cursorIndex;
            this.moveCursor(Math.min(points - 1, Math.max(0, from + direction * Math.ceil(points / 40))));
        }
    }

    private moveCursor(index: number): void {
        const x = this.columns[0][index];
        if (this.plot && x !== undefined) {
            this.plot.setCursor({ left: this.plot.valToPos(x, 'x'), top: this.plot.bbox.height / 2 / devicePixelRatio });
            this.cursorIndex = index;
        }
    }
}

function changesData(changed: PropertyValues): boolean {
    return [...changed.keys()].some((name) => name !== 'cursorIndex');
}
