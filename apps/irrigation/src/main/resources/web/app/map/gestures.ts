import type { View } from './view';

/**
 * Moves a view with one pointer and zooms it with two. One finger scrolls the page while everything is in sight, so that nobody is
 * caught on the map; that a drag ended on a link does not follow it.
 */
export class Gestures {
    private readonly pointers = new Map<number, readonly [number, number]>();
    private moved = false;

    constructor(
        private readonly view: () => View | undefined,
        private readonly changed: () => void,
    ) {}

    readonly down = (event: PointerEvent): void => {
        this.pointers.set(event.pointerId, [event.clientX, event.clientY]);
        this.moved = false;
    };

    readonly move = (event: PointerEvent): void => {
        const before = this.pointers.get(event.pointerId);
        const view = this.view();
        if (!before || !view) {
            return;
        }
        const now = [event.clientX, event.clientY] as const;
        const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
        if (other) {
            view.zoomBy(distance(now, other) / Math.max(1, distance(before, other)));
        } else if (view.zoom > 1) {
            view.panBy(before[0] - now[0], before[1] - now[1]);
        }
        this.moved ||= distance(before, now) > 2;
        this.pointers.set(event.pointerId, now);
        this.changed();
    };

    readonly up = (event: PointerEvent): void => {
        this.pointers.delete(event.pointerId);
    };

    readonly click = (event: MouseEvent): void => {
        if (this.moved) {
            event.preventDefault();
        }
        this.moved = false;
    };
}

function distance([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): number {
    return Math.hypot(x1 - x2, y1 - y2);
}
