package org.duijie.matching.delivery.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    /** Names that lead where they should not; the second address of a name counts as much as the first. */
    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("receiver.example.org", List.of("93.184.216.34")),
            Map.entry("to-loopback.example.org", List.of("127.0.0.1")),
            Map.entry("to-private.example.org", List.of("10.1.2.3")),
            Map.entry("to-metadata.example.org", List.of("169.254.169.254")),
            Map.entry("to-both.example.org", List.of("93.184.216.34", "192.168.1.1")),
            Map.entry("to-v6.example.org", List.of("fd12:3456::1")),
            Map.entry("to-mapped.example.org", List.of("::ffff:127.0.0.1")),
            Map.entry("xn--fiqs8s.example.org", List.of("2606:2800:220:1:248:1893:25c8:1946")));

    private final Addresses addresses = new Addresses(Set.of(), AddressesTest::known);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            http://receiver.example.org/          | NOT_HTTPS
            ftp://receiver.example.org/           | NOT_HTTPS
            file:///etc/passwd                    | NOT_HTTPS
            gopher://127.0.0.1:25/                | NOT_HTTPS
            https:receiver.example.org            | MALFORMED
            https://                              | MALFORMED
            https://receiver.example.org\\@127.0.0.1/ | MALFORMED
            https://receiver example.org/         | MALFORMED
            https://user@receiver.example.org/    | USER_INFO
            https://user:word@127.0.0.1/          | USER_INFO
            https://receiver.example.org@127.0.0.1/ | USER_INFO
            https://receiver.example.org/#x       | FRAGMENT
            https://receiver.example.org:22/      | PORT
            https://receiver.example.org:5432/    | PORT
            https://receiver.example.org:9092/    | PORT
            https://receiver.example.org:80/      | PORT
            https://127.0.0.1/                    | LOOPBACK
            https://127.8.9.10/                   | LOOPBACK
            https://0.0.0.0/                      | LOOPBACK
            https://[::1]/                        | LOOPBACK
            https://[::]/                         | LOOPBACK
            https://[0:0:0:0:0:0:0:1]/            | LOOPBACK
            https://[::ffff:127.0.0.1]/           | LOOPBACK
            https://[::ffff:7f00:1]/              | LOOPBACK
            https://2130706433/                   | NUMERIC_HOST
            https://0x7f000001/                   | NUMERIC_HOST
            https://0x7f.0.0.1/                   | NUMERIC_HOST
            https://0177.0.0.1/                   | NUMERIC_HOST
            https://127.1/                        | NUMERIC_HOST
            https://127.0.0.1./                   | NUMERIC_HOST
            https://00000177.0.0.1/               | NUMERIC_HOST
            https://256.256.256.256/              | NUMERIC_HOST
            https://10.0.0.1/                     | PRIVATE
            https://172.31.255.255/               | PRIVATE
            https://192.168.0.1/                  | PRIVATE
            https://[fc00::1]/                    | PRIVATE
            https://[fd12:3456::1]/               | PRIVATE
            https://[fec0::1]/                    | PRIVATE
            https://169.254.1.1/                  | LINK_LOCAL
            https://[fe80::1]/                    | LINK_LOCAL
            https://169.254.169.254/latest/meta-data/ | METADATA
            https://[::ffff:169.254.169.254]/     | METADATA
            https://[fd00:ec2::254]/              | METADATA
            https://100.100.100.200/              | METADATA
            https://168.63.129.16/                | METADATA
            https://100.64.0.1/                   | SHARED
            https://[::127.0.0.1]/                | TUNNEL
            https://[64:ff9b::7f00:1]/            | TUNNEL
            https://[2002:7f00:1::]/              | TUNNEL
            https://[2001:0:7f00:1::]/            | TUNNEL
            https://224.0.0.1/                    | RESERVED
            https://255.255.255.255/              | RESERVED
            https://198.18.0.1/                   | RESERVED
            https://203.0.113.7/                  | RESERVED
            https://[ff02::1]/                    | RESERVED
            https://[2001:db8::1]/                | RESERVED
            https://localhost/                    | RESERVED_NAME
            https://localhost./                   | RESERVED_NAME
            https://LOCALHOST/                    | RESERVED_NAME
            https://a.localhost/                  | RESERVED_NAME
            https://metadata.google.internal/     | RESERVED_NAME
            https://printer.local/                | RESERVED_NAME
            https://intranet/                     | RESERVED_NAME
            https://postgres/                     | MALFORMED
            https://receiver.example.org./        | MALFORMED
            https://under_score.example.org/      | MALFORMED
            https://１２７.０.０.１/                 | NOT_ASCII
            https://ⓛocalhost/                    | NOT_ASCII
            https://中国.example.org/              | NOT_ASCII
            https://nobody.example.org/           | UNKNOWN_HOST
            https://to-loopback.example.org/      | LOOPBACK
            https://to-private.example.org/       | PRIVATE
            https://to-metadata.example.org/      | METADATA
            https://to-both.example.org/          | PRIVATE
            https://to-v6.example.org/            | PRIVATE
            https://to-mapped.example.org/        | LOOPBACK
            """)
    void refusesAHostileAddressWithTheReason(String url, AddressFault fault) {
        assertThat(addresses.fault(url)).contains(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "https://receiver.example.org/hook?a=b",
        "https://receiver.example.org:443/",
        "https://RECEIVER.example.org:8443",
        "https://xn--fiqs8s.example.org/",
        "https://93.184.216.34/",
        "https://[2606:2800:220:1:248:1893:25c8:1946]/"
    })
    void takesAPublicAddress(String url) {
        assertThat(addresses.fault(url)).isEmpty();
    }

    @Test
    void looksAgainAtTheAddressThatIsConnectedTo() throws UnknownHostException {
        Deque<String> answers = new ArrayDeque<>(List.of("93.184.216.34", "127.0.0.1"));
        Addresses rebound =
                new Addresses(Set.of(), host -> new InetAddress[] {InetAddress.getByName(answers.removeFirst())});

        assertThat(rebound.fault("https://rebound.example.org/")).isEmpty();
        assertThatThrownBy(() -> rebound.resolve("rebound.example.org")).isInstanceOf(RefusedAddressException.class);
    }

    @Test
    void letsALocalRunSendToTheHostsThatItNames() {
        Addresses local = new Addresses(Set.of("127.0.0.1"), AddressesTest::known);

        assertThat(local.fault("http://127.0.0.1:18080/hook")).isEmpty();
        assertThat(local.fault("http://user@127.0.0.1:18080/hook")).isPresent();
        assertThat(local.fault("file://127.0.0.1/etc/passwd")).contains(AddressFault.NOT_HTTPS);
        assertThat(local.fault("http://127.0.0.2:18080/hook")).contains(AddressFault.NOT_HTTPS);
        assertThat(local.fault("https://127.0.0.2/hook")).contains(AddressFault.LOOPBACK);
    }

    private static InetAddress[] known(String host) throws UnknownHostException {
        if (!host.endsWith(".org")) {
            return new InetAddress[] {InetAddress.getByName(host)};
        }
        List<String> found = NAMES.get(host.toLowerCase(java.util.Locale.ROOT));
        if (found == null) {
            throw new UnknownHostException(host);
        }
        return Arrays.stream(found.toArray(String[]::new))
                .map(AddressesTest::literal)
                .toArray(InetAddress[]::new);
    }

    private static InetAddress literal(String address) {
        try {
            return InetAddress.getByName(address);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
