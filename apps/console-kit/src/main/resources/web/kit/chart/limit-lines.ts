import type uPlot from 'uplot';
import { FACE } from './axes';
import type { Palette } from './palette';

/** A value that a trend should not pass, drawn as a dashed line with its name on it. */
export interface Limit {
    readonly value: number;
    readonly label: string;
    readonly weight: 'quiet' | 'medium' | 'high';
}

const COLOUR_TOKENS: Readonly<Record<Limit['weight'], string>> = { quiet: 'line-strong', medium: 'limit-medium', high: 'limit-high' };

/** Draws horizontal limits; the weight shows in the dashes as well as in the colour. */
export function limitLines(limits: readonly Limit[], palette: Palette): uPlot.Plugin {
    const draw = (plot: uPlot): void => {
        const { ctx, bbox } = plot;
        const pixel = devicePixelRatio;
        ctx.save();
        ctx.font = FACE.replace('12px', `${11 * pixel}px`);
        ctx.textAlign = 'left';
        ctx.textBaseline = 'bottom';
        ctx.lineWidth = pixel;
        for (const { value, label, weight } of limits) {
            const y = plot.valToPos(value, 'y', true);
            if (y < bbox.top || y > bbox.top + bbox.height) {
                continue;
            }
            ctx.strokeStyle = ctx.fillStyle = palette.colour(COLOUR_TOKENS[weight]);
            ctx.setLineDash(weight === 'high' ? [8 * pixel, 3 * pixel] : [3 * pixel, 4 * pixel]);
            ctx.beginPath();
            ctx.moveTo(bbox.left, y);
            ctx.lineTo(bbox.left + bbox.width, y);
            ctx.stroke();
            ctx.fillText(label, bbox.left + 6 * pixel, y - 2 * pixel);
        }
        ctx.restore();
    };
    return { hooks: { draw } };
}

/** `limits` keeps every limit in sight, so that the distance to it can be seen; `data` makes the most of the data. */
export type ScaleTo = 'limits' | 'data';

/** The top of a scale from its floor. */
export function topFor(highest: number, limits: readonly Limit[], scaleTo: ScaleTo): number {
    const kept = scaleTo === 'limits' ? limits.map((limit) => limit.value) : [];
    return Math.max(highest * 1.15, ...kept.map((value) => value * 1.1)) || 1;
}
