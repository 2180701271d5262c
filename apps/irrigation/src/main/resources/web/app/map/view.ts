import type { Box } from './plane';

const MARGIN = 1.12;
const CLOSEST = 20;
const PAN_SHARE = 0.15;

/** What part of the plane a map shows: its middle and how many metres a pixel covers. Never further out than everything, never past its edge. */
export class View {
    private x: number;
    private y: number;
    private zoomed = 1;

    constructor(
        private readonly whole: Box,
        private widthPixels: number,
        private heightPixels: number,
    ) {
        this.x = whole.left + whole.width / 2;
        this.y = whole.top + whole.height / 2;
    }

    get zoom(): number {
        return this.zoomed;
    }

    get metresPerPixel(): number {
        return (Math.max(this.whole.width / this.widthPixels, this.whole.height / this.heightPixels, 0.01) * MARGIN) / this.zoomed;
    }

    get viewBox(): string {
        const [width, height] = [this.widthPixels * this.metresPerPixel, this.heightPixels * this.metresPerPixel];
        return `${this.x - width / 2} ${this.y - height / 2} ${width} ${height}`;
    }

    resize(widthPixels: number, heightPixels: number): void {
        this.widthPixels = Math.max(1, widthPixels);
        this.heightPixels = Math.max(1, heightPixels);
    }

    fit(): void {
        this.zoomed = 1;
        this.x = this.whole.left + this.whole.width / 2;
        this.y = this.whole.top + this.whole.height / 2;
    }

    /** @param fromMiddle what stays where it is, in pixels from the middle of the map */
    zoomBy(factor: number, fromMiddle: readonly [number, number] = [0, 0]): void {
        const before = this.metresPerPixel;
        this.zoomed = Math.min(CLOSEST, Math.max(1, this.zoomed * factor));
        const change = before - this.metresPerPixel;
        this.moveTo(this.x + fromMiddle[0] * change, this.y + fromMiddle[1] * change);
    }

    panBy(rightPixels: number, downPixels: number): void {
        this.moveTo(this.x + rightPixels * this.metresPerPixel, this.y + downPixels * this.metresPerPixel);
    }

    /** A step of the keyboard, as a share of what is in sight. */
    step(right: number, down: number): void {
        this.panBy(right * this.widthPixels * PAN_SHARE, down * this.heightPixels * PAN_SHARE);
    }

    private moveTo(x: number, y: number): void {
        const { left, top, width, height } = this.whole;
        this.x = Math.min(left + width, Math.max(left, x));
        this.y = Math.min(top + height, Math.max(top, y));
        if (this.zoomed === 1) {
            this.x = left + width / 2;
            this.y = top + height / 2;
        }
    }
}
