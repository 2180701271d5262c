package io.milliwatt.training.soil.evaluation;

import io.milliwatt.training.pipeline.Progress;
import java.io.IOException;

/** One question that is judged on recorded data. It trains no released model. */
public interface SoilSection {

    /** As options and reports name it, such as {@code depletion}. */
    String name();

    /** Where the data it needs are not in the folders, a report that says so ({@link SectionReport#absent}). */
    SectionReport judge(SoilFolders data, Progress progress) throws IOException;
}
