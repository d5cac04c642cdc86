package org.attune.channel.webhook;

import java.net.InetAddress;
import java.util.List;

/** Which addresses are on the public internet (IANA special-purpose registries, and where clouds keep their secrets). */
final class AddressRules {
    private static final List<Block> NOT_PUBLIC = List.of(
            block("0.0.0.0", 8),
            block("10.0.0.0", 8),
            block("100.64.0.0", 10),
            block("127.0.0.0", 8),
            block("168.63.129.16", 32),
            block("169.254.0.0", 16),
            block("172.16.0.0", 12),
            block("192.0.0.0", 24),
            block("192.0.2.0", 24),
            block("192.31.196.0", 24),
            block("192.52.193.0", 24),
            block("192.88.99.0", 24),
            block("192.168.0.0", 16),
            block("192.175.48.0", 24),
            block("198.18.0.0", 15),
            block("198.51.100.0", 24),
            block("203.0.113.0", 24),
            block("224.0.0.0", 3),
            block("2001::", 23),
            block("2001:db8::", 32),
            block("2002::", 16),
            block("3fff::", 20));
    /** All of IPv6 that is given out; what carries an IPv4 address inside (mapped, NAT64, 6to4, Teredo) is not in it or above. */
    private static final Block GLOBAL_UNICAST = block("2000::", 3);

    private AddressRules() {}

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return (bytes.length == 4 || GLOBAL_UNICAST.contains(bytes))
                && NOT_PUBLIC.stream().noneMatch(each -> each.contains(bytes));
    }

    private static Block block(String address, int bits) {
        return new Block(InetAddress.ofLiteral(address).getAddress(), bits);
    }

    private record Block(byte[] start, int bits) {
        boolean contains(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
