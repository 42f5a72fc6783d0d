package org.gongzhi;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** House rules. Each says why, and each first shows that there is something it guards. */
class ArchitectureTests {

    private static final JavaClasses product = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.gongzhi");
    private static final JavaClasses tests = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("org.gongzhi");

    private static final DescribedPredicate<JavaClass> aController =
            describe("a controller", type -> type.getSimpleName().endsWith("Controller"));

    /** A verb of the product: asked by an actor, answered by an outcome, made by Spring, and not one of the other kinds of file. */
    private static final DescribedPredicate<JavaClass> aUseCase = describe(
            "a use case",
            type -> type.isAnnotatedWith(Component.class)
                    && !type.getModifiers().contains(JavaModifier.PUBLIC)
                    && !type.getSimpleName().matches(".*(Controller|Queries|Listener|Job|Permissions|Policy)")
                    && type.getMethods().stream().anyMatch(ArchitectureTests::isAskedByAnActor));

    private static final DescribedPredicate<JavaClass> anAggregate = describe(
            "an aggregate",
            type -> type.isRecord()
                    && type.isTopLevelClass()
                    && !type.getPackageName().equals("org.gongzhi.kernel")
                    && type.getMethods().stream()
                            .anyMatch(method -> method.getRawReturnType().isEquivalentTo(Outcome.class)
                                    && !method.getModifiers().contains(JavaModifier.STATIC)));

    private static boolean isAskedByAnActor(JavaMethod method) {
        return !method.getModifiers().contains(JavaModifier.PRIVATE)
                && method.getRawReturnType().isEquivalentTo(Outcome.class)
                && !method.getRawParameterTypes().isEmpty()
                && method.getRawParameterTypes().getFirst().isEquivalentTo(Actor.class);
    }

    @Test
    void onlyControllersKnowTheWeb() {
        var theWeb = resideInAnyPackage("org.springframework.web..", "jakarta.servlet..");
        guards(aController);
        guardsUseOf(theWeb);
        noClasses()
                .that(not(aController))
                .and(not(resideInAPackage("org.gongzhi.http..")))
                .and(describe("do not say who asks", type -> !type.isAssignableTo("org.gongzhi.http.SignedIn")))
                .and(describe(
                        "are not filters or configurations",
                        type -> !outermost(type)
                                .getSimpleName()
                                .matches(".*(Controller|Filter|Configuration|Address|SignedIn)")))
                .should()
                .dependOnClassesThat(theWeb)
                .because("a rule that knows HTTP can be asked by a browser only, not by a job, an import or a test")
                .check(product);
    }

    @Test
    void onlyTheKernelKnowsSpringsJdbc() {
        var jdbc = resideInAnyPackage(
                "org.springframework.jdbc.core..",
                "org.springframework.jdbc.datasource..",
                "org.springframework.jdbc.object..");
        guardsUseOf(jdbc);
        noClasses()
                .that(not(resideInAPackage("org.gongzhi.kernel..")))
                .and(describe(
                        "do not build the session store, which is a library's and belongs to nobody signed in yet",
                        type -> !type.getSimpleName().equals("SessionStoreConfiguration")))
                .should()
                .dependOnClassesThat(jdbc)
                .because(
                        "through the one door Sql every statement is constant text, inside a transaction that row-level security knows the owner of")
                .check(product);
    }

    @Test
    void controllersDecidersAndVerbsSpeakNoSql() {
        guards(aUseCase);
        noClasses()
                .that(aController.or(aUseCase).or(anAggregate))
                .should()
                .dependOnClassesThat(describe("are Sql", type -> type.isAssignableTo(Sql.class)))
                .because(
                        "a statement outside a repository or Queries escapes the check that every statement has run on the real database")
                .check(product);
    }

    @Test
    void controllersAndVerbsStayInTheirModule() {
        guards(aController);
        guards(aUseCase);
        classes()
                .that(aController.or(aUseCase))
                .should()
                .notBePublic()
                .because(
                        "what is package-private cannot be called by another module: modules ask lookups and listen to events")
                .check(product);
    }

    /** The record itself may be public: a page that shows a whole demand reads its values, and a copy of them for that would only say everything twice. */
    @Test
    void whatAnAggregateDecidesIsDecidedInItsModule() {
        guards(anAggregate);
        methods()
                .that()
                .areDeclaredInClassesThat(anAggregate)
                .and()
                .haveRawReturnType(Outcome.class)
                .should()
                .notBePublic()
                .because(
                        "a value may be read by whoever was handed it; a decision is a verb's, with its permission and its record")
                .check(product);
    }

