package org.duijie.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealmTest {
    @TempDir
    private Path directory;

    private Accounts accounts;
    private JsonNode realm;

    @BeforeEach
    void makeIt() throws JsonProcessingException {
        accounts = Accounts.keep(
                directory.resolve("accounts.json"),
                AccountsTest.ISSUER,
                AccountsTest.GATEWAY,
                () -> AccountsTest.SAMPLE);
        realm = new ObjectMapper().readTree(Realm.json(accounts));
    }

    @Test
    void knowsEachPersonWithRoleDivisionsAndPassword() {
        JsonNode user = find("users", "username", "zhangbei");

        assertThat(user.at("/realmRoles/0").asText()).isEqualTo("COUNTY_BUREAU");
        assertThat(user.at("/attributes/divisions/0").asText()).isEqualTo("130722");
        assertThat(user.at("/credentials/0/value").asText())
                .isEqualTo(accounts.accounts().getFirst().password());
    }

    @Test
    void knowsEachProgramAndWhomItActsFor() {
        assertThat(find("clients", "clientId", "partner").path("secret").asText())
                .isEqualTo(accounts.clients().getFirst().secret());
        JsonNode serviceAccount = find("users", "serviceAccountClientId", "partner");
        assertThat(serviceAccount.at("/realmRoles/0").asText()).isEqualTo("PARTNER_PLATFORM");
        assertThat(serviceAccount.at("/attributes/divisions")).hasSize(2);
    }

    @Test
    void letsNobodyChangeWhomTheyActFor() throws JsonProcessingException {
        JsonNode profile = new ObjectMapper()
                .readTree(realm.at(
                                "/components/org.keycloak.userprofile.UserProfileProvider/0/config/kc.user.profile.config/0")
                        .asText());

        assertThat(profile.path("unmanagedAttributePolicy").isMissingNode()).isTrue();
        for (JsonNode attribute : profile.path("attributes")) {
            if (!attribute.path("name").asText().equals("email")) {
                assertThat(attribute.at("/permissions/edit"))
                        .singleElement()
                        .extracting(JsonNode::asText)
                        .isEqualTo("admin");
            }
        }
    }

    @Test
    void leadsThePortalBackToTheGatewayOnly() {
        assertThat(find("clients", "clientId", "duijie-portal").path("redirectUris"))
                .singleElement()
                .extracting(JsonNode::asText)
                .isEqualTo("http://127.0.0.1:8080/*");
    }

    private JsonNode find(String list, String key, String value) {
        return StreamSupport.stream(realm.path(list).spliterator(), false)
                .filter(node -> node.path(key).asText().equals(value))
                .findFirst()
                .orElseThrow();
    }
}
