package io.milliwatt.workbench.demo;

import java.time.Duration;

/** What a person needs to know when the demo is ready. */
final class Greeting {
    private final Suite suite;

    Greeting(Suite suite) {
        this.suite = suite;
    }

    String text(Duration readyAfter) {
        return """

                Milliwatt is ready after %d s with %d machines. Watch "%s": a bearing damage is about to develop.

                  Maintenance console   http://127.0.0.1:%d/
                      log in as %-11s %s   (may acknowledge alarms)
                             or %-11s %s   (may only look)
                  Gateway               http://127.0.0.1:%d/q/health   MQTT on port %d
                  Data and logs         %s

                Press Ctrl-C to stop.
                """.formatted(
                        readyAfter.toSeconds(),
                        suite.fleet().machines().size(),
                        suite.fleet().watchedMachine().name(),
                        suite.ports().console(),
                        Account.TECHNICIAN,
                        suite.secrets().technicianPassword(),
                        Account.VIEWER,
                        suite.secrets().viewerPassword(),
                        suite.ports().gateway(),
                        suite.ports().mqtt(),
                        suite.data().root());
    }
}
