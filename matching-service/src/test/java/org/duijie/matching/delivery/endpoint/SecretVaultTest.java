package org.duijie.matching.delivery.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretVaultTest {

    private static final String OLD = key(1);
    private static final String NEW = key(2);

    private final UUID endpoint = UUID.randomUUID();

    @Test
    void opensWhatItSealedForTheSameEndpointOnly() {
        SecretVault vault = new SecretVault("old", Map.of("old", OLD));
        byte[] secret = vault.fresh();
        SecretVault.Sealed sealed = vault.seal(endpoint, secret);

        assertThat(secret).hasSize(32);
        assertThat(SecretVault.shown(secret)).startsWith("whsec_");
        assertThat(sealed.bytes()).hasSize(12 + 32 + 16);
        assertThat(vault.open(endpoint, "old", sealed.bytes())).isEqualTo(secret);
        assertThat(vault.seal(endpoint, secret).bytes()).isNotEqualTo(sealed.bytes());
        assertThatThrownBy(() -> vault.open(UUID.randomUUID(), "old", sealed.bytes()))
                .isInstanceOf(IllegalStateException.class);
        byte[] changed = sealed.bytes();
        changed[20] ^= 1;
        assertThatThrownBy(() -> vault.open(endpoint, "old", changed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void opensWhatAnOlderKeySealedAndSealsWithTheCurrentOne() {
        SecretVault before = new SecretVault("old", Map.of("old", OLD));
        byte[] secret = before.fresh();
        SecretVault.Sealed sealed = before.seal(endpoint, secret);
        SecretVault after = new SecretVault("new", Map.of("old", OLD, "new", NEW));

        assertThat(after.isOld(sealed)).isTrue();
        assertThat(after.open(endpoint, sealed.keyId(), sealed.bytes())).isEqualTo(secret);
        assertThat(after.isOld(after.seal(endpoint, secret))).isFalse();
        assertThatThrownBy(() -> new SecretVault("new", Map.of("new", NEW)).open(endpoint, "old", sealed.bytes()))
                .hasMessageContaining("old");
    }

    @Test
    void refusesToStartWithoutAKeyOfTheRightSize() {
        assertThatThrownBy(() -> new SecretVault("lost", Map.of("new", NEW))).hasMessageContaining("lost");
        assertThatThrownBy(() -> new SecretVault("short", Map.of("short", "c2hvcnQ=")))
                .hasMessageContaining("32");
    }

    private static String key(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
