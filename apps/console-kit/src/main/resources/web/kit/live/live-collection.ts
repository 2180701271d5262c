/**
 * Things with an id that come as a list by REST and one by one over the live link. What arrives while a list is on its
 * way is applied again after it, so that neither order of arrival loses a change. Fires `change`.
 */
export class LiveCollection<T extends { readonly id: string }> extends EventTarget {
    private known = new Map<string, T>();
    private duringLoad: { readonly id: string; readonly item: T | undefined }[] | undefined;
    private everLoaded = false;

    /** Whether a list has arrived since the page was opened; before that, empty means unknown. */
    get loaded(): boolean {
        return this.everLoaded;
    }

    get all(): readonly T[] {
        return [...this.known.values()];
    }

    find(id: string): T | undefined {
        return this.known.get(id);
    }

    apply(item: T): void {
        this.duringLoad?.push({ id: item.id, item });
        this.known.set(item.id, item);
        this.changed();
    }

    remove(id: string): void {
        this.duringLoad?.push({ id, item: undefined });
        if (this.known.delete(id)) {
            this.changed();
        }
    }

    /** Replaces the whole list by what `fetched` brings; on failure the old list stays. */
    async load(fetched: Promise<readonly T[]>): Promise<void> {
        const arrivals: { readonly id: string; readonly item: T | undefined }[] = [];
        this.duringLoad = arrivals;
        try {
            const list = await fetched;
            if (this.duringLoad !== arrivals) {
                return; // A later load is on its way and will bring more.
            }
            this.known = new Map(list.map((item) => [item.id, item]));
            arrivals.forEach(({ id, item }) => (item ? this.known.set(id, item) : this.known.delete(id)));
            this.everLoaded = true;
            this.changed();
        } finally {
            if (this.duringLoad === arrivals) {
                this.duringLoad = undefined;
            }
        }
    }

    private changed(): void {
        this.dispatchEvent(new Event('change'));
    }
}
