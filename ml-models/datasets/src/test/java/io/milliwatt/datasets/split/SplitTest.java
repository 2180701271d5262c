package io.milliwatt.datasets.split;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SplitTest {
    private record Window(String bearing, String size, int number) {}

    private static final List<Window> WINDOWS = windows();

    @Test
    void leavingASizeOutKeepsEveryBearingOnOneSide() {
        Split<Window> split = new LeaveOneGroupOut<>("fault size", Window::size, Window::bearing);
        List<Fold<Window>> folds = split.folds(WINDOWS);
        assertThat(folds).extracting(Fold::name).containsExactly("7", "14", "21");
        assertEveryExampleIsTestedOnce(folds);
        assertThat(folds).allSatisfy(SplitTest::sharesNoBearing);
        assertThat(split.leaky()).isFalse();
    }

    @Test
    void groupedFoldsKeepUnitsTogetherAndRepeatForASeed() {
        Split<Window> split = new GroupedFolds<>("bearing", Window::bearing, 4, 11);
        List<Fold<Window>> folds = split.folds(WINDOWS);
        assertThat(folds).hasSize(4).allSatisfy(SplitTest::sharesNoBearing);
        assertEveryExampleIsTestedOnce(folds);
        assertThat(split.folds(WINDOWS)).isEqualTo(folds);
        assertThatThrownBy(() -> new GroupedFolds<>("bearing", Window::bearing, 10, 1).folds(WINDOWS))
                .hasMessageContaining("9 units cannot fill 10 folds");
    }

    @Test
    void theRandomSplitLeaksAndSaysSo() {
        Split<Window> split = new LeakyRandomFolds<>(3, 7);
        List<Fold<Window>> folds = split.folds(WINDOWS);
        assertEveryExampleIsTestedOnce(folds);
        assertThat(folds).noneSatisfy(SplitTest::sharesNoBearing);
        assertThat(split.leaky()).isTrue();
        assertThat(split.description()).contains("leaky");
    }

    @Test
    void aUnitInTwoGroupsIsRefused() {
        List<Window> wrong = List.of(new Window("IR", "7", 0), new Window("IR", "14", 1));
        Split<Window> split = new LeaveOneGroupOut<>("fault size", Window::size, Window::bearing);
        assertThatThrownBy(() -> split.folds(wrong)).hasMessageContaining("would leak");
    }

    private static void sharesNoBearing(Fold<Window> fold) {
        Set<String> shared = new HashSet<>();
        fold.training().forEach(window -> shared.add(window.bearing()));
        Set<String> tested = new HashSet<>();
        fold.test().forEach(window -> tested.add(window.bearing()));
        shared.retainAll(tested);
        assertThat(shared).isEmpty();
    }

    private static void assertEveryExampleIsTestedOnce(List<Fold<Window>> folds) {
        List<Window> tested = new ArrayList<>();
        folds.forEach(fold -> tested.addAll(fold.test()));
        assertThat(tested).containsExactlyInAnyOrderElementsOf(WINDOWS);
    }

    private static List<Window> windows() {
        List<Window> windows = new ArrayList<>();
        for (String size : List.of("7", "14", "21")) {
            for (String fault : List.of("IR", "B", "OR")) {
                for (int i = 0; i < 12; i++) {
                    windows.add(new Window(fault + size, size, i));
                }
            }
        }
        return windows;
    }
}
