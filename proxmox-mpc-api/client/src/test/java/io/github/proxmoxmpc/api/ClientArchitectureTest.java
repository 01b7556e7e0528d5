package io.github.proxmoxmpc.api;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls inside the client. */
class ClientArchitectureTest {
  private static final String API = "io.github.proxmoxmpc.api";
  private static final String INTERNAL = API + ".internal";
  private static final String[] GENERATED = {
    API + ".rest..", API + ".format..", INTERNAL + ".rules.."
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(API);

  private static final SliceAssignment EACH_PACKAGE =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
          return SliceIdentifier.of(type.getPackageName());
        }

        @Override
        public String getDescription() {
          return "packages";
        }
      };

  @Test
  void packagesHaveNoCycles() {
    slices().assignedFrom(EACH_PACKAGE).should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theClientDoesNotDependOnItsConsumers() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.github.proxmoxmpc.simulator..",
            "io.github.proxmoxmpc.state..",
            "io.github.proxmoxmpc.iac..",
            "io.github.proxmoxmpc.codegen..")
        .check(CLASSES);
  }

  /**
   * The exceptions: generated code and the parts of a client are in other packages, and need these
   * types.
   */
  private static final Set<String> HOLES =
      Set.of(
          "guest.Guests.<init>(ApiCaller, Pause)",
          "message.ApiRequest$Builder.check(RequestRules)",
          "message.ApiRequest.parameters()",
          "message.ApiRequest.rules()");

  @Test
  void publicSignaturesHaveNoInternalTypesExceptKnownOnes() {
    Set<String> found =
        CLASSES.stream()
            .filter(ClientArchitectureTest::isPublicAndHandWritten)
            .flatMap(type -> type.getCodeUnits().stream())
            .filter(ClientArchitectureTest::isOffered)
            .filter(unit -> typesOf(unit).anyMatch(ClientArchitectureTest::isInternal))
            .map(ClientArchitectureTest::shortName)
            .collect(Collectors.toSet());
    assertThat(found).isEqualTo(HOLES);
  }

  @Test
  void generatedAndHandWrittenCodeNeverShareAPackage() throws Exception {
    assertThat(Path.of("src/main/java/io/github/proxmoxmpc/api/rest")).doesNotExist();
    assertThat(Path.of("src/main/java/io/github/proxmoxmpc/api/format")).doesNotExist();
    assertThat(Path.of("src/main/java/io/github/proxmoxmpc/api/internal/rules")).doesNotExist();
    Path generated = Path.of("target/generated-sources/pve-api/io/github/proxmoxmpc/api");
    assertThat(foldersOf(generated)).containsExactlyInAnyOrder("format", "internal", "rest");
    assertThat(foldersOf(generated.resolve("internal"))).containsExactly("rules");
  }

  private static List<String> foldersOf(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(path -> path.getFileName().toString()).toList();
    }
  }

  @Test
  void handWrittenCodeBelowTheFacadeDoesNotNeedGeneratedCode() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            and(GENERATED, API, API + ".file", API + ".guest", API + ".guest.config"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(GENERATED)
        .check(CLASSES);
  }

  @Test
  void okHttpAndRetrofitStayInside() {
    noClasses()
        .that()
        .resideOutsideOfPackages(and(GENERATED, INTERNAL + "..", API))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", "retrofit2..")
        .check(CLASSES);
  }

  private static String[] and(String[] some, String... more) {
    return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
  }

  private static boolean isPublicAndHandWritten(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && !type.getPackageName().startsWith(API + ".rest")
        && !type.getPackageName().startsWith(API + ".format")
        && !isInternal(type);
  }

  private static boolean isInternal(JavaClass type) {
    return type.getPackageName().startsWith(INTERNAL);
  }

  private static boolean isOffered(JavaCodeUnit unit) {
    return unit.getModifiers().contains(JavaModifier.PUBLIC)
        || unit.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static Stream<JavaClass> typesOf(JavaCodeUnit unit) {
    return Stream.concat(
            unit.getParameterTypes().stream(), Stream.<JavaType>of(unit.getReturnType()))
        .flatMap(type -> type.getAllInvolvedRawTypes().stream());
  }

  private static String shortName(JavaCodeUnit unit) {
    return unit.getOwner().getName().substring(API.length() + 1)
        + "."
        + unit.getName()
        + unit.getRawParameterTypes().stream()
            .map(JavaClass::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
