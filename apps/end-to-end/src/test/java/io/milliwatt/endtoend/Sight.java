package io.milliwatt.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;

/** What a machine can tell of how a page looks: WCAG 2.2 AA, and whether it fits a phone. */
final class Sight {
    static final int PHONE_WIDTH_PIXELS = 390;
    static final int PHONE_HEIGHT_PIXELS = 844;

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Sight() {}

    static void check(Console console, String name, ColorScheme colours) {
        console.picture(name + "-" + colours.name().toLowerCase(Locale.ROOT));
        check(name, colours, new AxeBuilder(console.page()).withTags(RULES));
    }

    /** Of a page that was checked already and has only changed its theme: what depends on colours. */
    static void checkColours(Console console, String name, ColorScheme colours) {
        check(name, colours, new AxeBuilder(console.page()).withRules(List.of("color-contrast")));
    }

    private static void check(String name, ColorScheme colours, AxeBuilder axe) {
        // No page has frames. Results put together in a page of their own, as frames need it, take four times as long.
        AxeResults results = axe.setLegacyMode(true).analyze();
        assertThat(results.getPasses()).as("rules that applied to %s", name).isNotEmpty();
        assertThat(results.getViolations())
                .as("violations on %s in %s", name, colours)
                .extracting(
                        rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
    }

    static void fits(Console console, String name) {
        console.picture(name);
        assertThat(console.page().evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isEqualTo(PHONE_WIDTH_PIXELS);
    }
}
