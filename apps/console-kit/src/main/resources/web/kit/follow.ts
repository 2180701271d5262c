import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders its host again whenever the source fires one of the events. */
export class Follow implements ReactiveController {
    private followed: EventTarget | undefined;
    private readonly types: readonly string[];

    /** `source` is asked when the host is connected, after its properties are set. */
    constructor(
        private readonly host: ReactiveControllerHost,
        private readonly source: () => EventTarget,
        ...types: readonly string[]
    ) {
        this.types = types.length > 0 ? types : ['change'];
        host.addController(this);
    }

    hostConnected(): void {
        this.followed = this.source();
        this.types.forEach((type) => this.followed?.addEventListener(type, this.renderAgain));
    }

    hostDisconnected(): void {
        this.types.forEach((type) => this.followed?.removeEventListener(type, this.renderAgain));
    }

    private readonly renderAgain = (): void => this.host.requestUpdate();
}