    @Test
    void aggregatesKnowNoFramework() {
        guards(anAggregate);
        noClasses()
                .that(anAggregate)
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework.."))
                .because("a decision that needs no Spring is tested in milliseconds")
                .check(product);
    }

    @Test
    void nobodyAsksTheSystemForTheTime() {
        guardsUseOf(describe("the clock", type -> type.isEquivalentTo(Clock.class)));
        noClasses()
                .that(not(describe("the clock itself", type -> type.isEquivalentTo(Time.class))))
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .because("clocks, lamps and overdue figures must be testable at any hour: the clock is injected")
                .check(product);
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .because("what a class needs stands in its constructor, where a test can hand it over")
                .check(product);
    }

    @Test
    void transactionsAreOpenedByTheirOwnerOnly() {
        guardsUseOf(describe("Transactions", type -> type.getName().equals("org.gongzhi.kernel.Transactions")));
        noMethods()
                .should()
                .beAnnotatedWith(Transactional.class)
                .because(
                        "a transaction without an actor sees no rows: kernel Transactions tells row-level security whose it is")
                .check(product);
        noClasses()
                .should()
                .beAnnotatedWith(Transactional.class)
                .because("see above")
                .check(product);
    }

    @Test
    void nobodyUsesAMockingLibrary() {
        assertThat(tests).isNotEmpty();
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.mockito..", "org.easymock..", "io.mockk.."))
                .because(
                        "a mock repeats what the test's author believes; a fake by hand or the real database shows what is")
                .check(tests);
    }

    @Test
    void testsDoNotWaitForTimeToPass() {
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .because("a test that sleeps is slow on a fast machine and fails on a slow one: wait for the event")
                .check(tests);
    }

    @Test
    void everyVerbHasATestOfItsName() {
        guards(aUseCase);
        List<String> tested = tests.stream().map(JavaClass::getName).toList();
        assertThat(product.stream().filter(aUseCase).map(JavaClass::getName))
                .as("use cases, each with <its name>Tests beside it")
                .allSatisfy(name -> assertThat(tested).contains(name + "Tests"));
    }

    @Test
    void everyClassThatSpeaksSqlIsUnderTheCoverageCheck() {
        String pom = ModuleSources.read(Path.of("pom.xml"));
        List<String> speakers = product.stream()
                .filter(type -> type.isTopLevelClass()
                        && !type.getPackageName().equals("org.gongzhi.kernel")
                        && !type.getSimpleName().endsWith("Queries")
                        && speaksSql(type))
                .map(JavaClass::getName)
                .sorted()
                .toList();
        assertThat(speakers).isNotEmpty();
        assertThat(speakers.stream().filter(name -> !pom.contains("<include>" + name + "</include>")))
                .as(
                        "missing in pom.xml under every-statement-has-run, where each of their lines is asked to run on the real database")
                .isEmpty();
    }

    private static boolean speaksSql(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Sql.class)
                        && call.getName().equals("of"));
    }

    @Test
    void namesSayWhatAThingIs() {
        Pattern vague = Pattern.compile(".*(Impl|Manager|Helper|Util|Utils|Processor|Data|Info|DTO|Dto|VO|BO|DO)");
        classes()
                .should(new com.tngtech.archunit.lang.ArchCondition<>("have a name that says what they are") {
                    @Override
                    public void check(JavaClass type, com.tngtech.archunit.lang.ConditionEvents events) {
                        if (vague.matcher(type.getSimpleName()).matches()) {
                            events.add(com.tngtech.archunit.lang.SimpleConditionEvent.violated(
                                    type, type.getName() + " has a suffix that says nothing"));
                        }
                    }
                })
                .because("the glossary has a word for it")
                .check(product);
    }

    @Test
    void modulesAndClassesStaySmallEnoughToRead() {
        assertThat(ModuleSources.all()).isNotEmpty().allSatisfy(module -> {
            assertThat(module.files()).as("files of %s", module.folder()).hasSizeLessThanOrEqualTo(31);
            assertThat(module.files())
                    .allSatisfy(
                            file -> assertThat(ModuleSources.read(file).lines().count())
                                    .as("lines of %s", file)
                                    .isLessThanOrEqualTo(300));
        });
    }

    /** A rule about something that does not exist guards nothing. */
    private static void guards(DescribedPredicate<JavaClass> subject) {
        assertThat(product.stream().filter(subject))
                .as("there is " + subject.getDescription())
                .isNotEmpty();
    }

    private static void guardsUseOf(DescribedPredicate<? super JavaClass> target) {
        assertThat(product.stream()
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .filter(dependency -> target.test(dependency.getTargetClass())))
                .as("somebody depends on " + target.getDescription())
                .isNotEmpty();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTests::outermost).orElse(type);
    }
}
