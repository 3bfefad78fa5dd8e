package org.duijie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void movesEveryPortByTheOffset() {
        Ports moved = Ports.offset(1000);

        assertThat(moved.gateway()).isEqualTo(9080);
        assertThat(moved.postgres()).isEqualTo(16432);
        assertThat(Ports.offset(0)).isEqualTo(Ports.standard());
    }

    @Test
    void acceptsPortsThatAreFree() {
        Ports.free().requireFree();
    }

    @Test
    void namesATakenPortItsOwnerAndTheWayOut() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ports free = Ports.free();
            Ports ports = new Ports(
                    taken.getLocalPort(),
                    free.projectService(),
                    free.organizationService(),
                    free.matchingService(),
                    free.secondMatchingService(),
                    free.keycloak(),
                    free.keycloakManagement(),
                    free.postgres(),
                    free.kafka(),
                    free.kafkaController());

            assertThatExceptionOfType(StartFailure.class)
                    .isThrownBy(ports::requireFree)
                    .withMessageContaining("Port %d, which the gateway needs, is already taken", taken.getLocalPort())
                    .withMessageContaining("--port-offset")
                    .withMessageNotContaining("project-service");
        }
    }
}
