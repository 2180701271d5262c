package io.milliwatt.training.soil.forecast;

import java.util.List;

/** What the card says in words. */
final class ForecastText {

    static final String STATEMENT =
            "Tells a soil node how the water content at each of its depths will have changed after 1, 3 and 7 days: from its own past alone, "
                    + "with the rain that a forecast brings, or if it stays dry. It is no measurement, and it decides nothing by itself.";

    static final String DATA_SET =
            "NOAA U.S. Climate Reference Network, daily, 2020: 77 stations with soil moisture at 5, 10, 20, 50, 100 cm "
                    + "(Diamond et al. 2013, Bell et al. 2013)";

    static final String LICENCE = "US Government work, public domain";

    static final List<String> HOW = List.of(
            "One network for all depths and all three questions: 48 integer inputs (soil.md), 68 and 32 hidden units, three outputs; int8 weights, int16 "
                    + "activations, so that changes are told in 0.01 %.",
            "In training the rain to come is hidden, given, or given as none, by lot for each example; a flag tells the network which.",
            "Boosted trees, far too large for a node, are grown first: 150 for each horizon without and with the rain to come. Their answers and what really "
                    + "came, four to one, teach the network that is released, for 96 rounds through the examples with blurred inputs. "
                    + "While it learns its weights are rounded as int8 will round them.",
            "Teacher and length were chosen on the learning stations of the first fold, split again in four, by the mean of the 45 skills (five depths, three "
                    + "horizons, three kinds of rain); the stations of the first fold had no part in it. Then all was trained once.",
            "Cross-validation by station: all days and depths of a fifth of the stations are left out at a time. The five siblings are kept beside the "
                    + "released bundle, which was trained on all stations; evaluate soil judges each station by the sibling that has not met it, "
                    + "and other stations by the released bundle.",
            "Persistence (no change) is what every figure is measured against; ridge regression on nine inputs and the untrained exponential dry-down "
                    + "stand beside.");

    static final List<String> TRIED = List.of(
            "The figures of this and the next five lines are means of the 45 skills on the split learning stations of the first fold, found in a separate "
                    + "program of the same steps. Version 1, four networks of the pupil's size as teachers, 24 rounds: 21.9. "
                    + "Larger teachers (160 and 64 units): 22.2; these and trees, half each: 22.6; trees alone: 22.6; trees, 96 rounds: 23.5, as released.",
            "192 rounds: 23.6. 96 and 192 rounds at twice the learning rate: 23.6 and 23.8, but from the past alone at 5 cm 0.3 to 1.1 points worse at 3 and 7 days.",
            "Where the loss was: the larger networks' mean had 22.9, trees alone 23.5, both together 24.2, and a pupil of 160 and 64 units, too large for the "
                    + "node, 23.5 after 24 rounds: teachers too small, and a pupil that learnt too short.",
            "Teachers of version 1 asked at the pupil's blurred inputs, 0 to 0.1 better; also at made-up rain to come, no better; "
                    + "nothing of what really came, 0.4 worse than four to one.",
            "Trees asked only about stations that they were grown without: 0.3 to 0.4 worse (two of the four parts). More blur: no better.",
            "A quarter of the neighbouring depths hidden from the teachers of version 1: no better for these teachers' mean.",
            "For version 1, judged on the five folds. Sixteen inputs without the neighbouring depths: 0.3 to 1 point worse at 20 cm and shallower.",
            "Squared errors without weights by kind of rain: 1 to 3 points worse if it stays dry at 7 days, for rain unknown drowns the rest.",
            "Sums of the rain to come over 1, 3 and 7 days instead of each day: 1 to 2 points worse at 3 and 7 days.",
            "A network without teachers: 0.5 to 1.5 points worse than the mean of four.",
            "Weight decay ten times stronger: 2 points worse with the rain known at 1 day.");

    static final List<String> LIMITS = List.of(
            "One year, one network of sensors, natural cover, no irrigation: on irrigated fields irrigation counts as rain, which was not judged.",
            "Without a forecast of rain promise 10 to 18 per cent at 1 day and 4 to 9 per cent at 3 and 7 days, no more. The skill with rain known is an "
                    + "upper bound; a rain forecast keeps some 80 per cent of it at 1 day and half at 7 days (simulated while scouting).",
            "Part of the skill at 1 day is that a daily mean lags behind an evening's rain.",
            "Inputs, size and weights of errors were chosen for version 1 on the same five folds, so the figures may flatter a little.",
            "Driest and wettest day so far are young in a node's first year; before nine days there is no forecast.",
            "Days of frozen ground are among those judged; on a node the quality control keeps them out.");

    private ForecastText() {}
}
