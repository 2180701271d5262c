import type { ReactiveController, ReactiveControllerHost } from 'lit';

const hosts = new Set<ReactiveControllerHost>();
let timer = 0;

/** Renders its host once a second, all hosts in the same beat, so that ages on one screen never disagree. */
export class SecondTick implements ReactiveController {
    constructor(private readonly host: ReactiveControllerHost) {
        host.addController(this);
    }

    hostConnected(): void {
        hosts.add(this.host);
        timer ||= window.setInterval(() => hosts.forEach((host) => host.requestUpdate()), 1000);
    }

    hostDisconnected(): void {
        hosts.delete(this.host);
        if (hosts.size === 0) {
            window.clearInterval(timer);
            timer = 0;
        }
    }
}
