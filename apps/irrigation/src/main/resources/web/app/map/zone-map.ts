import { html, nothing, svg } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { addressOf } from '../../kit/routing/hash-router';
import type { FieldOutline } from '../overview/overview';
import { STATUS_SHAPES, refillText, statusMark, statusWord } from '../zone/status';
import type { Outline, Zone } from '../zone/zone';
import { STATUSES } from '../zone/zone';
import { Gestures } from './gestures';
import { patternId, statusPatterns } from './patterns';
import { labelLines } from './label';
import { Plane, boxOf, labelPlace, pathOf } from './plane';
import { View } from './view';
import words from './words.json';

const say = speaker(words);
const LETTER_PIXELS = 6.6;
const LINE_PIXELS = 13;
const SHAPE_PIXELS = 16;
/** By how much a label may stand over the edges of its zone. */
const OVERHANG_PIXELS = 6;
const ZOOM_STEP = 1.5;

/** The farm from above, drawn from its own outlines: zones by status in colour, pattern and shape, each a link to its page. */
export class ZoneMap extends PageElement {
    static override properties = { zones: { attribute: false }, fields: { attribute: false } };
    declare zones: readonly Zone[];
    declare fields: readonly FieldOutline[];
    private plane = new Plane(0, 0);
    private view: View | undefined;
    private drawnFor = '';
    private readonly gestures = new Gestures(
        () => this.view,
        () => this.requestUpdate(),
    );
    private readonly sizes = new ResizeObserver(() => this.resize());

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        this.sizes.disconnect();
    }

    protected override willUpdate(_changed: PropertyValues): void {
        const outlines = this.outlines();
        const key = JSON.stringify(outlines);
        if (key !== this.drawnFor) {
            this.drawnFor = key;
            this.plane = Plane.around(outlines);
            const box = boxOf(outlines.flatMap((outline) => this.plane.rings(outline)));
            this.view = box && new View(box, this.clientWidth || 600, this.mapHeight());
        }
    }

    protected override firstUpdated(): void {
        this.sizes.observe(this);
    }

    protected override render() {
        const { view } = this;
        if (!view) {
            return html`<div class="empty"><p>${say('noOutlines')}</p><p><a href="#/setup">${say('importThem')}</a></p></div>`;
        }
        return html`
            <div class="map-frame">
                <svg
                    class="map"
                    viewBox=${view.viewBox}
                    tabindex="0"
                    role="group"
                    aria-label=${say('label')}
                    data-zoomed=${view.zoom > 1}
                    @keydown=${this.key}
                    @pointerdown=${this.gestures.down}
                    @pointermove=${this.gestures.move}
                    @pointerup=${this.gestures.up}
                    @pointercancel=${this.gestures.up}
                    @pointerleave=${this.gestures.up}
                    @click=${this.gestures.click}
                    @wheel=${this.wheel}
                >
                    ${statusPatterns(view.metresPerPixel)} ${this.fields.map((field) => this.field(field))} ${this.zones.map((zone) => this.zone(zone, view.metresPerPixel))}
                </svg>
                <div class="map-buttons">
                    <button aria-label=${say('closer')} title=${`${say('closer')} (+)`} @click=${() => this.change((shown) => shown.zoomBy(ZOOM_STEP))}>+</button>
                    <button aria-label=${say('further')} title=${`${say('further')} (−)`} @click=${() => this.change((shown) => shown.zoomBy(1 / ZOOM_STEP))}>−</button>
                    <button aria-label=${say('fit')} title=${`${say('fit')} (0)`} @click=${() => this.change((shown) => shown.fit())}>⤢</button>
                </div>
            </div>
            <ul class="map-key">${STATUSES.filter((status) => this.zones.some((zone) => zone.status === status)).map((status) => html`<li>${swatch(status, view.metresPerPixel)} ${statusMark(status)}</li>`)}</ul>
        `;
    }

    private field({ name, outline }: FieldOutline): TemplateResult | typeof nothing {
        return outline ? svg`<path class="field-outline" d=${pathOf(this.plane.rings(outline))}><title>${name}</title></path>` : nothing;
    }

    private zone(zone: Zone, metresPerPixel: number): TemplateResult | typeof nothing {
        if (!zone.outline) {
            return nothing;
        }
        const rings = this.plane.rings(zone.outline);
        const { at, widthMetres } = labelPlace(rings[0] ?? []);
        const lines = labelLines(zone.name, Math.floor((widthMetres / metresPerPixel + OVERHANG_PIXELS) / LETTER_PIXELS));
        const top = -(SHAPE_PIXELS + lines.length * LINE_PIXELS) / 2;
        return svg`
            <a href=${addressOf(['zones', zone.id])} aria-label=${say('zone', { name: zone.name, status: statusWord(zone.status), refill: refillText(zone) })} data-status=${zone.status}>
                <path class="zone-outline" d=${pathOf(rings)} fill=${`url(#${patternId(zone.status)})`} />
                <g class="zone-label" transform=${`translate(${at[0]} ${at[1]}) scale(${metresPerPixel})`}>
                    <rect x=${-SHAPE_PIXELS / 2 - 4} y=${top - 4} width=${SHAPE_PIXELS + 8} height=${SHAPE_PIXELS + 8} rx="4" />
                    <path d=${STATUS_SHAPES[zone.status]} transform=${`translate(${-SHAPE_PIXELS / 2} ${top})`} />
                    ${lines.map((line, index) => svg`<text y=${top + SHAPE_PIXELS + 5 + (index + 0.8) * LINE_PIXELS}>${line}</text>`)}
                </g>
            </a>`;
    }

    private outlines(): readonly Outline[] {
        return [...this.fields, ...this.zones].flatMap(({ outline }) => (outline ? [outline] : []));
    }

    private mapHeight(): number {
        return this.querySelector('.map')?.clientHeight ?? 400;
    }

    private resize(): void {
        this.change((view) => view.resize(this.querySelector('.map')?.clientWidth ?? this.clientWidth, this.mapHeight()));
    }

    private change(how: (view: View) => void): void {
        if (this.view) {
            how(this.view);
            this.requestUpdate();
        }
    }

    private key(event: KeyboardEvent): void {
        const moves: Readonly<Record<string, (view: View) => void>> = {
            ArrowLeft: (view) => view.step(-1, 0),
            ArrowRight: (view) => view.step(1, 0),
            ArrowUp: (view) => view.step(0, -1),
            ArrowDown: (view) => view.step(0, 1),
            '+': (view) => view.zoomBy(ZOOM_STEP),
            '-': (view) => view.zoomBy(1 / ZOOM_STEP),
            '0': (view) => view.fit(),
        };
        const move = moves[event.key];
        if (move && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.preventDefault();
            event.stopPropagation();
            this.change(move);
        }
    }

    /** With Ctrl, as a touchpad sends a pinch; the wheel alone scrolls the page. */
    private wheel(event: WheelEvent): void {
        if (event.ctrlKey) {
            event.preventDefault();
            const place = (event.currentTarget as Element).getBoundingClientRect();
            const fromMiddle = [event.clientX - place.left - place.width / 2, event.clientY - place.top - place.height / 2] as const;
            this.change((view) => view.zoomBy(Math.exp(-event.deltaY / 200), fromMiddle));
        }
    }
}
customElements.define('mw-zone-map', ZoneMap);

/** In metres like the map, so that the pattern has the same size. */
function swatch(status: (typeof STATUSES)[number], metresPerPixel: number): TemplateResult {
    const [width, height] = [24 * metresPerPixel, 16 * metresPerPixel];
    return html`<svg class="swatch" viewBox=${`0 0 ${width} ${height}`} aria-hidden="true">${svg`<rect width=${width} height=${height} fill=${`url(#${patternId(status)})`} />`}</svg>`;
}
