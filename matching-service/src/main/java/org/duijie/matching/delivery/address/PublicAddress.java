package org.duijie.matching.delivery.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which IP addresses belong to the public internet: all that are in none of the blocks of the IANA special-purpose
 * registries (RFC 6890 and its updates), nor where clouds keep their metadata. Of IPv6 only 2000::/3 is given out at all.
 */
final class PublicAddress {

    /** The first block that an address is in decides. */
    private static final List<Block> BLOCKS = List.of(
            Block.of("169.254.169.254/32", AddressFault.METADATA),
            Block.of("100.100.100.200/32", AddressFault.METADATA),
            Block.of("168.63.129.16/32", AddressFault.METADATA),
            Block.of("fd00:ec2::254/128", AddressFault.METADATA),
            Block.of("fd20:ce::254/128", AddressFault.METADATA),
            Block.of("0.0.0.0/8", AddressFault.LOOPBACK),
            Block.of("127.0.0.0/8", AddressFault.LOOPBACK),
            Block.of("10.0.0.0/8", AddressFault.PRIVATE),
            Block.of("172.16.0.0/12", AddressFault.PRIVATE),
            Block.of("192.168.0.0/16", AddressFault.PRIVATE),
            Block.of("169.254.0.0/16", AddressFault.LINK_LOCAL),
            Block.of("100.64.0.0/10", AddressFault.SHARED),
            Block.of("192.0.0.0/24", AddressFault.RESERVED),
            Block.of("192.0.2.0/24", AddressFault.RESERVED),
            Block.of("192.31.196.0/24", AddressFault.RESERVED),
            Block.of("192.52.193.0/24", AddressFault.RESERVED),
            Block.of("192.88.99.0/24", AddressFault.RESERVED),
            Block.of("192.175.48.0/24", AddressFault.RESERVED),
            Block.of("198.18.0.0/15", AddressFault.RESERVED),
            Block.of("198.51.100.0/24", AddressFault.RESERVED),
            Block.of("203.0.113.0/24", AddressFault.RESERVED),
            Block.of("224.0.0.0/3", AddressFault.RESERVED),
            Block.of("::1/128", AddressFault.LOOPBACK),
            Block.of("::/128", AddressFault.LOOPBACK),
            Block.of("::/96", AddressFault.TUNNEL),
            Block.of("64:ff9b::/96", AddressFault.TUNNEL),
            Block.of("64:ff9b:1::/48", AddressFault.TUNNEL),
            Block.of("2002::/16", AddressFault.TUNNEL),
            Block.of("2001::/32", AddressFault.TUNNEL),
            Block.of("2001::/23", AddressFault.RESERVED),
            Block.of("2001:db8::/32", AddressFault.RESERVED),
            Block.of("3fff::/20", AddressFault.RESERVED),
            Block.of("fc00::/7", AddressFault.PRIVATE),
            Block.of("fec0::/10", AddressFault.PRIVATE),
            Block.of("fe80::/10", AddressFault.LINK_LOCAL));

    private static final Block GIVEN_OUT = Block.of("2000::/3", AddressFault.RESERVED);
    private static final int IPV4_BYTES = 4;

    private PublicAddress() {}

    /** What speaks against sending to this address; empty for a public one. IPv4-mapped addresses count as IPv4. */
    static Optional<AddressFault> fault(InetAddress address) {
        byte[] bytes = address.getAddress();
        for (Block block : BLOCKS) {
            if (block.holds(bytes)) {
                return Optional.of(block.fault);
            }
        }
        return bytes.length == IPV4_BYTES || GIVEN_OUT.holds(bytes)
                ? Optional.empty()
                : Optional.of(AddressFault.RESERVED);
    }

    /** A block of addresses in CIDR notation. */
    private static final class Block {

        private final byte[] prefix;
        private final int bits;
        private final AddressFault fault;

        private Block(byte[] prefix, int bits, AddressFault fault) {
            this.prefix = prefix;
            this.bits = bits;
            this.fault = fault;
        }

        static Block of(String cidr, AddressFault fault) {
            int slash = cidr.indexOf('/');
            try {
                // An address as such is never looked up.
                byte[] prefix = InetAddress.getByName(cidr.substring(0, slash)).getAddress();
                return new Block(prefix, Integer.parseInt(cidr.substring(slash + 1)), fault);
            } catch (UnknownHostException impossible) {
                throw new IllegalStateException(cidr, impossible);
            }
        }

        boolean holds(byte[] address) {
            int whole = bits / Byte.SIZE;
            if (address.length != prefix.length || !Arrays.equals(address, 0, whole, prefix, 0, whole)) {
                return false;
            }
            int rest = bits % Byte.SIZE;
            int mask = 0xff << (Byte.SIZE - rest) & 0xff;
            return rest == 0 || (address[whole] & mask) == (prefix[whole] & mask);
        }
    }
}
