package org.duijie.chassis.testing.hostile;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A body that no well-meaning client sends. */
final class HostileBody {

    private final String name;
    private final byte[] bytes;
    private final boolean refused;

    /**
     * @param name what is wrong with it
     * @param bytes as they go over the wire
     * @param refused whether it must be refused whatever the operation; RFC 8259 leaves some to the reader
     */
    HostileBody(String name, byte[] bytes, boolean refused) {
        this.name = name;
        this.bytes = bytes;
        this.refused = refused;
    }

    /** By the grammar it is no JSON. */
    static HostileBody broken(String name, String text) {
        return new HostileBody(name, text.getBytes(StandardCharsets.UTF_8), true);
    }

    /** It may be taken or not, but nothing may break over it. */
    static HostileBody odd(String name, String text, Charset charset) {
        return new HostileBody(name, text.getBytes(charset), false);
    }

    static HostileBody odd(String name, String text) {
        return odd(name, text, StandardCharsets.UTF_8);
    }

    byte[] bytes() {
        return bytes;
    }

    boolean refused() {
        return refused;
    }

    @Override
    public String toString() {
        return name;
    }
}
