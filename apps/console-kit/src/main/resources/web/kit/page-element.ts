import { LitElement } from 'lit';

/**
 * An element that renders into the page itself instead of a shadow root, so that labels, skip links and the print
 * style reach across elements. Styles are therefore global and named after the element.
 */
export class PageElement extends LitElement {
    protected override createRenderRoot(): HTMLElement {
        return this;
    }
}
