import { html, nothing } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import '../alarm/acknowledge-dialog';
import type { AcknowledgeDialog } from '../alarm/acknowledge-dialog';
import type { Alarm } from '../alarm/alarm';
import { waitsForAcknowledgement } from '../alarm/alarm';
import '../alarm/alarm-announcer';
import '../alarm/alarm-bar';
import type { AlarmBar } from '../alarm/alarm-bar';
import '../connection/connection-banner';
import { Follow } from '../follow';
import '../keyboard/shortcut-help';
import type { ShortcutHelp } from '../keyboard/shortcut-help';
import { Shortcuts } from '../keyboard/shortcuts';
import '../language/reading-choice';
import '../notice/notice-area';
import type { NoticeArea } from '../notice/notice-area';
import { PageElement } from '../page-element';
import '../session/login-form';
import { applyTheme, currentTheme, nextTheme } from '../theme/theme';
import type { ConsoleContext, PageLink } from './console-context';
import { speaker } from '../language/words';
import words from './words.json';

const say = speaker(words);

/** What stands round every page: navigation, connection banner, alarm bar, shortcuts, footer; or the login. */
export class ConsoleShell extends PageElement {
    static override properties = { context: { attribute: false }, page: { attribute: false }, pageKey: { type: String }, menuOpen: { state: true } };
    declare context: ConsoleContext;
    declare page: TemplateResult;
    /** Changes with the page, so that the focus moves to the new heading. */
    declare pageKey: string;
    /** On a phone, where choices that are made once a year do not stand over every page. */
    declare menuOpen: boolean;
    private readonly shortcuts = new Shortcuts();

    constructor() {
        super();
        this.menuOpen = false;
        new Follow(this, () => this.context);
        new Follow(this, () => this.context.session);
        new Follow(this, () => this.context.live, 'link');
        this.shortcuts.add(
            { key: 'a', does: () => say('keyAcknowledge'), run: () => this.acknowledgeSelected() },
            { key: 'n', does: () => say('keyNext'), run: () => this.querySelector<AlarmBar>('mw-alarm-bar')?.selectNext() },
            { key: 't', does: () => say('keyTheme'), run: () => this.changeTheme() },
            { key: '?', does: () => say('keyHelp'), run: () => this.showHelp() },
        );
    }

    override connectedCallback(): void {
        super.connectedCallback();
        this.context.links.forEach(({ address }, index) =>
            this.shortcuts.add({ key: String(index + 1), does: () => say('goTo', { page: this.context.links[index]?.name ?? '' }), run: () => (window.location.hash = address) }),
        );
        this.shortcuts.add(...this.context.shortcuts);
        this.addEventListener('acknowledge', (event) => this.acknowledge((event as CustomEvent<Alarm>).detail));
    }

    protected override render() {
        const { session, live, product, invitation } = this.context;
        document.documentElement.dataset['link'] = live.link.kind;
        if (session.state === 'unknown') {
            return html`<main class="waiting" aria-busy="true"><p class="quiet">${say('starting', { product })}</p></main>`;
        }
        if (session.state !== 'signed-in') {
            return html`<main id="main"><mw-login-form .session=${session} product=${product} invitation=${invitation}></mw-login-form></main>${this.footer()}`;
        }
        return html`
            <a class="skip-link" href="#main" @click=${this.skip}>${say('skip')}</a>
            <div class="top">
                ${this.header()}
                <mw-connection-banner .live=${live} .health=${this.context.health}></mw-connection-banner>
                <div class="alarms">
                    <mw-alarm-bar .alarms=${this.context.alarms} listAddress=${this.context.alarmListAddress}></mw-alarm-bar>
                    ${this.context.underAlarmBar()}
                </div>
            </div>
            <mw-alarm-announcer .alarms=${this.context.alarms}></mw-alarm-announcer>
            <main id="main" tabindex="-1">${this.page}</main>
            ${this.footer()}
            <mw-acknowledge-dialog .acknowledge=${(alarm: Alarm, comment: string) => this.send(alarm, comment)}></mw-acknowledge-dialog>
            <mw-shortcut-help .shortcuts=${this.shortcuts}></mw-shortcut-help>
            <mw-notice-area></mw-notice-area>
        `;
    }

