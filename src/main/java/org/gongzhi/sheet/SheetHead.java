package org.gongzhi.sheet;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.gongzhi.kernel.Outcome;

/**
 * What stands above the lines, and the first of them.
 *
 * @param line where the headings stand, as the sheet counts
 */
record SheetHead(int line, List<String> headings, List<List<String>> sample) {

    /** A title, a remark, the headings. */
    static final int MOST_ABOVE = 5;

    static final int SAMPLE = 5;

    private record Numbered(int number, List<String> cells) {}

    /** Finds the headings: of the first lines the one that names most columns known, else the first that names at least two. */
    static Outcome<SheetHead> of(byte[] content, List<SheetKind.Column> columns) {
        List<Numbered> first = new ArrayList<>();
        try {
            SheetReader.read(content, (number, cells) -> {
                first.add(new Numbered(number, cells));
                return first.size() < MOST_ABOVE + SAMPLE;
            });
        } catch (SheetReader.Unreadable unreadable) {
            return unreadable.why().as();
        }
        int best = -1;
        int most = 0;
        for (int i = 0; i < Math.min(first.size(), MOST_ABOVE); i++) {
            int score = propose(first.get(i).cells(), columns).size() * 100
                    + (filled(first.get(i).cells()) >= 2 ? 1 : 0);
            if (score > most) {
                most = score;
                best = i;
            }
        }
        if (best < 0) {
            return Outcome.invalid("file", SheetRefusal.NO_HEADING);
        }
        List<List<String>> sample = first.stream()
                .skip(best + 1L)
                .limit(SAMPLE)
                .map(Numbered::cells)
                .toList();
        return sample.isEmpty()
                ? Outcome.invalid("file", SheetRefusal.NO_LINES)
                : Outcome.done(new SheetHead(
                        first.get(best).number(), named(first.get(best).cells()), sample));
    }

    /** Column code → heading, by the words each column is known by; a heading is used once. */
    static Map<String, String> propose(List<String> headings, List<SheetKind.Column> columns) {
        Map<String, String> proposed = new LinkedHashMap<>();
        Set<String> used = new HashSet<>();
        for (boolean isExact : new boolean[] {true, false}) {
            for (SheetKind.Column column : columns) {
                if (!proposed.containsKey(column.code())) {
                    find(column, headings, used, isExact).ifPresent(heading -> {
                        proposed.put(column.code(), heading);
                        used.add(heading);
                    });
                }
            }
        }
        return proposed;
    }

    private static java.util.Optional<String> find(
            SheetKind.Column column, List<String> headings, Set<String> used, boolean isExact) {
        return column.headings().stream()
                .filter(known -> !plain(known).isEmpty())
                .flatMap(known -> headings.stream()
                        .filter(heading -> !heading.isEmpty() && !used.contains(heading))
                        .filter(heading -> isExact
                                ? plain(heading).equals(plain(known))
                                : plain(heading).contains(plain(known))))
                .findFirst();
    }

    /** 工单编号 (必填) is 工单编号. */
    static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\(.*?\\)|[\\s*：:（）?_/-]", "");
    }

    private static long filled(List<String> cells) {
        return cells.stream().filter(cell -> !cell.isEmpty()).count();
    }

    /** Every heading once: a second 备注 is 备注 (2), a blank one the letter of its column. */
    private static List<String> named(List<String> cells) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String wanted = cells.get(i).isEmpty() ? "第 " + (i + 1) + " 列" : cut(cells.get(i));
            String name = wanted;
            for (int n = 2; names.contains(name); n++) {
                name = wanted + " (" + n + ")";
            }
            names.add(name);
        }
        return names;
    }

    private static String cut(String heading) {
        String line = heading.replace('\n', ' ');
        return line.length() > 60
                ? line.substring(0, line.offsetByCodePoints(0, Math.min(50, line.codePointCount(0, line.length()))))
                : line;
    }
}
