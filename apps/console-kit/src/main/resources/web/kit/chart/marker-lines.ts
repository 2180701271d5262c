import type uPlot from 'uplot';
import { FACE } from './axes';
import type { Palette } from './palette';

/** A frequency that means something, drawn as an upright line. Families share colour and dashes. */
export interface Marker {
    readonly at: number;
    readonly label: string;
    readonly style: MarkerStyle;
}

export interface MarkerStyle {
    readonly colourToken: string;
    /** Canvas pixels on and off; empty for a solid line. */
    readonly dash: readonly number[];
}

const LABEL_ROWS = 3;
const ROW_PIXELS = 14;

/** Draws the markers and writes their labels on up to three rows, leaving out labels that would cover another. */
export function markerLines(markers: readonly Marker[], palette: Palette): uPlot.Plugin {
    const draw = (plot: uPlot): void => {
        const { ctx, bbox } = plot;
        const pixel = devicePixelRatio;
        const rowEnds = new Array<number>(LABEL_ROWS).fill(Number.NEGATIVE_INFINITY);
        ctx.save();
        ctx.beginPath();
        ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
        ctx.clip();
        ctx.font = FACE.replace('12px', `600 ${11 * pixel}px`);
        ctx.textAlign = 'left';
        ctx.textBaseline = 'top';
        for (const { at, label, style } of [...markers].sort((left, right) => left.at - right.at)) {
            const x = plot.valToPos(at, 'x', true);
            if (x < bbox.left || x > bbox.left + bbox.width) {
                continue;
            }
            ctx.strokeStyle = ctx.fillStyle = palette.colour(style.colourToken);
            ctx.lineWidth = 1.5 * pixel;
            ctx.setLineDash(style.dash.map((length) => length * pixel));
            ctx.beginPath();
            ctx.moveTo(x, bbox.top);
            ctx.lineTo(x, bbox.top + bbox.height);
            ctx.stroke();
            const row = rowEnds.findIndex((end) => end < x);
            const width = ctx.measureText(label).width;
            if (row >= 0 && x + width + 6 * pixel < bbox.left + bbox.width) {
                ctx.fillText(label, x + 3 * pixel, bbox.top + (2 + row * ROW_PIXELS) * pixel);
                rowEnds[row] = x + width + 8 * pixel;
            }
        }
        ctx.restore();
    };
    return { hooks: { drawAxes: draw } };
}
