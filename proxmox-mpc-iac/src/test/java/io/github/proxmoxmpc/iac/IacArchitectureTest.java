package io.github.proxmoxmpc.iac;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class IacArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.proxmoxmpc.iac");

  @Test
  void packagesGoInNoCircle() {
    slices().matching("io.github.proxmoxmpc.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void generatorsDoNotKnowTheSimulator() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.github.proxmoxmpc.simulator..")
        .check(CLASSES);
  }

  @Test
  void generatorsCallNoServerAndNoDatabase() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("okhttp3..", "retrofit2..", "java.sql..")
        .check(CLASSES);
  }
}
