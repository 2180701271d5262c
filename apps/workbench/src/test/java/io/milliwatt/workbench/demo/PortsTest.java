package io.milliwatt.workbench.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.milliwatt.workbench.SuiteException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void aTakenPortIsNamedWithItsUseItsOwnerAndTheWayOut() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Ports.choose(taken.getLocalPort()))
                    .isInstanceOf(SuiteException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + ", meant for the console, is taken")
                    .hasMessageContaining("process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--port");
        }
    }

    @Test
    void zeroGivesSevenDifferentFreePorts() {
        Ports ports = Ports.choose(0);

        assertThat(List.of(
                        ports.console(),
                        ports.gateway(),
                        ports.mqtt(),
                        ports.database(),
                        ports.broker(),
                        ports.brokerController(),
                        ports.monitoring()))
                .doesNotHaveDuplicates()
                .allMatch(port -> port > 1023);
    }

    @Test
    void aBaseWithoutRoomForTheRowIsRefused() {
        assertThatThrownBy(() -> Ports.choose(65_533))
                .hasMessageContaining("65533")
                .hasMessageContaining("0");
        assertThatThrownBy(() -> Ports.choose(80)).hasMessageContaining("80");
    }
}
