package org.attune.channel.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Keeps webhooks from being a way into the company's own network: only HTTPS, only to public addresses, and the connection goes
 * to the very address that was judged, whatever the name resolves to a moment later.
 */
@Component
class TargetGuard {
    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*");
    private static final Pattern PLAIN_IPV4 = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");
    /** What some resolvers take for an IPv4 address: hex, octal, fewer than four parts. */
    private static final Pattern LIKE_IPV4 = Pattern.compile("(0[xX][0-9a-fA-F]*|\\d+)(\\.(0[xX][0-9a-fA-F]*|\\d+))*");

    private final boolean allowPrivate;
    private final Resolver resolver;

    @Autowired
    TargetGuard(@Value("${attune.webhooks.allow-private:false}") boolean allowPrivate) {
        this(allowPrivate, InetAddress::getAllByName);
    }

    TargetGuard(boolean allowPrivate, Resolver resolver) {
        this.allowPrivate = allowPrivate;
        this.resolver = resolver;
    }

    /** Names to addresses. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    /** Where a webhook may be sent: the address is fixed. */
    record Target(URI uri, InetAddress address, int port, boolean tls) {}

    /** The target is not allowed, or cannot be found; the message is for people. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean unknown;

        Refused(String message, boolean unknown) {
            super(message);
            this.unknown = unknown;
        }

        /** True when only the name could not be resolved, which may pass. */
        boolean isUnknown() {
            return unknown;
        }
    }

    /** Judges an address and resolves it. */
    Target judge(String url) throws Refused {
        URI uri = parse(url);
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        String host = host(uri);
        int port = uri.getPort() < 0 ? (tls ? 443 : 80) : uri.getPort();
        if (port == 0 || (port < 1024 && port != 80 && port != 443)) {
            throw refused("Port " + port + " is not for webhooks: use 443, 80, or one from 1024 on.");
        }
        InetAddress[] addresses = resolve(host);
        for (InetAddress each : addresses) {
            boolean open = AddressRules.isPublic(each);
            if (!open && !allowPrivate) {
                throw refused("'" + host + "' leads to " + each.getHostAddress()
                        + ", which is not a public address. Webhooks go to public addresses only.");
            }
            if (!tls && open) {
                throw refused("Webhooks need https.");
            }
        }
        return new Target(uri, addresses[0], port, tls);
    }

    private URI parse(String url) throws Refused {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            throw refused("This is not an address such as https://example.com/hooks.");
        }
        String scheme = uri.getScheme();
        if (scheme == null
                || !(scheme.equalsIgnoreCase("https") || (allowPrivate && scheme.equalsIgnoreCase("http")))) {
            throw refused("Webhooks need https.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw refused("The address may have no user, password or fragment: deliveries are signed instead.");
        }
        return uri;
    }

    private static String host(URI uri) throws Refused {
        String host = uri.getHost();
        if (host == null || host.isEmpty()) {
            throw refused("The address names no host, or one with letters that are not allowed in host names.");
        }
        if (host.startsWith("[")) {
            if (host.indexOf('%') >= 0) {
                throw refused("The address may not name a network interface.");
            }
            return host;
        }
        if (!PLAIN_IPV4.matcher(host).matches()
                && (LIKE_IPV4.matcher(host).matches() || !NAME.matcher(host).matches())) {
            throw refused("'" + host + "' is not a host name, nor an IP address in its usual form.");
        }
        return host;
    }

    private InetAddress[] resolve(String host) throws Refused {
        try {
            InetAddress[] addresses = resolver.resolve(host);
            if (addresses.length > 0) {
                return addresses;
            }
        } catch (UnknownHostException | IllegalArgumentException e) {
            // the same to whoever asks
        }
        throw new Refused("'" + host + "' cannot be found.", true);
    }

    private static Refused refused(String message) {
        return new Refused(message, false);
    }
}
