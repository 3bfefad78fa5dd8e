package org.duijie.chassis.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of 127.0.0.1. */
public final class LoopbackPorts {
    /** The only address that anything of the local run or of a test listens on. */
    public static final String HOST = "127.0.0.1";

    // Below the range from which Linux takes the ports of outgoing connections, so that a port
    // which is free now is not taken by some client before its server listens on it.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 1_000;

    private LoopbackPorts() {}

    /** Returns {@code count} different ports on which nothing listens at this moment. */
    public static List<Integer> free(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int attempt = 0; held.size() < count && attempt < ATTEMPTS; attempt++) {
                listen(ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST), held);
            }
            if (held.size() < count) {
                throw new IllegalStateException("No " + count + " free ports on " + HOST);
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            held.forEach(LoopbackPorts::close);
        }
    }

    /** Says whether a server could listen on this port at this moment. */
    public static boolean isFree(int port) {
        List<ServerSocket> held = new ArrayList<>();
        listen(port, held);
        held.forEach(LoopbackPorts::close);
        return !held.isEmpty();
    }

    private static void listen(int port, List<ServerSocket> held) {
        try {
            ServerSocket socket = new ServerSocket();
            try {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                held.add(socket);
            } catch (IOException taken) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
