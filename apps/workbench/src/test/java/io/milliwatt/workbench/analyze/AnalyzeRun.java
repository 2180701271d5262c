package io.milliwatt.workbench.analyze;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.workbench.Workbench;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;

/** One run of {@code milliwatt analyze}, with what it printed. */
record AnalyzeRun(int exitCode, String out, String err) {

    static AnalyzeRun of(String... arguments) {
        return in("vibration", arguments);
    }

    static AnalyzeRun in(String domain, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Workbench.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 2];
        all[0] = "analyze";
        all[1] = domain;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return new AnalyzeRun(commandLine.execute(all), out.toString(), err.toString());
    }

    JsonNode json() {
        try {
            return new ObjectMapper().readTree(out);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new UncheckedIOException("not JSON: " + out + err, e);
        }
    }

    String fault() {
        return json().path("diagnosis").path("fault").asText();
    }

    double confidence() {
        return json().path("diagnosis").path("confidence").asDouble();
    }

    boolean flagged(String code) {
        for (JsonNode flag : json().path("quality")) {
            if (flag.path("code").asText().equals(code)) {
                return true;
            }
        }
        return false;
    }
}
