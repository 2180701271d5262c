package io.milliwatt.training.soil.contest;

import java.util.List;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.PointValuePair;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * A plot dries from its peak in two ways at once: fast drainage by the clock, slow uptake by the drying power of the hours, both towards a floor
 * that lies lower when the next peak does. Fitted by soft absolute errors, recent days counting more.
 */
final class DryingCurve {
    private static final int PARAMETERS = 6;
    private static final int MOST_EVALUATIONS = 4000;
    private static final double SOFT = 2;

    private final double[] parameters;

    private DryingCurve(double[] parameters) {
        this.parameters = parameters;
    }

    /** @param memoryDays after which a day counts 1/e */
    static DryingCurve fit(List<DryingExample> examples, double memoryDays) {
        double[] guess = {start(examples), Math.log(0.1), Math.log(0.01), 0, 0.1, 0.1};
        double[] steps = {5, 0.7, 0.7, 0.7, 0.2, 0.2};
        MultivariateFunction error = parameters -> {
            DryingCurve curve = new DryingCurve(parameters);
            double sum = 0;
            for (DryingExample example : examples) {
                double off = (curve.humidity(example) - example.humidity()) / SOFT;
                sum += Math.exp(-example.age() / memoryDays) * (Math.sqrt(1 + off * off) - 1);
            }
            return Double.isFinite(sum) ? sum : Double.MAX_VALUE;
        };
        PointValuePair best = new SimplexOptimizer(1e-7, 1e-9)
                .optimize(
                        new MaxEval(MOST_EVALUATIONS * PARAMETERS),
                        new ObjectiveFunction(error),
                        GoalType.MINIMIZE,
                        new InitialGuess(guess),
                        new NelderMeadSimplex(steps));
        return new DryingCurve(best.getPoint());
    }

    double humidity(DryingExample example) {
        double floor = parameters[0]
                + parameters[4] * (example.peak() - parameters[0])
                + parameters[5] * (example.nextPeak() - example.peak());
        double fast = 1 / (1 + Math.exp(-parameters[3]));
        double left = fast * Math.exp(-Math.exp(parameters[1]) * example.hours())
                + (1 - fast) * Math.exp(-Math.exp(parameters[2]) * example.dryingHours());
        return floor + (example.peak() - floor) * left;
    }

    private static double start(List<DryingExample> examples) {
        return examples.stream().mapToDouble(DryingExample::humidity).min().orElse(0);
    }
}
