import { html } from 'lit';
import '../../kit/alarm/alarm-browser';
import type { AlarmSources } from '../../kit/alarm/alarm-browser';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import type { Farm } from '../farm';
import { fetchAlarmHistory } from './alarm-server';
import './quiet-hours';
import words from './words.json';

const say = speaker(words);

/** Alarms are about zones, valves, probes and the whole site: the list offers those that have any. */
class KnownSources extends EventTarget implements AlarmSources {
    constructor(private readonly farm: Farm) {
        super();
        farm.alarms.addEventListener('change', () => this.dispatchEvent(new Event('change')));
    }

    get all() {
        return [...new Map(this.farm.alarms.all.map(({ source }) => [source.id, source])).values()];
    }
}

/** Every alarm, with filters, and when to be left alone. */
export class AlarmsPage extends PageElement {
    static override properties = { farm: { attribute: false }, query: { attribute: false } };
    declare farm: Farm;
    declare query: URLSearchParams;
    private sources: KnownSources | undefined;

    protected override render() {
        document.title = `${say('title')} – ${this.farm.product}`;
        this.sources ??= new KnownSources(this.farm);
        return html`
            <mw-alarm-browser
                .context=${this.farm}
                .sources=${this.sources}
                noun="source"
                .nouns=${{ one: say('source'), all: say('allSources') }}
                .query=${this.query}
                .fetchHistory=${fetchAlarmHistory}
            ></mw-alarm-browser>
            <mw-quiet-hours></mw-quiet-hours>
        `;
    }
}
customElements.define('mw-alarms-page', AlarmsPage);
