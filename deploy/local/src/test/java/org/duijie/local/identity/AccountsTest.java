package org.duijie.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {
    static final String SAMPLE = """
            [{"name": "zhangbei", "role": "COUNTY_BUREAU", "divisions": ["130722"], "organizations": [],
              "title": {"zh": "张北县县级单位", "en": "Zhangbei county bureau"}, "kind": "user"},
             {"name": "partner", "role": "PARTNER_PLATFORM", "divisions": ["130722", "130723"], "organizations": [],
              "title": {"zh": "合作平台", "en": "Partner platform"}, "kind": "client"}]
            """;

    static final URI ISSUER = URI.create("http://127.0.0.1:8085/realms/duijie");
    static final URI GATEWAY = URI.create("http://127.0.0.1:8080");

    @Test
    void givesEverybodyASecretOfTheirOwn(@TempDir Path directory) {
        Accounts accounts = Accounts.keep(directory.resolve("accounts.json"), ISSUER, GATEWAY, () -> SAMPLE);

        assertThat(accounts.accounts()).singleElement().satisfies(user -> {
            assertThat(user.name()).isEqualTo("zhangbei");
            assertThat(user.title().zh()).isEqualTo("张北县县级单位");
            assertThat(user.password()).hasSize(20);
        });
        assertThat(accounts.clients()).singleElement().satisfies(client -> {
            assertThat(client.clientId()).isEqualTo("partner");
            assertThat(client.secret())
                    .hasSize(20)
                    .isNotEqualTo(accounts.accounts().getFirst().password());
        });
    }

    @Test
    void keepsTheSecretsAndFollowsTheAddresses(@TempDir Path directory) {
        Path file = directory.resolve("accounts.json");
        Accounts first = Accounts.keep(file, ISSUER, GATEWAY, () -> SAMPLE);
        Accounts later = Accounts.keep(file, ISSUER, URI.create("http://127.0.0.1:9080"), () -> {
            throw new AssertionError("the sample is asked once");
        });

        assertThat(later.accounts()).isEqualTo(first.accounts());
        assertThat(later.gateway()).isEqualTo("http://127.0.0.1:9080");
        assertThat(Accounts.read(file)).isEqualTo(later);
    }
}