    protected override updated(changed: PropertyValues): void {
        if (changed.has('pageKey') && changed.get('pageKey') !== undefined) {
            window.scrollTo(0, 0);
            this.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
        }
    }

    private header() {
        const { product, links, session } = this.context;
        return html`
            <header>
                <a class="product" href="#/">${product}</a>
                <button class="menu" aria-expanded=${this.menuOpen} aria-controls="shell-controls" @click=${() => (this.menuOpen = !this.menuOpen)}>${say('menu')}</button>
                <nav aria-label=${say('pages')}>
                    ${links.map((link) => html`<a href=${link.address} aria-current=${isCurrent(link) ?? nothing}>${link.name}</a>`)}
                </nav>
                <div class="controls" id="shell-controls" data-open=${this.menuOpen}>
                    <mw-reading-choice></mw-reading-choice>
                    <button class="plain" @click=${this.changeTheme} title=${say('changeColours')}>${say('colours', { theme: say(currentTheme()) })}</button>
                    <button class="plain" @click=${this.showHelp} aria-label=${say('keyboardShortcuts')}><kbd aria-hidden="true">?</kbd></button>
                    <span class="user">${session.user?.user} <span class="quiet">(${session.user?.roles.join(', ')})</span></span>
                    <button class="plain" @click=${this.signOut}>${say('signOut')}</button>
                </div>
            </header>
        `;
    }

    private footer() {
        const { product, version, intendedUse, figuresAddress, session } = this.context;
        return html`
            <footer class="quiet">
                <span>${product} ${version}</span>
                ${intendedUse ? html`<span class="intended-use">${intendedUse}</span>` : nothing}
                ${session.state === 'signed-in' ? html`<a href=${figuresAddress}>${say('figures')}</a>` : nothing}
            </footer>
        `;
    }

    private acknowledgeSelected(): void {
        const row = document.activeElement?.closest<HTMLElement>('[data-alarm-id]');
        const alarm = row ? this.context.alarms.find(row.dataset['alarmId'] ?? '') : this.querySelector<AlarmBar>('mw-alarm-bar')?.selected;
        if (alarm && waitsForAcknowledgement(alarm)) {
            this.acknowledge(alarm);
        } else {
            this.tell(say('nothingToAcknowledge'));
        }
    }

    private acknowledge(alarm: Alarm): void {
        if (this.context.acknowledgeRefusal) {
            this.tell(this.context.acknowledgeRefusal);
        } else {
            void this.querySelector<AcknowledgeDialog>('mw-acknowledge-dialog')?.open(alarm);
        }
    }

    private async send(alarm: Alarm, comment: string): Promise<void> {
        await this.context.acknowledge(alarm, comment);
        this.tell(say('acknowledged', { where: alarm.source.name, what: alarm.message }));
    }

    private async signOut(): Promise<void> {
        await this.context.session.signOut().catch(() => this.tell(say('stillSignedIn')));
    }

    private changeTheme(): void {
        applyTheme(nextTheme());
        this.requestUpdate();
    }

    private showHelp(): void {
        this.querySelector<ShortcutHelp>('mw-shortcut-help')?.show();
    }

    private skip(event: Event): void {
        event.preventDefault();
        this.querySelector<HTMLElement>('main')?.focus();
    }

    private tell(sentence: string): void {
        this.querySelector<NoticeArea>('mw-notice-area')?.say(sentence);
    }
}
customElements.define('mw-console-shell', ConsoleShell);

/** `page` for the page itself, `true` for the pages below it. */
function isCurrent({ address, below = address }: PageLink): 'page' | 'true' | undefined {
    const here = window.location.hash.split('?')[0] || '#/';
    return here === address ? 'page' : here.startsWith(`${below}/`) ? 'true' : undefined;
}
