package io.milliwatt.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.FunctionDescriptor;
import org.junit.jupiter.api.Test;

class FirmwareLibraryTest {

    @Test
    void theLibraryLoadsAndExplainsItsErrorCodes() {
        assertThat(FirmwareLibrary.errorText(-5)).contains("CRC-32");
    }

    @Test
    void anUnknownFunctionIsNamedInTheError() {
        assertThatThrownBy(() -> FirmwareLibrary.function("mw_no_such_thing", FunctionDescriptor.ofVoid()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mw_no_such_thing");
    }
}
