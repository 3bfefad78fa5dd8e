package org.duijie.chassis.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class LoopbackPortsTest {
    @Test
    void givesDifferentFreePorts() {
        assertThat(LoopbackPorts.free(8)).doesNotHaveDuplicates().allMatch(LoopbackPorts::isFree);
    }

    @Test
    void seesThatAPortIsTaken() throws IOException {
        int port = LoopbackPorts.free(1).getFirst();
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            assertThat(LoopbackPorts.isFree(port)).isFalse();
        }
        assertThat(LoopbackPorts.isFree(port)).isTrue();
    }
}
