package org.gongzhi.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The sheet of the trail says what the page says, of everything that is ever recorded. */
class TrailWordsTests {

    private static final Pattern DEED = Pattern.compile("\"([a-z0-9]+\\.[a-z_-]+)\"");

    /** Told to systems of others, not recorded. */
    private static final Set<String> EVENTS = Set.of("demand.raised", "demand.moved", "demand.judged");

    private static Properties bundle(String name) throws IOException {
        var words = new Properties();
        try (var reader = Files.newBufferedReader(Path.of("src/main/resources/i18n", name))) {
            words.load(reader);
        }
        return words;
    }

    private static Set<String> keysOfAll() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/i18n"))) {
            for (Path file : files.toList()) {
                keys.addAll(bundle(file.getFileName().toString()).stringPropertyNames());
            }
        }
        return keys;
    }

    @Test
    void everyDeedThatIsRecordedHasWords() throws IOException {
        Set<String> known = bundle("oversight.properties").stringPropertyNames().stream()
                .filter(key -> key.startsWith("oversight.did."))
                .map(key -> key.substring("oversight.did.".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> modules =
                known.stream().map(deed -> deed.substring(0, deed.indexOf('.'))).collect(Collectors.toSet());
        Set<String> recorded = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                DEED.matcher(Files.readString(source)).results().forEach(found -> recorded.add(found.group(1)));
            }
        }
        recorded.removeAll(keysOfAll());
        recorded.removeAll(EVENTS);
        recorded.removeIf(deed -> !modules.contains(deed.substring(0, deed.indexOf('.'))));
        assertThat(recorded).hasSizeGreaterThan(50);
        assertThat(known).containsAll(recorded);
    }

    @Test
    void thePageAndTheSheetSayTheSame() throws IOException {
        for (String[] pair :
                new String[][] {{"oversight.properties", "zh-CN.ts"}, {"oversight_en.properties", "en.ts"}}) {
            String page = Files.readString(Path.of("web/src/modules/oversight", pair[1]));
            Properties sheet = bundle(pair[0]);
            for (String key : sheet.stringPropertyNames()) {
                if (key.startsWith("oversight.did.") || key.startsWith("oversight.subject.")) {
                    assertThat(page).as(key).contains("'" + sheet.getProperty(key) + "'");
                }
            }
        }
    }

    @Test
    void whoDidItIsNamedWithTheDutyInWords() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("i18n.oversight", "i18n.identity");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        var words = new TrailWords(messages, Locale.SIMPLIFIED_CHINESE);
        assertThat(words.actor("周敏 · community_secretary · 永安里社区")).isEqualTo("周敏 · 社区书记 · 永安里社区");
        assertThat(words.actor("周敏 · worker")).isEqualTo("周敏");
        assertThat(words.actor("周敏")).isEqualTo("周敏");
        assertThat(words.done("demand.take_up")).isEqualTo("接单");
        assertThat(words.done("comet.fly")).isEqualTo("comet.fly");
        assertThat(words.subject("account")).isEqualTo("账号");
    }
}
