package io.milliwatt.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Users as the environment names them. */
class ConfiguredUserTest {

    @Test
    void usersAreReadAndAPasswordMayHoldColons() {
        assertThat(ConfiguredUser.parse("ann:a:b:c:technician, bob:x:viewer,"))
                .containsExactly(
                        new ConfiguredUser("ann", "a:b:c", "technician"), new ConfiguredUser("bob", "x", "viewer"));
        assertThat(ConfiguredUser.parse("")).isEmpty();
    }

    @Test
    void whatIsNoUserIsRefusedWithoutRepeatingThePassword() {
        assertThatThrownBy(() -> ConfiguredUser.parse("ann:secret"))
                .hasMessageContaining("name:password:role")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> ConfiguredUser.parse("ann:secret:boss"))
                .hasMessageContaining("'boss'")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> ConfiguredUser.parse("ann::viewer")).hasMessageContaining("no password");
    }
}
