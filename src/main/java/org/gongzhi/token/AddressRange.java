package org.gongzhi.token;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A block of internet addresses: 192.0.2.0/24, 2001:db8::/32, or one address alone. Bits beyond the length are none of the block's. */
@SuppressWarnings("ArrayRecordComponent")
record AddressRange(byte[] base, int bits) {

    /** Literals only: a name would be looked up in the network. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]{7,15}|[0-9A-Fa-f:.]{2,45}");

    static Optional<AddressRange> parse(String text) {
        String[] parts = text.strip().split("/", 2);
        return address(parts[0]).flatMap(base -> {
            int most = base.length * 8;
            String length = parts.length == 1 ? Integer.toString(most) : parts[1];
            if (!length.matches("\\d{1,3}") || Integer.parseInt(length) > most) {
                return Optional.empty();
            }
            int bits = Integer.parseInt(length);
            return Optional.of(new AddressRange(masked(base, bits), bits));
        });
    }

    boolean holds(String address) {
        return address(address)
                .filter(asked -> asked.length == base.length)
                .map(asked -> java.util.Arrays.equals(masked(asked, bits), base))
                .orElse(false);
    }

    private static byte[] masked(byte[] address, int bits) {
        byte[] masked = address.clone();
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.clamp(bits - i * 8L, 0, 8);
            masked[i] &= (byte) (0xFF << (8 - kept));
        }
        return masked;
    }

    private static Optional<byte[]> address(String text) {
        boolean isV4 = text.matches("\\d{1,3}(\\.\\d{1,3}){3}");
        if (!LITERAL.matcher(text).matches() || !(isV4 || text.contains(":"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException notAnAddress) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        try {
            return InetAddress.getByAddress(base).getHostAddress() + "/" + bits;
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
