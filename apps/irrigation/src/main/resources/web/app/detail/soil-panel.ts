import { html, nothing } from 'lit';
import { fixed } from '../../kit/format/number';
import { sentenceOf } from '../../kit/http/sentence';
import { speaker } from '../../kit/language/words';
import { say as tell } from '../../kit/notice/notice-area';
import { PageElement } from '../../kit/page-element';
import { measured } from '../../kit/units/measure';
import type { Farm } from '../farm';
import { textureName } from '../setup/texture';
import words from './words.json';
import type { Plateau, SoilLayer, ZoneDetail } from './zone-server';
import { adoptPlateau } from './zone-server';

const say = speaker(words);
const PERCENT = 100;
const ORIGINS: Readonly<Record<string, 'fromTexture' | 'fromLaboratory' | 'fromPlateau'>> = { texture: 'fromTexture', measured: 'fromLaboratory', 'drainage-plateau': 'fromPlateau' };

/** The zone's soil by layer, and the observed drainage plateau that may correct it. Fires `corrected` when it was adopted. */
export class SoilPanel extends PageElement {
    static override properties = { farm: { attribute: false }, zone: { attribute: false } };
    declare farm: Farm;
    declare zone: ZoneDetail;

    protected override render() {
        const { soil } = this.zone;
        return html`
            <section class="panel" aria-labelledby="soil-title">
                <header><h2 id="soil-title">${say('soil')}</h2>${soil ? html`<span>${soil.name}</span>` : nothing}</header>
                ${soil
                    ? html`
                          <table class="sheet" role="table">
                              <caption class="visually-hidden">${say('soil')}</caption>
                              <thead><tr><th scope="col">${say('layer')}</th><th scope="col">${say('texture')}</th><th scope="col" class="number">${say('fieldCapacity')}</th><th scope="col" class="number">${say('wiltingPoint')}</th></tr></thead>
                              <tbody>
                                  ${soil.layers.map(
                                      (layer) => html`<tr>
                                          <th scope="row" class="figures">${measured('soilDepth', layer.topMillimetres / 10)}–${measured('soilDepth', layer.bottomMillimetres / 10)}</th>
                                          <td>${layer.texture ? textureName(layer.texture) : '–'}${origin(layer)}</td>
                                          <td class="number">${fixed(layer.fieldCapacity * PERCENT, 1)} %</td>
                                          <td class="number">${fixed(layer.wiltingPoint * PERCENT, 1)} %</td>
                                      </tr>`,
                                  )}
                              </tbody>
                          </table>
                          ${soil.plateaus.map((plateau) => this.plateau(soil.id, plateau))}
                      `
                    : html`<p>${say('noSoil')} <a href="#/setup/zones">${say('setSoil')}</a></p>`}
            </section>
        `;
    }

    private plateau(soilId: string, plateau: Plateau) {
        return html`
            <p>
                ${say('plateau', {
                    depth: measured('soilDepth', plateau.depthMillimetres / 10),
                    observed: `${fixed(plateau.observedPlateau * PERCENT, 1)} %`,
                    spread: `${fixed(plateau.spread * PERCENT, 1)} %`,
                    n: plateau.events,
                    texture: `${fixed(plateau.fieldCapacity * PERCENT, 1)} %`,
                })}
            </p>
            ${plateau.offered && this.farm.mayDecide ? html`<button @click=${() => this.adopt(soilId)}>${say('adoptPlateau')}</button>` : nothing}
        `;
    }

    private async adopt(soilId: string): Promise<void> {
        try {
            await adoptPlateau(soilId, this.zone.id);
            this.dispatchEvent(new Event('corrected', { bubbles: true }));
        } catch (problem) {
            tell(sentenceOf(problem));
        }
    }
}
customElements.define('mw-soil-panel', SoilPanel);

/** Where the figures of a layer are from. */
function origin(layer: SoilLayer): string {
    const key = ORIGINS[layer.origin ?? ''];
    return key ? ` (${say(key)})` : '';
}
