package org.duijie.gateway.limit;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a request: the subject of its token, or for the public the address that it comes from.
 *
 * @param word stays the same from request to request
 */
public record Caller(boolean signedIn, String word) {

    private static final String KEY = Caller.class.getName();

    /** One household or office has a whole network of IPv6 addresses: it counts as one. */
    private static final int NETWORK_BYTES = 8;

    /** The caller of this request. */
    public static Caller of(RoutingContext context) {
        @Nullable Caller known = context.get(KEY);
        return known == null ? publicly(context) : known;
    }

    /** Somebody of whom only the address is known. */
    public static Caller publicly(RoutingContext context) {
        return new Caller(false, place(context.request().remoteAddress()));
    }

    /** Keeps in mind whose token came with the request. */
    public static Caller remember(RoutingContext context, String subject) {
        Caller caller = new Caller(true, subject);
        context.put(KEY, caller);
        return caller;
    }

    static String place(SocketAddress address) {
        String host = String.valueOf(address.hostAddress());
        if (host.indexOf(':') < 0) {
            return host;
        }
        InetAddress ip = InetAddress.ofLiteral(host);
        return ip instanceof Inet6Address
                ? HexFormat.of().formatHex(ip.getAddress(), 0, NETWORK_BYTES)
                : ip.getHostAddress();
    }
}
