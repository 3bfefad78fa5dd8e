package org.duijie.matching.delivery.address;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Asks for the addresses of a host. */
@FunctionalInterface
interface Lookup {

    /** @throws UnknownHostException if it has none, or nobody can tell in time */
    InetAddress[] of(String host) throws UnknownHostException;
}
