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

                Milliwatt is ready after %d s with %d machines, %d patients and %d zones. Watch "%s": a bearing damage is about
                to develop; and bed %s: a ventricular tachycardia is about to begin.

                  Maintenance console   http://127.0.0.1:%d/
                      log in as %-11s %s   (may acknowledge alarms)
                             or %-11s %s   (may only look)
                  Monitoring station    http://127.0.0.1:%d/
                      log in as %-11s %s   (acknowledges, pauses, admits, may see who a patient is)
                             or %-11s %s   (also relabels beats; sees no names)
                             or %-11s %s   (may only look)
                             or %-13s %s (reads who saw names and took data away)
                  Irrigation console    http://127.0.0.1:%d/
                      log in as %-11s %s   (decides, runs valves, sets up)
                             or %-11s %s   (may only look, and press the emergency stop)
                  Gateway               http://127.0.0.1:%d/q/health   MQTT on port %d
                  Data and logs         %s

                Press Ctrl-C to stop.
                """.formatted(
                        readyAfter.toSeconds(),
                        suite.fleet().machines().size(),
                        suite.fleet().patients().size(),
                        suite.fleet().zones().size(),
                        suite.fleet().watchedMachine().name(),
                        suite.fleet().watchedBed(),
                        suite.ports().console(),
                        Account.TECHNICIAN,
                        suite.secrets().technicianPassword(),
                        Account.VIEWER,
                        suite.secrets().viewerPassword(),
                        suite.ports().monitoring(),
                        Account.CLINICIAN,
                        suite.secrets().clinicianPassword(),
                        Account.TECHNICIAN,
                        suite.secrets().technicianPassword(),
                        Account.VIEWER,
                        suite.secrets().viewerPassword(),
                        Account.ADMINISTRATOR,
                        suite.secrets().administratorPassword(),
                        suite.ports().irrigation(),
                        Account.AGRONOMIST,
                        suite.secrets().agronomistPassword(),
                        Account.VIEWER,
                        suite.secrets().viewerPassword(),
                        suite.ports().gateway(),
                        suite.ports().mqtt(),
                        suite.data().root());
    }
}
