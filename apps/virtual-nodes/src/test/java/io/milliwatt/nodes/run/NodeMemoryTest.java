package io.milliwatt.nodes.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeMemoryTest {
    @TempDir
    private Path folder;

    @Test
    void everyStartGetsALargerBootNumber() {
        assertThat(new NodeMemory(folder, 7).nextBoot()).isEqualTo(1);
        assertThat(new NodeMemory(folder, 7).nextBoot()).isEqualTo(2);
        assertThat(new NodeMemory(folder, 8).nextBoot()).isEqualTo(1);
    }

    @Test
    void theNewestSnapshotIsFoundAgain() {
        assertThat(new NodeMemory(folder, 7).snapshot()).isEmpty();
        new NodeMemory(folder, 7).keep(new byte[] {1, 2});
        new NodeMemory(folder, 7).keep(new byte[] {3});

        assertThat(new NodeMemory(folder, 7).snapshot()).hasValue(new byte[] {3});
    }

    @Test
    void aRefusedSnapshotIsKeptAsideAndNotFoundAgain() {
        NodeMemory memory = new NodeMemory(folder, 7);
        memory.keep(new byte[] {9});

        Path aside = memory.setSnapshotAside();

        assertThat(memory.snapshot()).isEmpty();
        assertThat(aside).hasBinaryContent(new byte[] {9});
    }
}
