package org.gongzhi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A door that answers with something of somebody's and that no test of scope walks through does not stay: it is tested, or it stands here with its reason. */
@ScopeTest
class EveryDoorTests {

    private static final List<Class<?>> TESTS = List.of(
            LedgerScopeTests.class,
            CaseScopeTests.class,
            CalloutScopeTests.class,
            SuggestionScopeTests.class,
            TodoScopeTests.class,
            FigureScopeTests.class,
            WindowScopeTests.class,
            PersonScopeTests.class,
            StaffScopeTests.class,
            ExchangeScopeTests.class,
            ReorganizationScopeTests.class,
            RetentionScopeTests.class,
            OrganizationScopeTests.class,
            UnitScopeTests.class);

    private static final Map<String, String> SAME_FOR_EVERYBODY = Map.ofEntries(
            Map.entry(
                    "/api/system-health",
                    "counts and ages of the whole house, no row of anybody's; for one duty only, tested in the module"),
            Map.entry(
                    "/api/key-rotations",
                    "keys are the whole house's; only who keeps them is told, tested in the module"),
            Map.entry("/api/sheet-kinds/{kind}/template", "the names of columns"),
            Map.entry("/api/demand-kinds", "a dictionary"),
            Map.entry("/api/demand-reasons", "a dictionary"),
            Map.entry("/api/organization-kinds", "a dictionary"),
            Map.entry("/api/unit-dictionary", "a dictionary"),
            Map.entry(
                    "/api/route-departments",
                    "the departments of a house are public facts; only those who keep its routes are told, see RouteApiTests"),
            Map.entry("/api/holidays", "one calendar holds for the whole house"),
            Map.entry("/api/rules/{book}", "rules are what people are promised: anyone may read any of them"),
            Map.entry(
                    "/api/rules/{book}/history",
                    "who set what people are promised, and why, is open to the same readers"),
            Map.entry("/api/session/provider", "whether there is a second way in"),
            Map.entry("/api/openapi", "describes doors, holds no row"),
            Map.entry("/api/openapi.yaml", "describes doors, holds no row"),
            Map.entry("/api/duty-kinds", "a dictionary"),
            Map.entry(
                    "/public/cases/entitlements",
                    "what was asked of one row by its code alone, see AskEntitlementTests and AnswerEntitlementTests"),
            Map.entry(
                    "/public/cases/entitlements/copy",
                    "one row by its code alone, see AskEntitlementTests and AnswerEntitlementTests"),
            Map.entry("/public/suggestions", "one row by its code alone, see PublicSuggestionTests"),
            Map.entry("/public/kinds", "a dictionary"),
            Map.entry("/public/site", "which district this is"),
            Map.entry("/public/regions/at", "the tree is public; tested with its geometry in the module"));

    private final RequestMappingHandlerMapping doors;

    EveryDoorTests(@Autowired List<RequestMappingHandlerMapping> mappings) {
        this.doors = mappings.stream()
                .filter(mapping -> mapping.getHandlerMethods().size() > 10)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyDoorThatAnswersIsComparedWithALoopOrHasAReasonNotToBe() {
        Set<String> open = doors.getHandlerMethods().keySet().stream()
                .filter(EveryDoorTests::isRead)
                .flatMap(door -> door.getPatternValues().stream())
                .filter(path -> path.startsWith("/api/") || path.startsWith("/public/"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(open).as("doors that were found").hasSizeGreaterThan(25);
        Set<String> covered = TESTS.stream()
                .flatMap(test -> Arrays.stream(test.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .flatMap(method -> Stream.ofNullable(method.getAnnotation(Covers.class)))
                .flatMap(covers -> Arrays.stream(covers.value()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = new TreeSet<>(open);
        missing.removeAll(covered);
        missing.removeAll(SAME_FOR_EVERYBODY.keySet());
        assertThat(missing)
                .as("doors without a test of scope: walk through them in a test with @Covers, or say here why not")
                .isEmpty();
        Set<String> gone = new TreeSet<>(covered);
        gone.removeAll(open);
        assertThat(gone).as("doors that are covered and are no more").isEmpty();
    }

    private static boolean isRead(RequestMappingInfo door) {
        Set<RequestMethod> methods = door.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }
}
