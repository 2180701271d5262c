package io.milliwatt.training.card;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.milliwatt.training.pipeline.EvaluationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a report's three files: evaluation.json, card.md, card.html. Same report, same bytes. */
public final class ReportFiles {
    public static final String MODEL = "model.mwm";
    public static final String JSON = "evaluation.json";
    public static final String MARKDOWN = "card.md";
    public static final String HTML = "card.html";

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addSerializer(Double.class, new RoundedDouble())
                    .addSerializer(double.class, new RoundedDouble()))
            .build();

    private ReportFiles() {}

    public static void write(EvaluationReport report, Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(JSON), json(report) + "\n");
        Files.writeString(folder.resolve(MARKDOWN), ModelCard.markdown(report));
        Files.writeString(folder.resolve(HTML), ModelCard.html(report));
    }

    public static String json(EvaluationReport report) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try {
            return MAPPER.writer(printer).writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report of plain records cannot be written as JSON", e);
        }
    }

    /** Six decimals say more than any figure here means, and keep diffs of committed reports readable. */
    private static final class RoundedDouble extends StdSerializer<Double> {
        private static final long serialVersionUID = 1L;

        RoundedDouble() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(Math.rint(value * 1e6) / 1e6);
        }
    }
}
