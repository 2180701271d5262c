package io.milliwatt.endtoend;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The maintenance console in one browser profile: what a person does there, and what the browser asked for meanwhile. */
final class Console implements AutoCloseable {
    /** Two cores carry the whole suite, the browser and often a build besides. */
    private static final int PATIENCE_MILLIS = 20_000;

    private final BrowserContext context;
    private final Page page;
    private final URI address;
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    Console(BrowserContext context, URI address) {
        this.context = context;
        this.address = address;
        context.onRequest(request -> requests.add(request.url()));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
        this.page = context.newPage();
        page.onWebSocket(socket -> requests.add(socket.url()));
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        go("");
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Every address that was asked for, with HTTP and with WebSocket. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** Uncaught errors and breaches of the content security policy. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** @param place what stands behind {@code #} in the address, such as {@code /alarms} */
    void go(String place) {
        page.navigate(address.resolve(place.isEmpty() ? "/" : "/#" + place).toString());
    }

    void signIn(String name, String password) {
        page.getByLabel("Name").fill(name);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        assertThat(alarmBar()).isVisible();
    }

    Locator alarmBar() {
        return page.locator("mw-alarm-bar");
    }

    Locator machineRows() {
        return page.locator("mw-machine-table tbody tr");
    }

    Locator machineRow(String name) {
        return machineRows().filter(new Locator.FilterOptions().setHasText(name));
    }

    void openMachine(String name) {
        machineRow(name).getByRole(AriaRole.LINK).click();
        assertThat(heading(name)).isVisible();
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setLevel(1));
    }

    /** Waits until the page says that its link to the server is {@code open} or {@code lost}. */
    void awaitLink(String state, Duration patience) {
        assertThat(page.locator("html"))
                .hasAttribute(
                        "data-link",
                        state,
                        new LocatorAssertions.HasAttributeOptions().setTimeout(patience.toMillis()));
    }

    /** Of the whole page, for a person; {@code -Dpictures=false} leaves them out, since nothing looks at them by itself. */
    void picture(String name) {
        if ("false".equals(System.getProperty("pictures"))) {
            return;
        }
        page.evaluate("window.scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Stage.PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    @Override
    public void close() {
        context.close();
    }
}
