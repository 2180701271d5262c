/** Waiting times between attempts: doubled from the first to the last, each shortened at random so that consoles do not return all at once. */
export class Backoff {
    private attempts = 0;

    constructor(
        private readonly firstMillis: number,
        private readonly lastMillis: number,
        private readonly random: () => number = Math.random,
    ) {}

    /** The next waiting time: between half of the step and the whole step. */
    next(): number {
        const step = Math.min(this.lastMillis, this.firstMillis * 2 ** this.attempts);
        this.attempts = Math.min(this.attempts + 1, 30);
        return step * (0.5 + this.random() / 2);
    }

    reset(): void {
        this.attempts = 0;
    }
}
