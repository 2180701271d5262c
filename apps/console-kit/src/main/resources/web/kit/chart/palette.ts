/** The theme's colours as a canvas understands them: custom properties resolved for one element. */
export class Palette {
    private readonly resolved = new Map<string, string>();

    constructor(private readonly host: HTMLElement) {}

    /** @param token name of a custom property of tokens.css without its dashes */
    colour(token: string): string {
        const known = this.resolved.get(token);
        if (known !== undefined) {
            return known;
        }
        const before = this.host.style.color;
        this.host.style.color = `var(--${token})`;
        const colour = getComputedStyle(this.host).color;
        this.host.style.color = before;
        this.resolved.set(token, colour);
        return colour;
    }
}
