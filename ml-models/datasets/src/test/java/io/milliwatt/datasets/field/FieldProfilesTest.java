package io.milliwatt.datasets.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.milliwatt.datasets.RecordingFolder;
import io.milliwatt.datasets.recording.RecordingException;
import io.milliwatt.dsp.soil.balance.LayeredSoil;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neutron probe readings of cotton plots, and the depletion that their publisher computed from them. */
class FieldProfilesTest {

    private static final String FOLDER = "soil/pyfao56-fields";

    /** The soil's contents are printed with three decimals: half a thousandth over a metre of roots. */
    private static final double PRINTED_MILLIMETRES = 0.6;

    @ParameterizedTest
    @ValueSource(strings = {"cotton2018p01-1", "cotton2018p02-3", "cotton2018p05-4", "cotton2018p10-2"})
    void depletionIsAsPublished(String plot) throws RecordingException {
        var folder = RecordingFolder.find(FOLDER);
        Assumptions.assumeTrue(folder.isPresent(), RecordingFolder.absence(FOLDER));
        FieldFiles files = new FieldFiles(folder.orElseThrow());
        Path soilFile = files.need("test09", plot, "sol");
        LayeredSoil soil = FieldLayers.read(soilFile);
        List<FieldProfile> profiles = FieldProfiles.read(files.need("test09", plot, "sws"));
        assertThat(profiles).hasSizeGreaterThan(15);
        for (FieldProfile profile : profiles) {
            double published = profile.rootZoneDepletion().orElseThrow();
            double computed =
                    soil.depletion(profile.contents(), profile.rootDepthMetres().orElseThrow());
            assertThat(computed).as(profile.toString()).isCloseTo(published, within(PRINTED_MILLIMETRES));
        }
    }
}
