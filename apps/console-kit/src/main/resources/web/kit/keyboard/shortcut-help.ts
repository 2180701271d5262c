import { html } from 'lit';
import { PageElement } from '../page-element';
import type { Shortcuts } from './shortcuts';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);

/** The list of shortcuts as a dialog, with the switch that turns them off. */
export class ShortcutHelp extends PageElement {
    static override properties = { shortcuts: { attribute: false } };
    declare shortcuts: Shortcuts;

    show(): void {
        this.requestUpdate();
        this.querySelector('dialog')?.showModal();
    }

    protected override render() {
        return html`
            <dialog aria-labelledby="shortcut-help-title" closedby="any">
                <div class="stack">
                    <h2 id="shortcut-help-title">${say('title')}</h2>
                    <dl class="keys">
                        ${this.shortcuts.all.map(
                            (shortcut) => html`
                                <dt><kbd>${shortcut.key.toUpperCase()}</kbd></dt>
                                <dd>${typeof shortcut.does === 'string' ? shortcut.does : shortcut.does()}</dd>
                            `,
                        )}
                    </dl>
                    <label class="inline">
                        <input type="checkbox" .checked=${this.shortcuts.enabled} @change=${this.toggle} />
                        ${say('on')}
                    </label>
                    <p class="quiet">${say('charts')}</p>
                    <div class="actions"><button class="primary" @click=${this.close}>${say('close')}</button></div>
                </div>
            </dialog>
        `;
    }

    private toggle(event: Event): void {
        this.shortcuts.enabled = (event.target as HTMLInputElement).checked;
    }

    private close(): void {
        this.querySelector('dialog')?.close();
    }
}
customElements.define('mw-shortcut-help', ShortcutHelp);
