package org.duijie.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duijie.local.Checkout;
import org.duijie.local.Suite;
import org.duijie.local.identity.Accounts;
import org.duijie.sample.http.Gateway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code docs/partners.md} tells partners to type, typed from its top to its bottom: each request is the operation
 * and gets the status that stand above it, and no operation of the suite is missing.
 */
@ExtendWith(RunningSuite.class)
class PartnersGuideIT {

    private static final int MINUTES = 3;
    private static final String TOOLS =
            "command -v jq && printf '7.84\\n%s\\n' \"$(curl -V | head -n 1 | cut -d' ' -f2)\" | sort -VC";
    private static final Pattern BLOCK = Pattern.compile("^```bash\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern PROMISE = Pattern.compile("^ *# (\\w+) → (\\d{3})$", Pattern.MULTILINE);
    private static final Pattern REQUEST = Pattern.compile("^([A-Z]+) (\\d{3}) (\\S*) (http\\S+)$", Pattern.MULTILINE);

    private final Path root = Checkout.here().root();

    @Test
    void holdsWhatItPromisesForEveryOperation(Suite suite, Gateway gateway, @TempDir Path directory)
            throws IOException, InterruptedException {
        assumeTrue(run(Map.of(), TOOLS, directory.resolve("tools")) == 0, "There is no jq here, or no curl 7.84.");
        List<Operation> operations =
                operations(gateway.asThePublic().get("/openapi").expect(200).body());
        String typed = BLOCK.matcher(Files.readString(root.resolve("docs/partners.md")))
                .results()
                .map(block -> block.group(1))
                .collect(Collectors.joining("\n"));
        Path seen = Files.createFile(directory.resolve("seen"));
        Path said = directory.resolve("said");

        int exitCode = run(environment(suite, gateway, seen), watch() + typed, said);

        List<MatchResult> requests =
                REQUEST.matcher(Files.readString(seen)).results().toList();
        assertThat(requests.stream().map(request -> name(operations, request) + " → " + request.group(2)))
                .as("what the guide did, which said: %s", Files.readString(said))
                .containsExactlyElementsOf(PROMISE.matcher(typed)
                        .results()
                        .map(promise -> promise.group(1) + " → " + promise.group(2))
                        .toList());
        assertThat(exitCode).as(Files.readString(said)).isZero();
        assertThat(Files.readAllLines(said))
                .as("nothing that the guide picks out is missing")
                .doesNotContain("null");
        assertThat(requests).extracting(request -> request.group(3)).containsOnly("sandbox");
        assertThat(requests.stream().map(request -> name(operations, request)))
                .as("operations that the guide shows")
                .containsAll(operations.stream().map(Operation::name).toList());
    }

    /** An operation of the merged document. */
    private record Operation(String name, String method, Pattern path) {
        boolean is(MatchResult request) {
            return method.equals(request.group(1))
                    && path.matcher(URI.create(request.group(4)).getPath()).matches();
        }
    }

    /** Those with fewer variables in their paths first: an export is no need with the id "export". */
    private static List<Operation> operations(JsonNode document) {
        return document.path("paths").properties().stream()
                .sorted(Comparator.comparingLong(
                        path -> path.getKey().chars().filter(c -> c == '{').count()))
                .flatMap(path -> path.getValue().properties().stream()
                        .filter(method -> method.getValue().has("operationId"))
                        .map(method -> new Operation(
                                method.getValue().path("operationId").asText(),
                                method.getKey().toUpperCase(Locale.ROOT),
                                Pattern.compile(path.getKey().replaceAll("\\{[^}]*}", "[^/]+")))))
                .toList();
    }

    private static String name(List<Operation> operations, MatchResult request) {
        return operations.stream()
                .filter(operation -> operation.is(request))
                .findFirst()
                .map(Operation::name)
                .orElse(request.group());
    }

    private static Map<String, String> environment(Suite suite, Gateway gateway, Path seen) {
        Accounts accounts = suite.accounts();
        Map<String, String> environment = Stream.concat(
                        accounts.accounts().stream().map(Accounts.User::name),
                        accounts.clients().stream().map(Accounts.Client::clientId))
                .collect(Collectors.toMap(account -> "token_" + account, suite::token));
        environment.put("api", gateway.address().toString());
        environment.put("SEEN", seen.toString());
        return environment;
    }

    private static String watch() throws IOException {
        try (InputStream script = Objects.requireNonNull(
                PartnersGuideIT.class.getResourceAsStream("watch-the-guide.bash"), "watch-the-guide.bash")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int run(Map<String, String> environment, String script, Path output)
            throws IOException, InterruptedException {
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", script, "guide")
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        bash.environment().putAll(environment);
        Process process = bash.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly().waitFor();
        }
        return process.exitValue();
    }
}
