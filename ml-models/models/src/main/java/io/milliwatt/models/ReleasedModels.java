package io.milliwatt.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Finds released models. Bundles here carry no signature: the gateway signs what it hands to nodes. */
public final class ReleasedModels {
    private static final List<ReleasedModel> ALL =
            List.of(new ReleasedModel("vibration", 1), new ReleasedModel("ecg", 3), new ReleasedModel("soil", 2));

    private ReleasedModels() {}

    /** A released model of one domain and version. */
    public record ReleasedModel(String domain, int version) {
        /** The bundle as a node takes it ({@code device-firmware/contract/bundle.md}). */
        public byte[] bundle() {
            return file("model.mwm");
        }

        /** What the model is for, how good it is and where it fails; Markdown. */
        public String card() {
            return new String(file("card.md"), StandardCharsets.UTF_8);
        }

        /** The card as one HTML page with plots. */
        public String cardPage() {
            return new String(file("card.html"), StandardCharsets.UTF_8);
        }

        /** All figures behind the card; JSON. */
        public String evaluation() {
            return new String(file("evaluation.json"), StandardCharsets.UTF_8);
        }

        private byte[] file(String name) {
            String path = domain + "/" + version + "/" + name;
            try (InputStream in = ReleasedModels.class.getResourceAsStream(path)) {
                if (in == null) {
                    throw new IllegalStateException("the released file " + path + " is missing from this build");
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Every released model, by domain and rising version. */
    public static List<ReleasedModel> all() {
        return ALL;
    }

    /** The newest model of a domain; empty for a domain without one. */
    public static Optional<ReleasedModel> newest(String domain) {
        return ALL.stream().filter(model -> model.domain().equals(domain)).reduce((earlier, later) -> later);
    }
}
