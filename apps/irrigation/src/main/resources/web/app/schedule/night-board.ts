import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { SecondTick } from '../../kit/clock/second-tick';
import { serverClock } from '../../kit/clock/server-clock';
import { timeText } from '../../kit/format/time';
import { speaker } from '../../kit/language/words';
import { PageElement } from '../../kit/page-element';
import { addressOf } from '../../kit/routing/hash-router';
import { measured } from '../../kit/units/measure';
import { durationText } from '../reason/duration';
import type { Night } from './night';
import { blackoutSpans, clockOf, placed } from './night';
import type { Blackout, Run, Schedule, Source } from './schedule';
import words from './words.json';

const say = speaker(words);
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const TICKS = [0, 25, 50, 75, 100] as const;
const DAY_SHARE = 864_000;

/** One night, source by source: which valve is open when, piece by piece, and when nothing may run. */
export class NightBoard extends PageElement {
    static override properties = { schedule: { attribute: false }, night: { attribute: false } };
    declare schedule: Schedule;
    declare night: Night;

    constructor() {
        super();
        new SecondTick(this);
    }

    protected override render() {
        const { runs, sources } = this.schedule;
        const known = new Set(sources.map(({ id }) => id));
        const orphans = runs.filter(({ sourceId }) => !sourceId || !known.has(sourceId));
        return html`
            <div class="board" role="group" aria-label=${say('board')}>
                <div class="ticks" aria-hidden="true">${TICKS.map((tick) => html`<span .style=${`left: ${tick}%`}>${timeText(this.night.fromMillis + tick * DAY_SHARE, CLOCK)}</span>`)}</div>
                ${sources.map((source) => this.source(source, runs.filter(({ sourceId }) => sourceId === source.id)))} ${orphans.length > 0 ? this.rows(say('noSource'), '', orphans, []) : nothing}
            </div>
        `;
    }

    private source(source: Source, runs: readonly Run[]) {
        const limits = [
            say('atMost', { amount: measured('flow', source.maximumFlowCubicMetresPerHour) }),
            source.maximumCubicMetresPerNight == null ? '' : say('perNight', { amount: measured('volume', source.maximumCubicMetresPerNight) }),
            source.longestRunMinutes == null ? '' : say('rest', { run: source.longestRunMinutes, n: source.restMinutes ?? 0 }),
        ];
        return this.rows(source.name, limits.filter(Boolean).join(', '), runs, this.schedule.blackouts.filter(({ sourceId }) => sourceId === source.id));
    }

    private rows(name: string, limits: string, runs: readonly Run[], blackouts: readonly Blackout[]) {
        const zones = [...new Map(runs.filter((run) => this.pieces(run).length > 0).map((run) => [run.zoneId, run.zoneName]))];
        return html`
            <section class="source" aria-label=${name}>
                <h3>${name} <span class="quiet">${limits}</span></h3>
                ${zones.length === 0 ? html`<p class="quiet">${say('nothingPlanned')}</p>` : nothing}
                ${zones.map(
                    ([zoneId, zoneName]) => html`
                        <div class="lane-row">
                            <a href=${addressOf(['zones', zoneId])}>${zoneName}</a>
                            <div class="lane">
                                ${this.windows(blackouts)} ${runs.filter((run) => run.zoneId === zoneId).flatMap((run) => this.pieces(run))} ${this.now()}
                            </div>
                        </div>
                    `,
                )}
            </section>
        `;
    }

    private pieces(run: Run): readonly TemplateResult[] {
        return run.cycles.flatMap((cycle) => {
            const from = Date.parse(cycle.startAt);
            const place = placed({ fromMillis: from, toMillis: from + cycle.seconds * 1000 }, this.night);
            const words = `${timeText(from, CLOCK)}, ${durationText(cycle.seconds)}: ${say(cycle.state)}`;
            return place ? [html`<span class="piece" data-state=${cycle.state} .style=${`left: ${place.left}%; width: ${place.width}%`} title=${words}><span class="visually-hidden">${words}</span></span>`] : [];
        });
    }

    private windows(blackouts: readonly Blackout[]) {
        return blackouts.flatMap((blackout) =>
            blackoutSpans(blackout, this.night).map((span) => {
                const place = placed(span, this.night);
                return place ? html`<span class="blackout" .style=${`left: ${place.left}%; width: ${place.width}%`} title=${say('blackoutTitle', { from: clockOf(blackout.from), to: clockOf(blackout.to), reason: blackout.reason })}></span>` : nothing;
            }),
        );
    }

    private now() {
        const share = (100 * (serverClock.nowMillis() - this.night.fromMillis)) / (this.night.toMillis - this.night.fromMillis);
        return share >= 0 && share <= 100 ? html`<span class="now" .style=${`left: ${share}%`}></span>` : nothing;
    }
}
customElements.define('mw-night-board', NightBoard);
