package org.gongzhi;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongzhi.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every refusal reaches the screen as a sentence, in both languages, and neither language knows more than the other. */
class MessagesTests {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[^}]*}");

    @Test
    void everyRefusalHasASentenceInChineseAndInEnglish() {
        Properties chinese = all(false);
        Properties english = all(true);
        Set<String> codes = refusals().map(Refusal::code).collect(Collectors.toSet());
        assertThat(codes).hasSizeGreaterThan(80);
        assertThat(codes).allSatisfy(code -> {
            assertThat(chinese.getProperty(code)).as(code).isNotBlank();
            assertThat(english.getProperty(code)).as(code + " (en)").isNotBlank();
        });
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(all(false).stringPropertyNames()).isEqualTo(all(true).stringPropertyNames());
    }

    @Test
    void bothLanguagesFillTheSamePlaces() {
        Properties english = all(true);
        all(false)
                .forEach((key, sentence) -> assertThat(places(english.getProperty(key.toString())))
                        .as(key.toString())
                        .isEqualTo(places(sentence.toString())));
    }

    @Test
    void codesBelongToOneRefusalEach() {
        Map<String, Long> uses =
                refusals().collect(Collectors.groupingBy(Refusal::code, TreeMap::new, Collectors.counting()));
        assertThat(uses).allSatisfy((code, count) -> assertThat(count).as(code).isEqualTo(1));
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Stream<Refusal> refusals() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.gongzhi").stream()
                        .filter(type -> type.isAssignableTo(Refusal.class) && type.isEnum())
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(Refusal.class::cast);
    }

    private static Properties all(boolean isEnglish) {
        var all = new Properties();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath:i18n/*.properties")) {
                if (String.valueOf(resource.getFilename()).endsWith("_en.properties") == isEnglish) {
                    all.load(new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
