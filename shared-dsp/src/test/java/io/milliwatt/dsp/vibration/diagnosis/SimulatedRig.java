package io.milliwatt.dsp.vibration.diagnosis;

import io.milliwatt.dsp.signal.Signal;
import io.milliwatt.dsp.signal.SignalUnit;
import io.milliwatt.dsp.vibration.BearingCatalogue;
import io.milliwatt.dsp.vibration.CataloguedBearing;
import io.milliwatt.dsp.vibration.FaultOrders;
import java.util.List;
import java.util.Random;

/**
 * A random machine: structure with resonances, shaft harmonics, gear mesh, mains, load-modulated noise, stray knocks, and a bearing whose fault
 * strikes with slip and load-zone modulation. Everything is drawn from one seed.
 */
final class SimulatedRig {

    enum Kind {
        NONE,
        OUTER,
        INNER,
        ELEMENT
    }

    private static final double[] RATES_HZ = {
        8000, 10000, 12000, 16000, 20480, 25600, 42000, 48000, 48828, 51200, 64000, 97656, 100000
    };
    private static final List<CataloguedBearing> BEARINGS =
            BearingCatalogue.load().all();

    final Kind fault;
    final double sampleRateHz;
    final double statedRpm;
    final double trueRpm;
    final FaultOrders orders;
    final String bearing;
    final double strengthDecibels;
    final Signal signal;
    private final Random random;

    SimulatedRig(long seed, Kind fault, double strengthDecibels) {
        random = new Random(seed * 7919 + 17);
        this.fault = fault;
        this.strengthDecibels = strengthDecibels;
        sampleRateHz = RATES_HZ[random.nextInt(RATES_HZ.length)];
        statedRpm = Math.exp(uniform(Math.log(600), Math.log(3600)));
        trueRpm = statedRpm * (1 + uniform(-0.02, 0.02) * (random.nextInt(3) == 0 ? 1 : 0.2));
        CataloguedBearing chosen = BEARINGS.get(random.nextInt(BEARINGS.size()));
        bearing = chosen.name();
        orders = chosen.geometry().faultOrders();
        double seconds = Math.max(uniform(1, 8), 25 / (trueRpm / 60));
        signal = Signal.of(make((int) (seconds * sampleRateHz)), sampleRateHz, SignalUnit.G);
    }

