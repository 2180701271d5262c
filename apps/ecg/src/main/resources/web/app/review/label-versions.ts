import { html, nothing } from 'lit';
import { fullMoment, moment } from '../../kit/format/time';
import type { Label } from './label';

/** Every version of what people said, the newest first: who, when, and which samples they saw. */
export function labelVersions(labels: readonly Label[]) {
    return labels.length === 0
        ? nothing
        : html`
              <ol class="versions" aria-label="Versions of the label, the newest first">
                  ${labels
                      .toSorted((left, right) => right.version - left.version)
                      .map(
                          (label) => html`
                              <li>
                                  Version ${label.version}: ${words(label.before ?? 'none')} → <strong>${words(label.after)}</strong> by ${label.by},
                                  <time datetime=${label.at} title=${fullMoment(label.at)}>${moment(label.at)}</time>
                                  <span class="quiet figures">${samplesOf(label)}</span>
                              </li>
                          `,
                      )}
              </ol>
          `;
}

function samplesOf({ nodeId, bootId, firstSample, lastSample, samplesSha256 }: Label) {
    return firstSample === null || lastSample === null
        ? 'no samples were stored then'
        : html`samples ${firstSample} to ${lastSample} of node ${nodeId}, boot ${bootId}${samplesSha256 ? html`, <abbr title=${`SHA-256 ${samplesSha256}`}>${samplesSha256.slice(0, 8)}</abbr>` : nothing}`;
}

const words = (label: string): string => label.replaceAll('-', ' ');
