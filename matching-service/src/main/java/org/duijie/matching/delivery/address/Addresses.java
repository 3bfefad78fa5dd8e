package org.duijie.matching.delivery.address;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decides where things may be sent to. A host is looked at twice: when somebody names it, to tell them at once, and when
 * it is connected to, on the very addresses that the connection is then made to. A name that leads elsewhere at the
 * second look gains nothing by it.
 */
@Singleton
public class Addresses {

    private final Set<String> allowed;
    private final Lookup lookup;

    /** @param allowed hosts of a local run, which may be anything, also by http and on any port */
    @Inject
    Addresses(@ConfigProperty(name = "duijie.delivery.allowed-hosts") Optional<List<String>> allowed) {
        this(Set.copyOf(allowed.orElse(List.of())), new BoundedLookup());
    }

    Addresses(Set<String> allowed, Lookup lookup) {
        this.allowed = allowed;
        this.lookup = lookup;
    }

    /** What speaks against sending to this URL; empty if nothing does now. */
    public Optional<AddressFault> fault(String url) {
        Optional<AddressFault> written = isAllowed(url) ? Optional.empty() : TargetUrl.fault(url);
        if (written.isPresent()) {
            return written;
        }
        try {
            resolve(URI.create(url).getHost());
            return Optional.empty();
        } catch (RefusedAddressException refused) {
            return Optional.of(refused.fault());
        } catch (UnknownHostException unknown) {
            return Optional.of(AddressFault.UNKNOWN_HOST);
        }
    }

    /**
     * The addresses to connect to.
     *
     * @throws RefusedAddressException if one of them is not of the public internet: whoever names several may choose
     * @throws UnknownHostException if there is none
     */
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = lookup.of(host);
        if (!allowed.contains(host)) {
            for (InetAddress address : found) {
                Optional<AddressFault> fault = PublicAddress.fault(address);
                if (fault.isPresent()) {
                    throw new RefusedAddressException(host, fault.get());
                }
            }
        }
        return found;
    }

    private boolean isAllowed(String url) {
        try {
            URI parsed = URI.create(url);
            String host = parsed.getHost();
            return host != null
                    && allowed.contains(host)
                    && parsed.getRawUserInfo() == null
                    && parsed.getRawFragment() == null
                    && Set.of("http", "https").contains(String.valueOf(parsed.getScheme()));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
