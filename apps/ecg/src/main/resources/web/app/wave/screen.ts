const STORAGE_KEY = 'milliwatt.ecg.screen';

/** Fired on {@link screenScale} when something about the scale changed. */
export const SCALE_CHANGED = 'change';

/** CSS defines an inch as 96 pixels; a screen that was never measured is taken at its word. */
const UNMEASURED_PIXELS_PER_MILLIMETRE = 96 / 25.4;

export const SPEEDS_MILLIMETRES_PER_SECOND = [12.5, 25, 50] as const;
export const GAINS_MILLIMETRES_PER_MILLIVOLT = [5, 10, 20] as const;

interface Scale {
    readonly pixelsPerMillimetre: number;
    readonly millimetresPerSecond: number;
    readonly millimetresPerMillivolt: number;
}

/** How large a second and a millivolt are on this screen; kept on this computer, since it belongs to its screen. */
export class ScreenScale extends EventTarget {
    private scale: Scale = { pixelsPerMillimetre: UNMEASURED_PIXELS_PER_MILLIMETRE, millimetresPerSecond: 25, millimetresPerMillivolt: 10 };

    constructor() {
        super();
        try {
            const kept = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') as Partial<Scale>;
            this.scale = {
                ...this.scale,
                ...Object.fromEntries(Object.entries(kept).filter(([, value]) => typeof value === 'number' && value > 0)),
            };
        } catch {
            // Without storage the screen counts as not measured.
        }
    }

    get pixelsPerMillimetre(): number {
        return this.scale.pixelsPerMillimetre;
    }

    get millimetresPerSecond(): number {
        return this.scale.millimetresPerSecond;
    }

    get millimetresPerMillivolt(): number {
        return this.scale.millimetresPerMillivolt;
    }

    get pixelsPerSecond(): number {
        return this.scale.millimetresPerSecond * this.scale.pixelsPerMillimetre;
    }

    get pixelsPerMillivolt(): number {
        return this.scale.millimetresPerMillivolt * this.scale.pixelsPerMillimetre;
    }

    get isMeasured(): boolean {
        return this.scale.pixelsPerMillimetre !== UNMEASURED_PIXELS_PER_MILLIMETRE;
    }

    change(changed: Partial<Scale>): void {
        this.scale = { ...this.scale, ...changed };
        try {
            localStorage.setItem(STORAGE_KEY, JSON.stringify(this.scale));
        } catch {
            // The choice then holds until the page is left.
        }
        this.dispatchEvent(new Event(SCALE_CHANGED));
    }
}

export const screenScale = new ScreenScale();
