import { html, nothing } from 'lit';
import { PageElement } from '../page-element';
import type { Units } from '../units/units';
import { UNITS, chooseUnits, currentUnits, unitsAreOffered } from '../units/units';
import type { Language } from './language';
import { LANGUAGE_NAMES, chooseLanguage, currentLanguage, offeredLanguages } from './language';
import words from './words.json';
import { speaker } from './words';

const say = speaker(words);

/** Language and units of the reader; shows only what the console offers. */
export class ReadingChoice extends PageElement {
    protected override render() {
        const languages = offeredLanguages();
        return html`
            ${languages.length > 1
                ? html`<select class="plain" aria-label=${say('language')} @change=${language}>
                      ${languages.map((offered) => html`<option value=${offered} lang=${offered} ?selected=${offered === currentLanguage()}>${LANGUAGE_NAMES[offered]}</option>`)}
                  </select>`
                : nothing}
            ${unitsAreOffered()
                ? html`<select class="plain" aria-label=${say('units')} @change=${units}>
                      ${UNITS.map((offered) => html`<option value=${offered} ?selected=${offered === currentUnits()}>${say(offered)}</option>`)}
                  </select>`
                : nothing}
        `;
    }
}
customElements.define('mw-reading-choice', ReadingChoice);

function language(event: Event): void {
    chooseLanguage((event.target as HTMLSelectElement).value as Language);
}

function units(event: Event): void {
    chooseUnits((event.target as HTMLSelectElement).value as Units);
}
