import { LitElement } from 'lit';
import { READING_CHANGED } from './language/language';

/**
 * An element that renders into the page itself instead of a shadow root, so that labels, skip links and the print
 * style reach across elements. Styles are therefore global and named after the element. Writes itself again when the reader changes language or units.
 */
export class PageElement extends LitElement {
    protected override createRenderRoot(): HTMLElement {
        return this;
    }

    override connectedCallback(): void {
        super.connectedCallback();
        window.addEventListener(READING_CHANGED, this.readAgain);
    }

    override disconnectedCallback(): void {
        super.disconnectedCallback();
        window.removeEventListener(READING_CHANGED, this.readAgain);
    }

    private readonly readAgain = (): void => this.requestUpdate();
}
