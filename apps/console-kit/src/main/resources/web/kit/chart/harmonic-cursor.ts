import type uPlot from 'uplot';

const MOST_LINES = 20;

/** Faint lines at the multiples of the frequency under the cursor, which tell a family of harmonics at a glance. */
export function harmonicCursor(): uPlot.Plugin {
    const lines: HTMLElement[] = [];
    return {
        hooks: {
            ready: (plot) => {
                for (let order = 2; order <= MOST_LINES; order++) {
                    const line = document.createElement('div');
                    line.className = 'harmonic';
                    line.hidden = true;
                    plot.over.append(line);
                    lines.push(line);
                }
            },
            setCursor: (plot) => {
                const x = plot.cursor.idx === null || plot.cursor.idx === undefined ? undefined : plot.data[0][plot.cursor.idx];
                lines.forEach((line, index) => {
                    const left = x === undefined ? Number.NaN : plot.valToPos(x * (index + 2), 'x');
                    line.hidden = !(left > 0 && left < plot.over.clientWidth);
                    line.style.left = `${left}px`;
                });
            },
        },
    };
}

/** Within three pixels of the pointer, the cursor takes the highest line: between two pixels a spectrum hides many. */
export function nearestPeak(plot: uPlot, series: number, hovered: number): number {
    const [x, y] = [plot.data[0], plot.data[series]];
    const at = x[hovered];
    if (series === 0 || at === undefined || !y) {
        return hovered;
    }
    const reach = Math.abs(plot.posToVal(3, 'x') - plot.posToVal(0, 'x'));
    let best = hovered;
    for (const step of [-1, 1]) {
        for (let index = hovered; x[index] !== undefined && Math.abs((x[index] ?? 0) - at) <= reach; index += step) {
            best = (y[index] ?? 0) > (y[best] ?? 0) ? index : best;
        }
    }
    return best;
}
