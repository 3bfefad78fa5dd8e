package org.duijie.matching.delivery.address;

import java.net.UnknownHostException;

/** A host is not connected to, because of where it leads. */
public final class RefusedAddressException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    private final AddressFault fault;

    RefusedAddressException(String host, AddressFault fault) {
        super(host + ": " + fault.sentence().en());
        this.fault = fault;
    }

    public AddressFault fault() {
        return fault;
    }
}
