package io.milliwatt.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The monitoring station in one browser profile. */
record Wall(Console console) implements AutoCloseable {

    Page page() {
        return console.page();
    }

    Locator tiles() {
        return page().locator("mw-patient-tile article");
    }

    Locator tile(String bed) {
        return tiles().filter(new Locator.FilterOptions()
                .setHas(page().getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(bed).setExact(true))));
    }

    /** What stands on the bar of alarm signals while they are held back: “1:43”. */
    Locator countDown() {
        return page().locator("mw-pause-bar .count-down");
    }

    /** Opens the patient in the bed as one does by one click; returns the address of his page behind {@code #}. */
    String open(String bed) {
        tile(bed).getByRole(AriaRole.LINK).click();
        assertThat(console.heading("Bed " + bed)).isVisible();
        return page().url().substring(page().url().indexOf('#') + 1);
    }

    @Override
    public void close() {
        console.close();
    }
}
