package io.github.proxmoxmpc.state;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.github.proxmoxmpc.state");

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.github.proxmoxmpc.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void theStateDependsOnTheClientButNotOnGeneratorsOrTheSimulator() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.github.proxmoxmpc",
            "io.github.proxmoxmpc.iac..",
            "io.github.proxmoxmpc.simulator..")
        .check(CLASSES);
  }

  @Test
  void theModelDependsNeitherOnTheStoreNorOnTheSync() {
    noClasses()
        .that()
        .resideInAPackage("..state.infrastructure..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.github.proxmoxmpc.state", "..state.sync..", "org.apache.ibatis..")
        .check(CLASSES);
  }

  @Test
  void theSyncEngineDoesNotDependOnADatabase() {
    noClasses()
        .that()
        .resideInAPackage("..state.sync..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.ibatis..", "com.zaxxer..", "org.sqlite..", "java.sql..")
        .check(CLASSES);
  }

  @Test
  void onlyOneClassNamesTheDriverWhichMayBeMissing() {
    classes()
        .that()
        .haveSimpleNameNotStartingWith("SqliteFile")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage("org.sqlite..")
        .check(CLASSES);
  }
}
