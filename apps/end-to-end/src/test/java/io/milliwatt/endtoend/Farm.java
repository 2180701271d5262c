package io.milliwatt.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The irrigation console with somebody in front of it. */
record Farm(Console console) implements AutoCloseable {

    Page page() {
        return console.page();
    }

    Locator rows() {
        return page().locator("mw-zone-table tbody tr");
    }

    /** Opens a zone by one click on its name. */
    void open(String zone) {
        rows().getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(zone).setExact(true))
                .click();
        assertThat(console.heading(zone)).isVisible();
    }

    /** @param units {@code metric} or {@code us} */
    void measureIn(String units) {
        choose(1, units);
    }

    /** @param language {@code en}, {@code es} or {@code fr} */
    void speak(String language) {
        choose(0, language);
    }

    /** On a phone the choices stand behind a button. */
    private void choose(int place, String value) {
        Locator menu = page().locator("button.menu");
        boolean onPhone = menu.isVisible();
        if (onPhone) {
            menu.click();
        }
        page().locator("mw-reading-choice select").nth(place).selectOption(value);
        if (onPhone) {
            menu.click();
        }
    }

    Locator button(String name) {
        return page().getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The dialog that is open. */
    Locator dialog() {
        return page().locator("dialog[open]");
    }

    Locator stopBar() {
        return page().locator("mw-stop-bar > section");
    }

    @Override
    public void close() {
        console.close();
    }
}
