package io.github.proxmoxmpc.simulator;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Requires that no public or protected method takes or returns a type of an internal package. */
final class NoInternalTypesInSignatures extends ArchCondition<JavaClass> {
  NoInternalTypesInSignatures() {
    super("have no internal types in their public signatures");
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    for (JavaCodeUnit unit : type.getCodeUnits()) {
      boolean isOpen =
          unit.getModifiers().contains(JavaModifier.PUBLIC)
              || unit.getModifiers().contains(JavaModifier.PROTECTED);
      boolean isInternal =
          unit.getRawReturnType().getPackageName().contains(".internal")
              || unit.getRawParameterTypes().stream()
                  .anyMatch(parameter -> parameter.getPackageName().contains(".internal"));
      if (isOpen && isInternal) {
        events.add(
            SimpleConditionEvent.violated(unit, unit.getFullName() + " shows an internal type"));
      }
    }
  }
}
