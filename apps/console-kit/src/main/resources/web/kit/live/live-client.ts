import { Backoff } from './backoff';

/** `open` once the server has said hello; `lost` from the moment the link broke until the next hello. */
export type Link =
    | { readonly kind: 'connecting' }
    | { readonly kind: 'open' }
    | { readonly kind: 'lost'; readonly sinceMillis: number; readonly nextAttemptMillis: number }
    | { readonly kind: 'closed' };

export interface LiveMessage {
    readonly type: string;
}

/** The server sends a status at least every 5 s; silence of more than two of them means that the link is gone. */
const SILENCE_MILLIS = 12_000;

/**
 * One WebSocket that comes back by itself. Fires `link` when the state of the link changes and `message` (a
 * MessageEvent whose data is the parsed {@link LiveMessage}) for everything the server says. Before each new attempt it calls
 * `mayConnect`, since a browser does not tell a refused session from a dead server.
 */
export class LiveClient extends EventTarget {
    private socket: WebSocket | undefined;
    private silence = 0;
    private retry = 0;
    private lostSinceMillis: number | undefined;
    private current: Link = { kind: 'closed' };
    private wish: LiveMessage | undefined;
    private readonly backoff = new Backoff(500, 10_000);

    constructor(
        private readonly path: string,
        private readonly mayConnect: () => Promise<boolean>,
    ) {
        super();
        window.addEventListener('online', () => this.retryNow());
        document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.retryNow());
    }

    get link(): Link {
        return this.current;
    }

    start(): void {
        if (this.current.kind === 'closed') {
            this.become({ kind: 'connecting' });
            this.connect();
        }
    }

    stop(): void {
        window.clearTimeout(this.retry);
        this.lostSinceMillis = undefined;
        this.drop();
        this.become({ kind: 'closed' });
    }

    /** Tells the server what this page wants to hear; the newest wish is said again after each hello. */
    ask(wish: LiveMessage): void {
        this.wish = wish;
        if (this.current.kind === 'open') {
            this.socket?.send(JSON.stringify(wish));
        }
    }

    /** Tries at once instead of waiting for the next attempt. */
    retryNow(): void {
        if (this.current.kind === 'lost') {
            this.backoff.reset();
            window.clearTimeout(this.retry);
            void this.attempt();
        }
    }

    private connect(): void {
        this.drop();
        const address = new URL(this.path, window.location.href);
        address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
        const socket = new WebSocket(address);
        this.socket = socket;
        socket.addEventListener('message', (event) => this.socket === socket && this.receive(event));
        socket.addEventListener('close', () => this.socket === socket && this.lose());
        this.watchSilence();
    }

    private receive(event: MessageEvent<string>): void {
        this.watchSilence();
        const message = JSON.parse(event.data) as LiveMessage;
        if (message.type === 'hello') {
            this.lostSinceMillis = undefined;
            this.backoff.reset();
            this.become({ kind: 'open' });
            if (this.wish) {
                this.ask(this.wish);
            }
        }
        this.dispatchEvent(new MessageEvent('message', { data: message }));
    }

    private lose(): void {
        this.drop();
        this.lostSinceMillis ??= Date.now();
        const waitMillis = this.backoff.next();
        this.become({ kind: 'lost', sinceMillis: this.lostSinceMillis, nextAttemptMillis: Date.now() + waitMillis });
        window.clearTimeout(this.retry);
        this.retry = window.setTimeout(() => void this.attempt(), waitMillis);
    }

    private async attempt(): Promise<void> {
        const allowed = await this.mayConnect().catch(() => undefined);
        if (this.current.kind !== 'lost') {
            return;
        }
        if (allowed === undefined) {
            this.lose();
        } else if (allowed) {
            this.connect();
        } else {
            this.stop();
        }
    }

    private watchSilence(): void {
        window.clearTimeout(this.silence);
        this.silence = window.setTimeout(() => this.lose(), SILENCE_MILLIS);
    }

    /** Forgets the socket first: the late close event of a dropped one must not be taken for the loss of its successor. */
    private drop(): void {
        window.clearTimeout(this.silence);
        const socket = this.socket;
        this.socket = undefined;
        socket?.close();
    }

    private become(link: Link): void {
        this.current = link;
        this.dispatchEvent(new Event('link'));
    }
}
