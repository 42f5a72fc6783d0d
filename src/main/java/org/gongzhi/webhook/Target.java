package org.gongzhi.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Where something is sent. An address inside the network would let an administrator of one territory knock at doors that only this machine reaches, so those are
 * refused unless the installation allows them; the name is resolved once, judged, and connected to as it was judged.
 */
record Target(String scheme, String host, int port, String path) {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /** Https, or plain http where private addresses are allowed; no user, no fragment. */
    static Optional<Target> parse(String url, boolean mayBePrivate) {
        try {
            URI uri = new URI(url.strip());
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(java.util.Locale.ROOT);
            boolean isAllowed = scheme.equals("https") || (scheme.equals("http") && mayBePrivate);
            String host = uri.getHost();
            if (!isAllowed
                    || host == null
                    || uri.getUserInfo() != null
                    || uri.getFragment() != null
                    || url.length() > 500) {
                return Optional.empty();
            }
            String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            int port = uri.getPort() > 0 ? uri.getPort() : scheme.equals("https") ? HTTPS : HTTP;
            return Optional.of(
                    new Target(scheme, host, port, uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery()));
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    boolean isSecure() {
        return scheme.equals("https");
    }

    /** The first address of the name that may be connected to; empty when all are inside. */
    Optional<InetAddress> address(boolean mayBePrivate) throws UnknownHostException {
        String name = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        for (InetAddress address : InetAddress.getAllByName(name)) {
            if (mayBePrivate || !isInside(address)) {
                return Optional.of(address);
            }
        }
        return Optional.empty();
    }

    static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        boolean isReserved = address instanceof Inet4Address
                ? first == 0
                        || (first == 100 && second >= 64 && second < 128)
                        || (first == 192 && second == 0)
                        || (first == 198 && (second == 18 || second == 19))
                        || first >= 224
                // Unique local, and addresses that carry another inside them (6to4, Teredo, NAT64).
                : (first & 0xFE) == 0xFC
                        || (first == 0x20 && second == 0x02)
                        || (first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0)
                        || (first == 0 && second == 0x64);
        return isReserved
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }

    String hostHeader() {
        boolean isUsual = port == (isSecure() ? HTTPS : HTTP);
        return isUsual ? host : host + ":" + port;
    }
}
