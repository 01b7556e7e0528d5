package io.github.proxmoxmpc.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class SimulatorArchitectureTest {
  private static final String ROOT = "io.github.proxmoxmpc.simulator";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    // Only the samples and the JUnit extension use the root package.
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".sample", ROOT + ".junit")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT)
        .check(CLASSES);
  }

  @Test
  void onlyTheExtensionNeedsJUnit() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".junit")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.junit..")
        .check(CLASSES);
  }

  @Test
  void theSimulatorDoesNotDependOnTheClient() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.github.proxmoxmpc.api..", "io.github.proxmoxmpc.state..")
        .check(CLASSES);
  }

  @Test
  void publicSignaturesHaveNoInternalTypes() {
    classes()
        .that()
        .arePublic()
        .and()
        .resideOutsideOfPackage("..internal..")
        .should(new NoInternalTypesInSignatures())
        .check(CLASSES);
  }
}
