package org.gongzhi.region;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of regions ({@code code,name,level,parent_code,…}, in the order of codes, so that a node follows its parent) into nodes with their ranges.
 * Where the padded codes of a node and its child are the same (东莞 4419 and 441900), the higher one stands for both and the child's children hang on it.
 */
final class RegionList {

    private static final int DIGITS = 15;

    private record Open(String digits, RegionNode node) {}

    private final Deque<Open> path = new ArrayDeque<>();
    private int line = 1;

    /** Nodes in the order of their codes. Throws {@link IllegalArgumentException} with the line's number where the list breaks its own rules. */
    static int read(BufferedReader csv, Consumer<RegionNode> use) throws IOException {
        return new RegionList().readAll(csv, use);
    }

    private int readAll(BufferedReader csv, Consumer<RegionNode> use) throws IOException {
        String header = csv.readLine();
        if (header == null || !header.startsWith("code,name,level,parent_code")) {
            throw new IllegalArgumentException("line 1: expected code,name,level,parent_code, got " + header);
        }
        String previous = "";
        int nodes = 0;
        for (String row = csv.readLine(); row != null; row = csv.readLine()) {
            line++;
            String[] columns = row.split(",", 5);
            check(columns.length >= 4, "four columns expected");
            check(previous.compareTo(columns[0]) < 0, "codes must ascend");
            previous = columns[0];
            RegionNode node = node(columns[0], columns[1], Integer.parseInt(columns[2]), columns[3]);
            if (node != null) {
                use.accept(node);
                nodes++;
            }
        }
        return nodes;
    }

    /** Null for one that shares its parent's padded code. */
    private @Nullable RegionNode node(String digits, String name, int level, String parentDigits) {
        check(digits.length() >= 2 && digits.length() <= 12 && digits.chars().allMatch(Character::isDigit), "no code");
        check(!name.isBlank(), "no name");
        check(level >= Region.PROVINCE && level <= Region.COMMUNITY, "no such level");
        while (!path.isEmpty() && !path.getLast().digits().equals(parentDigits)) {
            path.removeLast();
        }
        check(path.isEmpty() == parentDigits.isEmpty(), "parent " + parentDigits + " does not stand above");
        check(digits.startsWith(parentDigits), "lies outside its parent");
        long code = Long.parseLong(digits + "0".repeat(DIGITS - digits.length()));
        @Nullable RegionNode parent = path.isEmpty() ? null : path.getLast().node();
        if (parent != null && parent.code() == code) {
            path.addLast(new Open(digits, parent));
            return null;
        }
        check(parent == null || parent.level() < level, "is no level below its parent");
        var node = new RegionNode(
                code,
                code + Math.powExact(10L, DIGITS - digits.length()),
                level,
                parent == null
                        ? Long.valueOf(0)
                        : Objects.requireNonNull(parent).code(),
                Placename.of(level, name),
                RegionNode.kindOf(level, code),
                Placename.isHidden(level, name));
        path.addLast(new Open(digits, node));
        return node;
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("line " + line + ": " + otherwise);
        }
    }
}
