import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { PageElement } from '../page-element';
import type { Place } from '../routing/hash-router';
import { currentPlace } from '../routing/hash-router';
import './console-shell';
import type { LiveConsole } from './live-console';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);
const ASK_AGAIN_MILLIS = 2000;

/** The outermost element of a console: shows, inside the shell, the page that the address names. */
export abstract class RoutedConsole extends PageElement {
    static override properties = { place: { state: true } };
    declare place: Place;

    constructor(private readonly context: LiveConsole) {
        super();
        this.place = currentPlace();
        window.addEventListener('hashchange', () => (this.place = currentPlace()));
    }

    override connectedCallback(): void {
        super.connectedCallback();
        void this.begin();
    }

    protected override render() {
        return html`<mw-console-shell .context=${this.context} .page=${this.page(this.place)} pageKey=${this.place.path.join('/')}></mw-console-shell>`;
    }

    protected abstract page(place: Place): TemplateResult;

    /** The server may still be starting: asks until it answers. */
    private async begin(): Promise<void> {
        try {
            await this.context.session.check();
        } catch {
            window.setTimeout(() => void this.begin(), ASK_AGAIN_MILLIS);
        }
    }
}

/** @param start where the link leads, in words: “the machines” */
export function noSuchPage(start: string): TemplateResult {
    return html`<div class="empty"><h1>${say('noSuchPage')}</h1><p>${say('noSuchAddress')} <a href="#/">${say('goToStart', { start })}</a>.</p></div>`;
}
