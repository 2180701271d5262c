import type { DrawnBlock, LiveTrace } from './live-trace';
import { warningOf } from './recording';
import type { Pen } from './sweep-loop';

/** Where and how a trace is drawn; lengths in CSS pixels. */
export interface Sheet {
    readonly context: CanvasRenderingContext2D;
    readonly width: number;
    readonly height: number;
    readonly pixelsPerSecond: number;
    readonly pixelsPerMillivolt: number;
    readonly colour: string;
    /** For stretches that must not be read as an ECG. */
    readonly quietColour: string;
}

const ERASE_BAR_PIXELS = 14;
/** Samples this much before the last frame may still be due, since frames do not fall on samples. */
const OVERLAP_MILLIS = 50;
const CLOCK_STEP_MILLIS = 5000;
/** Most leads point upwards, so there is more room above the baseline. */
const BASELINE_HEIGHT = 0.62;

/**
 * Draws one trace as a monitor does: the pen runs from left to right at constant speed, an erase bar before it, the last
 * sweep after it. All pens of a page stand at the same place, since all follow the page's clock.
 */
export class SweepPen implements Pen {
    private drawnMillis: number | undefined;
    /** Time of the last sample drawn. */
    private drawnSignal = Number.NEGATIVE_INFINITY;
    private last: { readonly x: number; readonly y: number } | undefined;

    constructor(
        private readonly trace: () => LiveTrace,
        private readonly sheet: () => Sheet | undefined,
    ) {}

    draw(pageMillis: number): void {
        const sheet = this.sheet();
        const from = this.drawnMillis;
        if (!sheet || (from !== undefined && pageMillis <= from)) {
            return;
        }
        if (from === undefined) {
            this.repaint(pageMillis);
            return;
        }
        const before = position(sheet, from);
        if (position(sheet, pageMillis) < before) {
            this.trace().tighten();
        }
        this.erase(sheet, before, ((pageMillis - from) * sheet.pixelsPerSecond) / 1000 + ERASE_BAR_PIXELS);
        this.advance(sheet, pageMillis, pageMillis - from);
    }

    repaint(pageMillis: number): void {
        const sheet = this.sheet();
        if (!sheet) {
            return;
        }
        sheet.context.clearRect(0, 0, sheet.width, sheet.height);
        this.liftUp();
        this.advance(sheet, pageMillis, (Math.max(0, sheet.width - ERASE_BAR_PIXELS) / sheet.pixelsPerSecond) * 1000);
    }

    private liftUp(): void {
        this.last = undefined;
        this.drawnSignal = Number.NEGATIVE_INFINITY;
    }

    /** Draws what of the signal is due in the last `spanMillis` of the page's clock and not drawn yet. */
    private advance(sheet: Sheet, pageMillis: number, spanMillis: number): void {
        this.drawnMillis = pageMillis;
        const trace = this.trace();
        const due = trace.signalTime(pageMillis);
        if (due === undefined) {
            return;
        }
        const earliest = due - spanMillis - OVERLAP_MILLIS;
        if (this.drawnSignal - due > CLOCK_STEP_MILLIS || earliest - this.drawnSignal > OVERLAP_MILLIS) {
            this.liftUp(); // The node's clock was set back, or the trace was torn forward: no line across the tear.
        }
        const begin = Math.max(this.drawnSignal, earliest);
        const end = position(sheet, pageMillis);
        trace.blocks
            .filter((block) => block.endMillis > begin && block.t <= due)
            .forEach((block) => this.stroke(sheet, block, begin, due, end));
    }

    private stroke(
        { context, width, height, pixelsPerSecond, pixelsPerMillivolt, colour, quietColour }: Sheet,
        block: DrawnBlock,
        begin: number,
        due: number,
        end: number,
    ): void {
        const { t, stepMillis, millivolts } = block;
        const first = Math.max(0, Math.floor((begin - t) / stepMillis) + 1);
        const beyond = Math.min(millivolts.length, Math.floor((due - t) / stepMillis) + 1);
        const longestStep = Math.max(2, (1.6 * stepMillis * pixelsPerSecond) / 1000);
        context.strokeStyle = warningOf(block.qualityFlags) ? quietColour : colour;
        context.beginPath();
        let last = this.last;
        if (last) {
            context.moveTo(last.x, last.y);
        }
        for (let index = first; index < beyond; index++) {
            const along = end - ((due - t - index * stepMillis) * pixelsPerSecond) / 1000;
            const x = along < 0 ? along + width : along;
            const y = Math.min(height - 1, Math.max(1, height * BASELINE_HEIGHT - (millivolts[index] ?? 0) * pixelsPerMillivolt));
            if (last && x >= last.x && x - last.x <= longestStep) {
                context.lineTo(x, y);
            } else {
                context.moveTo(x, y);
            }
            last = { x, y };
            this.drawnSignal = t + index * stepMillis;
        }
        context.stroke();
        this.last = last;
    }

    private erase({ context, width, height }: Sheet, from: number, length: number): void {
        context.clearRect(from + 0.5, 0, length, height);
        if (from + length > width) {
            context.clearRect(0, 0, from + length - width, height);
        }
    }
}

/** Where the pen stands; the same for all sheets of one width. */
function position({ width, pixelsPerSecond }: Sheet, pageMillis: number): number {
    return ((pageMillis / 1000) * pixelsPerSecond) % width;
}