    private double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private double[] make(int count) {
        double shaftHz = trueRpm / 60;
        double[] excitation = new double[count];
        double[] load = new double[count];
        double depth = random.nextInt(2) == 0 ? 0 : uniform(0.05, 0.6);
        double second = uniform(0, 0.5);
        double phase = uniform(0, 6.28);
        double wander = uniform(0, 0.001);
        double angle = uniform(0, 6.28);
        double[] angles = new double[count];
        for (int i = 0; i < count; i++) {
            angle += 2
                    * Math.PI
                    * shaftHz
                    / sampleRateHz
                    * (1 + wander * Math.sin(2 * Math.PI * 0.3 * i / sampleRateHz));
            angles[i] = angle;
            load[i] = 1 + depth * (Math.cos(angle + phase) + second * Math.cos(2 * angle));
            excitation[i] = random.nextGaussian() * load[i];
        }
        // Stray knocks, or one knock per turn.
        int knocks = random.nextInt(3) == 0 ? random.nextInt(6) : 0;
        for (int k = 0; k < knocks; k++) {
            excitation[random.nextInt(count)] += uniform(20, 80);
        }
        if (random.nextInt(5) == 0) {
            double each = uniform(5, 25);
            double turn = Math.floor(angles[0] / (2 * Math.PI)) + 1;
            for (int i = 0; i < count; i++) {
                if (angles[i] >= turn * 2 * Math.PI) {
                    excitation[i] += each * (1 + 0.2 * random.nextGaussian());
                    turn++;
                }
            }
        }
        if (random.nextInt(4) == 0) {
            double beat = uniform(0.05, 0.4);
            double twiceMainsHz = random.nextBoolean() ? 100 : 120;
            for (int i = 0; i < count; i++) {
                excitation[i] *= 1 + beat * Math.cos(2 * Math.PI * twiceMainsHz * i / sampleRateHz);
            }
        }
        if (random.nextInt(4) == 0) {
            double belt = uniform(0.2, 0.9);
            double flap = uniform(0.05, 0.5);
            for (int i = 0; i < count; i++) {
                excitation[i] *= 1 + flap * Math.max(0, Math.cos(belt * angles[i]));
            }
        }
        double[] strikes = new double[count];
        if (fault != Kind.NONE) {
            strike(strikes, angles);
        }
        double[] background = new double[count];
        double[] impact = new double[count];
        int resonances = 2 + random.nextInt(3);
        for (int r = 0; r < resonances; r++) {
            double frequency = Math.exp(uniform(Math.log(700), Math.log(Math.min(0.42 * sampleRateHz, 20000))));
            double damping = uniform(0.02, 0.08);
            double gain = uniform(0.3, 1);
            double impactGain = uniform(0, 1) + (r == 0 ? 0.5 : 0);
            resonate(excitation, background, frequency, damping, gain);
            resonate(strikes, impact, frequency, damping, impactGain);
        }
        double backgroundPower = power(background);
        double floor = Math.sqrt(backgroundPower) * uniform(0.05, 1);
        for (int i = 0; i < count; i++) {
            background[i] += floor * random.nextGaussian();
        }
        double scale = fault == Kind.NONE
                ? 0
                : Math.sqrt(power(background) / power(impact)) * Math.pow(10, strengthDecibels / 20);
        double level = Math.sqrt(power(background));
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = background[i] + scale * impact[i];
        }
        addTones(values, angles, level);
        double unit = uniform(0.01, 2) / level;
        for (int i = 0; i < count; i++) {
            values[i] *= unit;
        }
        return values;
    }

    private void strike(double[] strikes, double[] angles) {
        double order = switch (fault) {
            case OUTER -> orders.outerRace();
            case INNER -> orders.innerRace();
            default -> orders.elementDefect();
        };
        double slip = uniform(-0.02, 0.01);
        double cage = orders.cage() * (1 + slip);
        double jitter = uniform(0.002, 0.02);
        double spread = uniform(0.05, 0.4);
        double zone = uniform(0.4, 1.5);
        double alternate = uniform(0.3, 1);
        double step = 2 * Math.PI / (order * (1 + slip));
        double next = angles[0] + uniform(0, step);
        int sample = 0;
        for (int hit = 0; sample < strikes.length; hit++) {
            while (sample < strikes.length && angles[sample] < next) {
                sample++;
            }
            if (sample == strikes.length) {
                return;
            }
            double turn = switch (fault) {
                case INNER -> next;
                case ELEMENT -> cage * next;
                default -> 0;
            };
            double inZone = fault == Kind.OUTER
                    ? 1 + 0.15 * Math.cos(next)
                    : Math.pow(Math.max(0, 0.5 + 0.5 * Math.cos(turn)), zone);
            if (fault == Kind.ELEMENT && hit % 2 == 1) {
                inZone *= alternate;
            }
            strikes[sample] += inZone * Math.max(0.1, 1 + spread * random.nextGaussian());
            next += step * (1 + jitter * random.nextGaussian());
        }
    }

    private void addTones(double[] values, double[] angles, double level) {
        double shaft = level * Math.pow(10, uniform(-1.5, 0.5));
        double mainsHz = random.nextBoolean() ? 50 : 60;
        double mains = random.nextInt(2) == 0 ? 0 : level * uniform(0.05, 1);
        double mesh = random.nextInt(3) > 0 ? 0 : level * uniform(0.1, 2);
        int teeth = 13 + random.nextInt(40);
        double[] harmonic = new double[7];
        double[] phases = new double[7];
        for (int k = 1; k < 7; k++) {
            harmonic[k] = shaft * uniform(0.05, 1) / k;
            phases[k] = uniform(0, 6.28);
        }
        for (int i = 0; i < values.length; i++) {
            double t = i / sampleRateHz;
            for (int k = 1; k < 7; k++) {
                values[i] += harmonic[k] * Math.cos(k * angles[i] + phases[k]);
            }
            values[i] += mains
                    * (Math.cos(2 * Math.PI * mainsHz * t)
                            + 0.5 * Math.cos(2 * Math.PI * 2 * mainsHz * t)
                            + 0.2 * Math.cos(2 * Math.PI * 12 * mainsHz * t));
            values[i] += mesh
                    * (1 + 0.4 * Math.cos(angles[i]))
                    * (Math.cos(teeth * angles[i]) + 0.4 * Math.cos(2 * teeth * angles[i]));
        }
    }

    /** Adds the response of a two-pole resonator to the excitation. */
    private void resonate(double[] excitation, double[] response, double frequencyHz, double damping, double gain) {
        double omega = 2 * Math.PI * frequencyHz / sampleRateHz;
        double radius = Math.exp(-damping * omega);
        double a1 = 2 * radius * Math.cos(omega);
        double a2 = -radius * radius;
        double norm = gain * Math.sqrt(1 - radius);
        double before = 0;
        double last = 0;
        for (int i = 0; i < excitation.length; i++) {
            double now = excitation[i] + a1 * last + a2 * before;
            response[i] += norm * now;
            before = last;
            last = now;
        }
    }

    private static double power(double[] values) {
        double sum = 0;
        for (double v : values) {
            sum += v * v;
        }
        return sum / values.length;
    }
}
