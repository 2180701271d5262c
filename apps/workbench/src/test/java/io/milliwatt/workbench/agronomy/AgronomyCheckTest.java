package io.milliwatt.workbench.agronomy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.workbench.Workbench;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class AgronomyCheckTest {

    private static final String HEADER = "id,method,inputs_json,output,expected,unit,tolerance,source,note\n";

    @TempDir
    Path folder;

    private record Run(int exitCode, String out, String err) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(out);
        }
    }

    @Test
    void everyRowOfThePublishedVectorsPasses() throws IOException {
        Path vectors = vectors();
        Run run = run(vectors.toString(), "--json");
        List<String> failed = new ArrayList<>();
        run.json().get("results").forEach(row -> {
            if (!row.get("status").asText().equals("pass")) {
                failed.add(row.toString());
            }
        });
        assertThat(failed).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.json().get("pass").asInt()).isEqualTo(477);
    }

    /** The same methods with other numbers, other ways to give the inputs, and hand-checked answers. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "atmospheric pressure | {\"z_m\":0} | P | 101.3 | 0.001",
                "Psychrometric  Constant | {\"elev_m\":1800} | gamma | 0.0544 | 0.0001",
                "ea from RHmax,RHmin | {\"tmin_C\":18,\"tmax_C\":25,\"rhmin\":54,\"rhmax\":82} | ea | 1.70 | 0.005",
                "ea from RHmax | {\"tmin_C\":18,\"rhmax\":82} | ea | 1.69 | 0.005",
                "Rs from sunshine | {\"lat_deg\":-22.9,\"doy\":135,\"n_h\":7.1} | Rs | 14.4 | 0.1",
                "Rs from T range (Hargreaves, coastal) | {\"Ra\":40.6,\"tmin_C\":14.8,\"tmax_C\":26.6} | Rs | 26.5 | 0.05",
                "monthly soil heat flux | {\"tprev_C\":29.2,\"t_C\":30.2} | G | 0.14 | 0.001",
                "Penman-Monteith daily, elsewhere | {\"Rn\":13.28,\"t_C\":16.9,\"u2_ms\":2.078,\"es_kPa\":1.997,\"ea_kPa\":1.409,\"Delta\":0.122,\"gamma\":0.0666} | ETo | 3.88 | 0.01",
                "full chain from raw inputs | {\"lat_deg\":50.8,\"z_m\":100,\"doy\":187,\"tmax_C\":21.5,\"tmin_C\":12.3,\"rhmax\":84,\"rhmin\":63,\"u2_ms\":2.078,\"Rs\":22.07} | ETo;Rn | 3.88;13.28 | 0.01",
                "TAW/RAW eq.82-83 | {\"thetaFC\":0.3,\"thetaWP\":0.1,\"Zr_m\":0.5,\"p\":0.5} | TAW;RAW | 100;50 | 1e-9",
                "p adjustment | {\"p_table22\":0.3,\"ETc\":20} | p | 0.1 | 0",
                "Ks/Dr water-stress, maize | {\"TAW\":100,\"RAW\":50,\"ETo\":6,\"Kcb\":1.0,\"Dr_start\":75,\"Rain\":20} | Ks;ETcadj;Dr_end | 0.5;3;58 | 1e-9",
                "dual Kc day step | {\"prev_De\":0,\"prev_Dr\":10,\"ETref\":5,\"Kcb\":0.5,\"Kcmax\":1.2,\"fc\":0.4,\"fw\":1,\"TAW\":100,\"p\":0.5,\"TEW\":20,\"REW\":8} | Kr;Ke;E;DP | 1;0.7;3.5;0 | 1e-9",
                "Topp 1980 | {\"epsilon\":20} | theta | 0.3454 | 1e-9",
                "Saxton-Rawls 2006 pedotransfer | {\"sand_pct\":65,\"clay_pct\":10,\"om_pct\":2.5} | WP;FC;Ksat | .08;.18;50.3 | .01;.01;10%",
                "apple scab min wet hours, revised Mills | {\"mean_T_F\":37} | min_wet_h | 30 | 0",
                "powdery mildew index day step | {\"prev_index\":60,\"ge6h_consecutive_21.1_29.4C\":true,\"ge15min_ge35C\":true} | index | 70 | 0",
                "start rule | {\"days_ok\":[1,0,1,1,1,1]} | index | 20;0;20;40;60;80 | 0",
                "late blight day-pair | {\"day1\":{\"tmin\":9.9,\"h_rh90\":24},\"day2\":{\"tmin\":15,\"h_rh90\":24}} | hutton;smith | False;False | 0",
                "ISMN QC flags | {\"row\":30} | flags | D06 C01 D01 D02 D03 | 0",
                "growing degree days (single sine) | {\"tmax\":20,\"tmin\":12,\"base\":10} | GDD | 6 | 1e-9",
                "downy mildew primary infection | {\"shoot_cm\":10,\"rain24_mm\":9,\"tmin24_C\":10} | risk | False | 0"
            })
    void otherNumbersWorkAsWell(String method, String inputs, String output, String expected, String tolerance)
            throws IOException {
        Run run =
                run(write(row("x", method, inputs, output, expected, tolerance)).toString());
        assertThat(run.out()).contains("1 rows, 1 pass");
        assertThat(run.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'' | {} | theta | 0.18 | 0.01 | names no method",
                "Topp 1980 | {\"epsilon\":10 | theta | 0.18 | 0.01 | damaged JSON",
                "Topp 1980 | [10] | theta | 0.18 | 0.01 | no JSON object",
                "Topp 1980 | {} | theta | 0.18 | 0.01 | input epsilon is missing",
                "Topp 1980 | {\"epsilon\":\"ten\"} | theta | 0.18 | 0.01 | must be a number",
                "Topp 1980 | {\"epsilon\":-4} | theta | 0.18 | 0.01 | between 1 (air) and 81",
                "Topp 1980 | {\"epsilon\":10} | moisture | 0.18 | 0.01 | no output named 'moisture'",
                "Topp 1980 | {\"epsilon\":10} | theta | wet | 0.01 | is not a number",
                "Topp 1980 | {\"epsilon\":10} | theta | 0.18;0.2 | 0.01 | has not 2 values",
                "Topp 1980 | {\"epsilon\":10} | theta | 0.18 | close | is no tolerance",
                "Topp 1980 | {\"epsilon\":10} | theta | 0.5 | 0.01 | off by -0.312",
                "atmospheric pressure | {\"z_m\":180000} | P | 1 | 0.1 | elevation in metres",
                "FAO-56 dual Kc season balance | {\"files\":\"somewhere\"} | ETa | 1 | 1 | names no season",
                "FAO-56 dual Kc season balance | {\"files\":\"tests/test99/nowhere.par\"} | ETa | 1 | 1 | --data"
            })
    void aDamagedRowFailsWithItsReasonAndTheRestGoesOn(
            String method, String inputs, String output, String expected, String tolerance, String reason)
            throws IOException {
        String good = row("good", "Topp 1980", "{\"epsilon\":20}", "theta", "0.3454", "1e-9");
        Path file = write(row("bad", method, inputs, output, expected, tolerance) + good);
        Run run = run(file.toString(), "--data", folder.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("FAIL    bad").contains("pass    good");
        if (!reason.equals("--data")) {
            assertThat(run.out()).contains(reason);
        }
    }

    @Test
    void anUnknownMethodIsToldAndDoesNotPass() throws IOException {
        Path file = write(row("a", "crystal ball", "{}", "rain", "5", "1")
                + row("b", "Topp 1980", "{\"epsilon\":20}", "theta", "0.3454", "1e-9"));
        Run run = run(file.toString(), "--json");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.json().get("unknownMethod").asInt()).isEqualTo(1);
        assertThat(run.json().get("results").get(0).get("status").asText()).isEqualTo("unknown method");
        assertThat(run.json().get("results").get(0).get("reason").asText()).contains("not computed");
        assertThat(run.json()
                        .get("results")
                        .get(1)
                        .get("outputs")
                        .get(0)
                        .get("difference")
                        .asDouble())
                .isLessThan(1e-9);
    }

    @Test
    void rowsWithMissingColumnsAndOddEndingsAreRowsToo() throws IOException {
        Path file = Files.writeString(
                folder.resolve("short.csv"),
                "\uFEFF" + HEADER + "a,Topp 1980\n"
                        + row("b", "Topp 1980", "{\"epsilon\":20}", "theta", "0.3454", "1e-9")
                        + "c,Topp 1980,\"{\"\"epsilon\"\":20");
        Run run = run(file.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("3 rows, 1 pass, 2 fail");
    }

    @Test
    void whatIsNoTableIsRefusedInASentence() throws IOException {
        assertThat(run(folder.resolve("absent.csv").toString()).err()).contains("does not exist");
        Path empty = Files.writeString(folder.resolve("empty.csv"), "");
        assertThat(run(empty.toString()).err()).contains("is empty");
        Path other = Files.writeString(folder.resolve("other.csv"), "name,colour\napple,red\n");
        Run run = run(other.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("has no column method");
    }

    private Path write(String rows) throws IOException {
        return Files.writeString(folder.resolve("vectors.csv"), HEADER + rows);
    }

    private static String row(
            String id, String method, String inputs, String output, String expected, String tolerance) {
        return String.join(",", id, quoted(method), quoted(inputs), output, expected, "", tolerance, "by hand", "")
                + "\n";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Workbench.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        List<String> all = new ArrayList<>(List.of("agronomy", "check"));
        all.addAll(List.of(arguments));
        return new Run(commandLine.execute(all.toArray(String[]::new)), out.toString(), err.toString());
    }

    private static Path vectors() {
        var vectors = RecordingFolder.find()
                .map(data -> data.resolveSibling("vectors").resolve("agronomy.csv"))
                .filter(Files::isRegularFile);
        Assumptions.assumeTrue(
                vectors.isPresent(), "There are no worked values: put them into shared/vectors beside the project.");
        Assumptions.assumeTrue(
                RecordingFolder.find("soil/pyfao56-fields").isPresent(),
                RecordingFolder.absence("soil/pyfao56-fields"));
        return vectors.orElseThrow();
    }
}
