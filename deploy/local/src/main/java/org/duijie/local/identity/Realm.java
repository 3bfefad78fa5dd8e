package org.duijie.local.identity;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The realm of the local run. What is the same for everybody stands in {@code realm.json} beside this class; people,
 * programs and their secrets are added here.
 */
final class Realm {
    static final String NAME = "duijie";
    /** The client with which a person's name and password are exchanged for a token on the command line. */
    static final String COMMAND_LINE_CLIENT = "duijie-cli";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Realm() {}

    /** The whole realm in the form that the identity provider imports. */
    static String json(Accounts accounts) {
        try (InputStream template = Objects.requireNonNull(Realm.class.getResourceAsStream("realm.json"))) {
            ObjectNode realm = (ObjectNode) MAPPER.readTree(template);
            userProfile(realm);
            portal(realm, accounts.gateway());
            ArrayNode users = realm.putArray("users");
            accounts.accounts().forEach(user -> user(users, user));
            accounts.clients().forEach(client -> {
                client(realm.withArray("clients"), client);
                serviceAccount(users, client);
            });
            return MAPPER.writeValueAsString(realm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The provider wants this part as a text within the JSON; the template has it as plain JSON. */
    private static void userProfile(ObjectNode realm) {
        ObjectNode component = realm.putObject("components")
                .putArray("org.keycloak.userprofile.UserProfileProvider")
                .addObject();
        component.put("providerId", "declarative-user-profile");
        component
                .putObject("config")
                .putArray("kc.user.profile.config")
                .add(realm.remove("userProfile").toString());
    }

    private static void portal(ObjectNode realm, String gateway) {
        realm.withArray("clients").forEach(client -> {
            if (client.path("clientId").asText().equals("duijie-portal")) {
                ((ObjectNode) client)
                        .put("rootUrl", gateway)
                        .putArray("redirectUris")
                        .add(gateway + "/*");
            }
        });
    }

    private static void user(ArrayNode users, Accounts.User user) {
        ObjectNode node = users.addObject().put("username", user.name()).put("enabled", true);
        node.putArray("realmRoles").add(user.role());
        actsFor(node, user.divisions(), user.organizations());
        node.putArray("credentials").addObject().put("type", "password").put("value", user.password());
    }

    private static void client(ArrayNode clients, Accounts.Client client) {
        clients.addObject()
                .put("clientId", client.clientId())
                .put("name", client.title().en())
                .put("secret", client.secret())
                .put("serviceAccountsEnabled", true)
                .put("standardFlowEnabled", false);
    }

    private static void serviceAccount(ArrayNode users, Accounts.Client client) {
        ObjectNode node = users.addObject()
                .put("username", "service-account-" + client.clientId())
                .put("serviceAccountClientId", client.clientId())
                .put("enabled", true);
        node.putArray("realmRoles").add(client.role());
        actsFor(node, client.divisions(), client.organizations());
    }

    private static void actsFor(ObjectNode user, List<String> divisions, List<String> organizations) {
        ObjectNode attributes = user.putObject("attributes");
        divisions.forEach(attributes.putArray("divisions")::add);
        organizations.forEach(attributes.putArray("organizations")::add);
    }
}
