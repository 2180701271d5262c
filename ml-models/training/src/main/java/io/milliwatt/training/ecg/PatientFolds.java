package io.milliwatt.training.ecg;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/** Eleven folds of two patients: each record, and all that is made of it, is judged by a model that has met none of it. */
final class PatientFolds {

    static final int FOLDS = 11;

    private final List<Integer> patients;

    PatientFolds(EcgMaterial material) {
        patients = material.records().stream().map(DescribedBeats::patient).toList();
    }

    int of(int patient) {
        return patients.indexOf(patient) % FOLDS;
    }

    /** Learns from some patients. */
    interface Learning<M> {
        M from(Predicate<Integer> patients);
    }

    /** One model per fold that has not met the fold's patients; two at a time. */
    <M> Map<Integer, M> train(Learning<M> learning) {
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<M>> futures = new ArrayList<>();
            for (int fold = 0; fold < FOLDS; fold++) {
                int left = fold;
                futures.add(threads.submit(() -> learning.from(patient -> of(patient) != left)));
            }
            Map<Integer, M> models = new HashMap<>();
            for (int fold = 0; fold < FOLDS; fold++) {
                models.put(fold, futures.get(fold).get());
            }
            return models;
        } catch (ExecutionException failed) {
            throw new IllegalStateException("a fold could not be trained", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("training was stopped", stopped);
        }
    }
}
