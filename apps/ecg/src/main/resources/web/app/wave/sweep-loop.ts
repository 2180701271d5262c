/** Something that is drawn on with each frame. */
export interface Pen {
    /** @param pageMillis the page's steady clock */
    draw(pageMillis: number): void;
    /** Draws everything anew, after a stretch in which nothing was drawn. */
    repaint(pageMillis: number): void;
}

/** A frame of 60 a second lasts 16.7 ms; drawing may take this share of it before every other frame is left out. */
const BUSY_MILLIS = 8;
const STALLED_MILLIS = 1000;
const REDUCED_MOTION_STEP_MILLIS = 1000;

const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)');

/** One loop draws all traces of the page, so that 32 of them cost one callback and no layout. Fires `change` when frozen or thawed. */
class SweepLoop extends EventTarget {
    private readonly pens = new Set<Pen>();
    private frame = 0;
    private lastMillis = 0;
    private costMillis = 0;
    private odd = false;
    private isFrozen = false;

    add(pen: Pen): void {
        this.pens.add(pen);
        this.frame ||= requestAnimationFrame(this.step);
    }

    remove(pen: Pen): void {
        this.pens.delete(pen);
        if (this.pens.size === 0) {
            cancelAnimationFrame(this.frame);
            this.frame = 0;
        }
    }

    /** While frozen, traces stand still and can be looked at; alarms and figures go on. */
    get frozen(): boolean {
        return this.isFrozen;
    }

    set frozen(frozen: boolean) {
        this.isFrozen = frozen;
        this.dispatchEvent(new Event('change'));
    }

    private readonly step = (now: number): void => {
        this.frame = requestAnimationFrame(this.step);
        this.odd = !this.odd;
        const since = now - this.lastMillis;
        const tooSoon = reducedMotion.matches ? since < REDUCED_MOTION_STEP_MILLIS : this.costMillis > BUSY_MILLIS && this.odd;
        if (this.isFrozen || tooSoon) {
            return;
        }
        const stalled = !reducedMotion.matches && since > STALLED_MILLIS;
        this.lastMillis = now;
        this.pens.forEach((pen) => (stalled ? pen.repaint(now) : pen.draw(now)));
        this.costMillis += (performance.now() - now - this.costMillis) * 0.05;
    };
}

export const sweepLoop = new SweepLoop();
