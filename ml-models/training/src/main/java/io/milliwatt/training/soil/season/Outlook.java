package io.milliwatt.training.soil.season;

import io.milliwatt.dsp.soil.balance.FieldDay;
import java.util.List;

/** The days that a plan reckons with. */
interface Outlook {

    /** From today to the crop's last day, without irrigation. */
    List<FieldDay> ahead(Morning morning);
}
