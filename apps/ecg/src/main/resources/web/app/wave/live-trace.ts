/** One second, or so, of one channel as the live link brings it. */
export interface WaveBlock {
    readonly nodeId: number | string;
    /** Time of the first sample by the node's clock, in milliseconds. */
    readonly t: number;
    readonly sampleRateHz: number;
    readonly unitsPerCount: number;
    readonly counts: readonly number[];
    readonly qualityFlags: number;
}

/** A block ready to be drawn: millivolts about the slowly followed baseline. */
export interface DrawnBlock {
    readonly t: number;
    readonly endMillis: number;
    readonly stepMillis: number;
    readonly millivolts: Float32Array;
    readonly qualityFlags: number;
}

/** Longer than the widest screen needs for one sweep. */
const KEPT_MILLIS = 45_000;
const MARGIN_MILLIS = 200;
/** A trace that is this far from where it should be is shown from its newest second on. */
const LOST_MILLIS = 5000;
/** From an earlier visit of the page, when there is more than this between two blocks. */
const GAP_MILLIS = 100;
const SILENT_NODE_MILLIS = 5000;
const BASELINE_SECONDS = 2;

/**
 * The newest seconds of one channel, and how far behind the clock of the page it is shown: so far that a block is there
 * before its first sample is due, though blocks come once a second and not always on time.
 */
export class LiveTrace {
    readonly blocks: DrawnBlock[] = [];
    private delay: number | undefined;
    private neededMillis = 0;
    private nodeId: number | string | undefined;
    private heardMillis = Number.NEGATIVE_INFINITY;
    private baseline: number | undefined;

    /** The signal's time that belongs under the pen at this time of the page's clock; nothing before the first block. */
    signalTime(pageMillis: number): number | undefined {
        return this.delay === undefined ? undefined : pageMillis - this.delay;
    }

    /** @param pageMillis when it arrived, by the page's own steady clock */
    add(block: WaveBlock, pageMillis: number): void {
        const speaksForAnother = block.nodeId !== this.nodeId && pageMillis - this.heardMillis < SILENT_NODE_MILLIS;
        const newest = this.blocks.at(-1);
        if (speaksForAnother || (newest && block.nodeId === this.nodeId && block.t < newest.t + 1 && block.t > newest.t - LOST_MILLIS)) {
            return; // A second node on this patient, or a block that is here already.
        }
        this.nodeId = block.nodeId;
        this.heardMillis = pageMillis;
        this.keepPace(pageMillis - block.t);
        this.blocks.push(this.drawable(block));
        while (this.blocks[0] && this.blocks[0].endMillis < block.t - KEPT_MILLIS) {
            this.blocks.shift();
        }
    }

    /** Puts stored samples before those that arrive live now, so that a trace does not begin with an empty sheet. */
    addEarlier(stored: readonly WaveBlock[]): void {
        const torn = this.blocks.findLastIndex(
            (block, index) => index > 0 && block.t - (this.blocks[index - 1]?.endMillis ?? 0) > GAP_MILLIS,
        );
        this.blocks.splice(0, Math.max(0, torn));
        const first = this.blocks[0]?.t ?? Number.POSITIVE_INFINITY;
        const earlier = stored.flatMap((block) => {
            const room = Math.min(block.counts.length, Math.ceil(((first - block.t) * block.sampleRateHz) / 1000));
            return room > 0 ? [{ ...block, counts: block.counts.slice(0, room) }] : [];
        });
        const baseline = this.baseline;
        this.baseline = undefined;
        this.blocks.unshift(...earlier.map((block) => this.drawable(block)));
        this.baseline = baseline ?? this.baseline;
    }

    /** At the left edge nothing is torn: a trace that lags more than it must catches up there. */
    tighten(): void {
        if (this.delay !== undefined && this.neededMillis > 0) {
            this.delay = this.neededMillis + MARGIN_MILLIS;
        }
        this.neededMillis = 0;
    }

    private keepPace(needed: number): void {
        this.neededMillis = Math.max(this.neededMillis, needed);
        if (this.delay === undefined || Math.abs(this.delay - needed) > LOST_MILLIS) {
            this.delay = needed + MARGIN_MILLIS;
            this.neededMillis = needed;
        } else if (needed > this.delay) {
            this.delay = needed + MARGIN_MILLIS / 4;
        }
    }

    /** Takes the slow wander off, so that the trace stays in its tile; a display filter, never a stored one. */
    private drawable({ t, sampleRateHz, unitsPerCount, counts, qualityFlags }: WaveBlock): DrawnBlock {
        const share = 1 / (BASELINE_SECONDS * sampleRateHz);
        let baseline = this.baseline ?? median(counts) * unitsPerCount;
        const millivolts = Float32Array.from(counts, (value) => {
            const level = value * unitsPerCount;
            baseline += (level - baseline) * share;
            return level - baseline;
        });
        this.baseline = baseline;
        const stepMillis = 1000 / sampleRateHz;
        return { t, endMillis: t + counts.length * stepMillis, stepMillis, millivolts, qualityFlags };
    }
}

function median(values: readonly number[]): number {
    return [...values].sort((left, right) => left - right)[values.length >> 1] ?? 0;
}
