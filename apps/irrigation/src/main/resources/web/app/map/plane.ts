import type { Outline, Ring } from '../zone/zone';

/** Metres east and south of a farm's middle: what a screen needs, since its y axis points down. */
export type Point = readonly [eastMetres: number, southMetres: number];

export interface Box {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
}

const METRES_PER_DEGREE = 111_320;

/** A plane that touches the earth at one point: true to a few centimetres over a farm. */
export class Plane {
    private readonly metresPerDegreeEast: number;

    constructor(
        private readonly longitude: number,
        private readonly latitude: number,
    ) {
        this.metresPerDegreeEast = METRES_PER_DEGREE * Math.cos((latitude * Math.PI) / 180);
    }

    static around(outlines: readonly Outline[]): Plane {
        const positions = outlines.flatMap(ringsOf).flat();
        const middle = (axis: 0 | 1) => {
            const values = positions.map((position) => position[axis] ?? 0);
            return values.length === 0 ? 0 : (Math.min(...values) + Math.max(...values)) / 2;
        };
        return new Plane(middle(0), middle(1));
    }

    /** The outer and inner rings of an outline, on the plane. */
    rings(outline: Outline): readonly (readonly Point[])[] {
        return ringsOf(outline).map((ring) => ring.map(([longitude = 0, latitude = 0]) => this.point(longitude, latitude)));
    }

    point(longitude: number, latitude: number): Point {
        return [(longitude - this.longitude) * this.metresPerDegreeEast, (this.latitude - latitude) * METRES_PER_DEGREE];
    }
}

function ringsOf(outline: Outline): readonly Ring[] {
    return outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat();
}

export function pathOf(rings: readonly (readonly Point[])[]): string {
    return rings.map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`).join('');
}

export function boxOf(rings: readonly (readonly Point[])[]): Box | undefined {
    const points = rings.flat();
    if (points.length === 0) {
        return undefined;
    }
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    const [left, top] = [Math.min(...xs), Math.min(...ys)];
    return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

/** Where a label stands: the middle of the widest stretch inside the outer ring at the height of its centre of area. */
export function labelPlace(ring: readonly Point[]): { readonly at: Point; readonly widthMetres: number } {
    const centre = centroid(ring);
    const crossings = ring
        .flatMap(([x1, y1], index) => {
            const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
            return y1 > centre[1] === y2 > centre[1] ? [] : [x1 + ((centre[1] - y1) / (y2 - y1)) * (x2 - x1)];
        })
        .sort((left, right) => left - right);
    let best = { at: centre, widthMetres: 0 };
    for (let index = 0; index + 1 < crossings.length; index += 2) {
        const [from, to] = [crossings[index] ?? 0, crossings[index + 1] ?? 0];
        if (to - from > best.widthMetres) {
            best = { at: [(from + to) / 2, centre[1]], widthMetres: to - from };
        }
    }
    return best;
}

/** Centre of area by the shoelace formula. */
function centroid(ring: readonly Point[]): Point {
    let [twiceArea, x, y] = [0, 0, 0];
    ring.forEach(([x1, y1], index) => {
        const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
        const cross = x1 * y2 - x2 * y1;
        twiceArea += cross;
        x += (x1 + x2) * cross;
        y += (y1 + y2) * cross;
    });
    return twiceArea === 0 ? (ring[0] ?? [0, 0]) : [x / (3 * twiceArea), y / (3 * twiceArea)];
}
