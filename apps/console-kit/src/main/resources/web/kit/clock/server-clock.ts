/** The server's time as far as this page knows it; ages of data are told by it, since the clock of a console is often wrong. */
export class ServerClock {
    private offsetMillis = 0;

    synchronize(serverTime: string): void {
        const millis = Date.parse(serverTime);
        if (Number.isFinite(millis)) {
            this.offsetMillis = millis - Date.now();
        }
    }

    nowMillis(): number {
        return Date.now() + this.offsetMillis;
    }
}

export const serverClock = new ServerClock();
