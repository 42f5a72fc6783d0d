package org.gongzhi.kernel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node of the territory tree: 15 digits, the 12 of the national statistical code (2-2-2-3-3) and 3 for grids; 0 is the nation. What lies under a node is
 * told by the region table, never by the code's zeros.
 */
public record RegionCode(long value) implements Comparable<RegionCode> {

    public static final RegionCode NATION = new RegionCode(0);

    private static final long LARGEST = 999_999_999_999_999L;

    public RegionCode {
        if (value < 0 || value > LARGEST) {
            throw new IllegalArgumentException("region code out of range: " + value);
        }
    }

    /** Reads the short forms people write (110105) as well as all 15 digits; empty when it is not a code, or none was sent. */
    public static Optional<RegionCode> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.equals("0")) {
            return Optional.of(NATION);
        }
        if (text.length() < 2 || text.length() > 15 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(new RegionCode(Long.parseLong(text + "0".repeat(15 - text.length()))));
    }

    /** The district digits of this code; for nodes above a district, the node itself. */
    public long district() {
        return value / 1_000_000_000L * 1_000_000_000L;
    }

    public long street() {
        return value / 1_000_000L * 1_000_000L;
    }

    public long community() {
        return value / 1_000L * 1_000L;
    }

    @Override
    public int compareTo(RegionCode other) {
        return Long.compare(value, other.value);
    }

    /** In JSON as in text: 15 digits, which no reader of JSON rounds. */
    @JsonValue
    @Override
    public String toString() {
        String digits = Long.toString(value);
        return value == 0 ? digits : "0".repeat(15 - digits.length()) + digits;
    }
}
