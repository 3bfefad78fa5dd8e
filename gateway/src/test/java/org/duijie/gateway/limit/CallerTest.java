package org.duijie.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.SocketAddress;
import org.junit.jupiter.api.Test;

class CallerTest {

    @Test
    void takesANetworkOfIpv6ForOneCaller() {
        assertThat(place("2001:db8:1:2::7")).isEqualTo(place("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assertThat(place("2001:db8:1:2::7")).isNotEqualTo(place("2001:db8:1:3::7"));
    }

    @Test
    void tellsAddressesOfIpv4ApartHoweverTheyAreWritten() {
        assertThat(place("192.0.2.1")).isEqualTo("192.0.2.1").isNotEqualTo(place("192.0.2.2"));
        assertThat(place("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
    }

    private static String place(String host) {
        return Caller.place(SocketAddress.inetSocketAddress(1, host));
    }
}
