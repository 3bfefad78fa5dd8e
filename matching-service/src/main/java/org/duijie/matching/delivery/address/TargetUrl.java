package org.duijie.matching.delivery.address;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be said of an address without asking anybody: how it is written, and where it leads if it is an IP address. */
final class TargetUrl {

    private static final Set<Integer> PORTS = Set.of(-1, 443, 8443);
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    /** What some resolver somewhere reads as a number: 2130706433, 0x7f.1, 0177.0.0.1, 127.0.0.1. with a full stop. */
    private static final Pattern NUMBERS = Pattern.compile("(0x[0-9a-f]*|\\d+)(\\.(0x[0-9a-f]*|\\d*))*");

    private static final List<String> RESERVED = List.of(
            "localhost",
            "local",
            "localdomain",
            "internal",
            "intranet",
            "lan",
            "home.arpa",
            "test",
            "invalid",
            "onion");

    private TargetUrl() {}

    /** What speaks against it; empty if nothing does as far as one can tell. */
    static Optional<AddressFault> fault(String text) {
        if (!text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            return Optional.of(text.chars().anyMatch(c -> c > 0x7f) ? AddressFault.NOT_ASCII : AddressFault.MALFORMED);
        }
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException unreadable) {
            return Optional.of(AddressFault.MALFORMED);
        }
        if (!"https".equalsIgnoreCase(url.getScheme())) {
            return Optional.of(AddressFault.NOT_HTTPS);
        }
        String authority = url.getRawAuthority();
        if (authority == null) {
            return Optional.of(AddressFault.MALFORMED);
        }
        if (authority.contains("@")) {
            return Optional.of(AddressFault.USER_INFO);
        }
        if (url.getRawFragment() != null) {
            return Optional.of(AddressFault.FRAGMENT);
        }
        return hostFault(url.getHost(), authority)
                .or(() -> PORTS.contains(url.getPort()) ? Optional.empty() : Optional.of(AddressFault.PORT));
    }

    /** The URI syntax knows no host where it is neither a name nor an address in standard notation. */
    private static Optional<AddressFault> hostFault(@Nullable String host, String authority) {
        String name = (host == null ? authority.replaceFirst(":\\d*$", "") : host).toLowerCase(Locale.ROOT);
        if (name.startsWith("[") || IPV4.matcher(name).matches()) {
            return addressFault(name);
        }
        if (NUMBERS.matcher(name).matches()) {
            return Optional.of(AddressFault.NUMERIC_HOST);
        }
        if (RESERVED.stream()
                .anyMatch(reserved -> bare(name).equals(reserved) || bare(name).endsWith("." + reserved))) {
            return Optional.of(AddressFault.RESERVED_NAME);
        }
        return NAME.matcher(name).matches() ? Optional.empty() : Optional.of(AddressFault.MALFORMED);
    }

    /** The root's full stop makes no other name. */
    private static String bare(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static Optional<AddressFault> addressFault(String literal) {
        try {
            return PublicAddress.fault(InetAddress.getByName(literal));
        } catch (UnknownHostException unreadable) {
            return Optional.of(AddressFault.MALFORMED);
        }
    }
}
