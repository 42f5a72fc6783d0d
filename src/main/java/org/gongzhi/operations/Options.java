package org.gongzhi.operations;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.DefaultApplicationArguments;

/** The options of one command as they were typed: {@code --to=/backup}. Those with a dot are the application's settings and not looked at here. */
record Options(List<String> arguments) {

    Options {
        arguments = List.copyOf(arguments);
    }

    /** Refuses a misspelt option instead of silently doing something else. */
    void allowOnly(String... names) throws Misuse {
        var given = new DefaultApplicationArguments(arguments.toArray(String[]::new));
        List<String> known = List.of(names);
        for (String name : given.getOptionNames()) {
            if (!known.contains(name) && !name.contains(".")) {
                throw unknown("--" + name, known);
            }
        }
        if (!given.getNonOptionArgs().isEmpty()) {
            throw unknown(given.getNonOptionArgs().getFirst(), known);
        }
    }

    private static Misuse unknown(String word, List<String> known) {
        String all = "--" + String.join("=… --", known) + "=…";
        return new Misuse("看不懂“" + word + "”。可以写的有：" + all, "Unknown: " + word + ". Known: " + all);
    }

    Optional<String> text(String name) {
        List<String> values = new DefaultApplicationArguments(arguments.toArray(String[]::new)).getOptionValues(name);
        return values == null || values.isEmpty() || values.getLast().isBlank()
                ? Optional.empty()
                : Optional.of(values.getLast());
    }

    /** Given at all, with a value or without. */
    boolean has(String name) {
        return new DefaultApplicationArguments(arguments.toArray(String[]::new)).containsOption(name);
    }

    Optional<Path> path(String name) {
        return text(name).map(text -> Path.of(text).toAbsolutePath().normalize());
    }

    /** A whole number from 1 on. */
    Optional<Integer> number(String name) throws Misuse {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.get().matches("[1-9]\\d{0,3}")) {
            throw new Misuse(
                    "--" + name + " 应是 1 到 9999 的整数，现在是“" + text.get() + "”。",
                    "--" + name + " must be a whole number from 1 to 9999, not " + text.get() + ".");
        }
        return Optional.of(Integer.valueOf(text.get()));
    }
}
