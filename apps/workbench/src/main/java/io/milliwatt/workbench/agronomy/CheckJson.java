package io.milliwatt.workbench.agronomy;

import io.milliwatt.workbench.agronomy.vector.OutputResult;
import io.milliwatt.workbench.agronomy.vector.RowResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The report for programs. */
final class CheckJson {
    private CheckJson() {}

    static Map<String, Object> of(CheckReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("file", report.file());
        json.put("rows", report.rows().size());
        json.putAll(counts(report.total()));
        List<Map<String, Object>> methods = new ArrayList<>();
        report.methods().forEach((method, counts) -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("method", method);
            entry.putAll(counts(counts));
            entry.put("closestToTolerance", counts.closest());
            methods.add(entry);
        });
        json.put("methods", methods);
        json.put("results", report.rows().stream().map(CheckJson::row).toList());
        return json;
    }

    private static Map<String, Object> counts(CheckReport.Counts counts) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("pass", counts.passed());
        json.put("fail", counts.failed());
        json.put("unknownMethod", counts.unknown());
        return json;
    }

    private static Map<String, Object> row(RowResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", result.row().id());
        json.put("method", result.row().method());
        json.put(
                "status",
                switch (result.status()) {
                    case PASS -> "pass";
                    case FAIL -> "fail";
                    case UNKNOWN_METHOD -> "unknown method";
                });
        json.put("outputs", result.outputs().stream().map(CheckJson::output).toList());
        if (!result.reason().isEmpty()) {
            json.put("reason", result.reason());
        }
        return json;
    }

    private static Map<String, Object> output(OutputResult output) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", output.name());
        json.put("value", output.value());
        json.put("expected", output.expected());
        output.difference().ifPresent(difference -> {
            json.put("difference", difference);
            json.put("allowed", output.allowed());
        });
        json.put("within", output.within());
        return json;
    }
}
